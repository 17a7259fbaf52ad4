"""Where the helpers of other rooms are found."""

import sys
from pathlib import Path

TESTS = Path(__file__).parents[1]
sys.path += [str(TESTS / kamer) for kamer in ("domain", "activities", "register", "starter")]
