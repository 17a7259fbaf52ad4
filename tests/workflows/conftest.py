"""Lets the tests of the shell, the golden histories and the kill test share one set of helpers."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
