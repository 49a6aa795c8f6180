"""The command line: what `pip install` puts on the path as `de-an-06`, and `python -m de_an_06`."""

import signal
import sys

from ._native import run


def main() -> int:
    """Runs the words of the command line, and gives the exit code."""
    # The command ends itself on Ctrl-C; Python would wait until it is over.
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    return run(["de-an-06", *sys.argv[1:]])


if __name__ == "__main__":
    sys.exit(main())
