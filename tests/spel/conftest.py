"""The play uses the small lives of the domain tests, and the house of the workflow tests."""

import sys
from pathlib import Path

HIER = Path(__file__).parent
sys.path[:0] = [str(HIER.parent / naam) for naam in ("spel", "domain", "workflows", "activities")]
