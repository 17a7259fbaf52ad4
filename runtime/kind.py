"""Starts a program as a child that can't outlive us; run as a script: `kind.py OUDER PROGRAMMA ARGUMENTEN...`.

The child gets a process group of its own, so that Ctrl-C first reaches the parent, which lets its worker finish
before it takes the server away. A parent that is killed can't do that; on Linux the kernel then kills the child. This
is a separate script because code between fork and exec in a process with threads may hang.
"""

import ctypes
import os
import signal
import sys

PR_SET_PDEATHSIG = 1


def hoofd(ouder: int, opdracht: list[str]) -> None:
    """Ask the kernel for the signal, see that the parent is still there, and become the program."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGKILL)
        if os.getppid() != ouder:
            raise SystemExit(1)
    os.execv(opdracht[0], opdracht)


if __name__ == "__main__":
    hoofd(int(sys.argv[1]), sys.argv[2:])
