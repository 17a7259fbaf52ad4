"""Finds the helpers that these tests share with the tests of the shell, and the databases."""

import sys
from pathlib import Path

TESTS = Path(__file__).parents[1]
sys.path[:0] = [str(TESTS / "workflows"), str(TESTS)]
