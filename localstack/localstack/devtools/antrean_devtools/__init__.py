"""What a developer does with standard tools: the same template on LocalStack, and its lint."""
