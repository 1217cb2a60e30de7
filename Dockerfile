# Vakpad as a container image. Everything but the base and Debian's packages comes from the locks
# in requirements/, with hashes. Debian's are not pinned: Debian drops a version as soon as its
# security fix is out. "make image-check" tries these steps without a container engine;
# docs/deployment.md says how to run the image.
#
# Both stages need the same base: the environment is made for its Python. To pin it:
#   docker build --build-arg BASE=debian@sha256:... .
ARG BASE=debian:trixie-slim


FROM ${BASE} AS build

# hadolint ignore=DL3008
RUN apt-get update \
    && DEBIAN_FRONTEND=noninteractive apt-get install --yes --no-install-recommends \
        gcc libc6-dev python3-dev python3-venv \
    && rm -rf /var/lib/apt/lists/*

# Where packages come from, for who builds behind an index of their own.
ARG PIP_INDEX_URL
ENV PIP_DISABLE_PIP_VERSION_CHECK=1 \
    PIP_NO_CACHE_DIR=1 \
    PIP_ROOT_USER_ACTION=ignore

WORKDIR /build

# Two environments: the tools that build, and the one that is shipped, which has not even pip.
COPY requirements/build.txt requirements/
RUN python3 -m venv tools \
    && tools/bin/pip install --require-hashes --only-binary :all: --requirement requirements/build.txt \
    && python3 -m venv --without-pip /opt/vakpad

# durable_rules is published as source only. --no-deps: it asks for a Redis client and a web server
# that its C module does not use. Python 3.13 removed PyEval_CallObject; without the setting the
# build fails or, with an older compiler, only the import does, so that is tried as well.
COPY requirements/durable.txt requirements/
RUN if python3 -c 'import sys; sys.exit(sys.version_info < (3, 13))'; then \
        export CPPFLAGS=-DPyEval_CallObject=PyObject_CallObject; \
    fi \
    && tools/bin/pip wheel --no-deps --no-build-isolation --require-hashes \
        --requirement requirements/durable.txt --wheel-dir wheels \
    && tools/bin/pip --python /opt/vakpad/bin/python install --no-index --no-deps \
        wheels/durable_rules-*.whl \
    && strip --strip-unneeded /opt/vakpad/lib/python3*/site-packages/durable_rules_engine*.so \
    && /opt/vakpad/bin/python -c 'import durable_rules_engine'

COPY requirements/service.txt requirements/
RUN tools/bin/pip --python /opt/vakpad/bin/python install --require-hashes --only-binary :all: \
        --requirement requirements/service.txt

COPY pyproject.toml README.md LICENSE ./
COPY schemas schemas/
COPY service service/
COPY rules rules/
RUN tools/bin/python -m hatchling build --target wheel --directory wheels \
    && tools/bin/pip --python /opt/vakpad/bin/python install --no-index --no-deps \
        wheels/vakpad-*.whl


FROM ${BASE}

LABEL org.opencontainers.image.title="Vakpad" \
      org.opencontainers.image.description="A rules engine microservice that recommends growth inside the PMO profession." \
      org.opencontainers.image.version="0.1.0" \
      org.opencontainers.image.licenses="Apache-2.0"

# A user with a number that never changes, for who sets rights on a folder of rules by it.
# hadolint ignore=DL3008
RUN apt-get update \
    && DEBIAN_FRONTEND=noninteractive apt-get install --yes --no-install-recommends python3 \
    && rm -rf /var/lib/apt/lists/* \
    && groupadd --gid 10001 vakpad \
    && useradd --uid 10001 --gid 10001 --no-log-init --no-create-home \
        --home-dir /nonexistent --shell /usr/sbin/nologin vakpad

# Owned by root, so that the service cannot change itself. Its bytecode is in it already.
COPY --from=build /opt/vakpad /opt/vakpad

# TMPDIR: gunicorn's processes show in a file there that they are alive. Every engine mounts
# /dev/shm in memory, also when all else is read-only.
# MALLOC_ARENA_MAX: the engine never runs in two threads at once, so more arenas only cost memory.
# PYTHONFAULTHANDLER: should the engine's C code ever crash, the log says where.
ENV PATH=/opt/vakpad/bin:$PATH \
    PYTHONDONTWRITEBYTECODE=1 \
    PYTHONFAULTHANDLER=1 \
    PYTHONUNBUFFERED=1 \
    MALLOC_ARENA_MAX=1 \
    TMPDIR=/dev/shm \
    PORT=8000 \
    VAKPAD_HOST=0.0.0.0 \
    VAKPAD_LOG_FORMAT=json

USER 10001:10001
WORKDIR /opt/vakpad
EXPOSE 8000
STOPSIGNAL SIGTERM

HEALTHCHECK --interval=30s --timeout=5s --start-period=20s --retries=3 \
    CMD ["python", "-Ic", "import http.client, os, sys; \
         port = int(os.environ.get('PORT') or 8000); \
         service = http.client.HTTPConnection('localhost', port, timeout=4); \
         service.request('GET', '/healthz'); \
         sys.exit(service.getresponse().status != 200)"]

ENTRYPOINT ["vakpad"]
CMD ["serve"]
