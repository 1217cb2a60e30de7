"""What editors need to help with rule files: schemas and settings."""
