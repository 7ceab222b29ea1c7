"""``python -m kgnews``."""

from kgnews.cli import main

if __name__ == "__main__":
    main()
