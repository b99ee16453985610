"""What a person is asked before something is changed."""


def says_yes(question: str) -> bool:
    """Somebody who is not there has not said yes."""
    try:
        answer = input(f"{question} [y/N] ")
    except EOFError:
        print()
        return False
    return answer.strip().lower() in ("y", "yes")
