"""What is kept in a database: so far releases. Nothing that gives advice loads it."""
