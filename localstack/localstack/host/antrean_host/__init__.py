"""What LocalStack 4.14 lacks on a machine without Docker, as plugins of LocalStack's own kind."""
