# Every target works with another Python and another environment:
#   make test PYTHON=python3.12 VENV=.venv-3.12
# "make" on its own checks the machine, makes the environment and says what to type next.

PYTHON ?= python3
VENV ?= .venv
# For "make test-all"; paths are fine too.
PYTHONS ?= python3.11 python3.12 python3.13
# For "make bench": engines, roadmaps, explaining, checks or endpoint; without it all of them.
BENCH ?=
# More options for pytest: make test TESTS="tests/engine -x".
TESTS ?=
# Parts and options for the soak: make soak SOAK="agreement --checks 100000".
SOAK ?=
# Options for the mutations: make mutations MUTATIONS="--file growth/office.yaml".
MUTATIONS ?=

BIN := $(VENV)/bin
export PIP_DISABLE_PIP_VERSION_CHECK := 1
export PYTHON VENV

.DEFAULT_GOAL := help
.PHONY: help environment serve test test-all lint format types contract spectral schemas editors spreadsheet soak examples rulebook checks mutations bench wheel image-check lock clean

help: environment
	@echo "The environment is ready in $(VENV). Now type one of:"
	@echo "  make serve      serve on loopback (PORT=8080 make serve for another port)"
	@echo "  make test       run all tests"
	@echo "  make test-all   run all tests on each of: $(PYTHONS)"
	@echo "  make lint       check style and layout       (make format mends the layout)"
	@echo "  make types      check types"
	@echo "  make contract   ask the API thousands of things that its description allows or forbids"
	@echo "  make spectral   check the description of the API with Spectral (needs node)"
	@echo "  make schemas    write the schemas for editors again after a change in rules/"
	@echo "  make editors    ask the YAML language server of editors about rule files (needs node)"
	@echo "  make spreadsheet  open and save tables of rules in LibreOffice, and compare what they say"
	@echo "  make soak       compare the engines, watch memory and reload under load, for long"
	@echo "  make examples   write the examples in README.md again"
	@echo "  make rulebook   write docs/rulebook.md again after a change in rules/"
	@echo "  make checks     write docs/checks/ again after a change in what can be wrong in rules"
	@echo "  make mutations  put every possible typo into the rules, and see that each is found"
	@echo "  make bench      measure the engine beside others, advice, checks, and the endpoint (needs wrk)"
	@echo "  make wheel      build the wheel in dist/"
	@echo "  make image-check  try the Dockerfile without a container engine (as root)"
	@echo "  make lock       lock again after a change in requirements/*.in"
	@echo "                  (UPGRADE=1 make lock takes the newest versions)"
	@echo "  make clean      remove environments and everything built"

environment:
	@sh .ci/environment.sh

serve: environment
	@exec $(BIN)/vakpad serve

test: environment
	$(BIN)/python -m pytest -n auto --dist worksteal $(TESTS)

test-all:
	@for python in $(PYTHONS); do \
		$(MAKE) --no-print-directory test PYTHON=$$python \
			VENV=.venv-$$(basename $$python | sed 's/python//') || exit 1; \
	done

lint: environment
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/hadolint Dockerfile

format: environment
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

types: environment
	$(BIN)/mypy

contract: environment
	@sh .ci/contract.sh

spectral: environment
	@sh .ci/spectral.sh

schemas: environment
	$(BIN)/vakpad schemas rules --workspace .

editors: environment
	@sh .ci/editors.sh

spreadsheet: environment
	@sh .ci/spreadsheet.sh

soak: environment
	PYTHONPATH=tests $(BIN)/python -m soak $(SOAK)

examples: environment
	PYTHONPATH=tests $(BIN)/python tests/documentation/examples.py

rulebook: environment
	PYTHONPATH=tests $(BIN)/python tests/documentation/rulebook_page.py

checks: environment
	PYTHONPATH=tests $(BIN)/python tests/documentation/check_pages.py

mutations: environment
	PYTHONPATH=tests $(BIN)/python -m mutations $(MUTATIONS)

bench:
	@sh .ci/bench.sh $(BENCH)

wheel: environment
	$(BIN)/python -m hatchling build --target wheel

image-check:
	@sh .ci/image.sh

lock:
	@sh .ci/lock.sh

clean:
	rm -rf .venv .venv-* dist build .pytest_cache .mypy_cache .ruff_cache .hypothesis .schemathesis \
		.ci/spectral/node_modules .ci/editors/node_modules
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
