"""Lets the tests of the shell, the golden histories and the kill test share one set of helpers."""

import sys
from pathlib import Path

HIER = Path(__file__).parent
sys.path[:0] = [str(HIER), str(HIER.parent / "activities")]  # the mail server lives with the tests of the activities
