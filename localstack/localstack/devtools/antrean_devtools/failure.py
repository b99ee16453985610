class CommandFailure(Exception):
    """The command cannot go on. The message is what the developer reads: cause first, no trace."""
