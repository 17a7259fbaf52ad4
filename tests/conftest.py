"""What holds for all tests: no test judges by a stopwatch, the same examples everywhere, and the longest go first."""

import pytest
from hypothesis import settings

settings.register_profile("huis", deadline=None, derandomize=True)
settings.load_profile("huis")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """So that at the end nobody waits for one that just began; otherwise the order stays."""
    items.sort(key=_kort)


def _kort(item: pytest.Item) -> bool:
    return item.get_closest_marker("lang") is None
