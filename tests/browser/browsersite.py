"""A portal behind a real web server, for a real browser."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import date
from functools import partial
from typing import Any

from portaalwereld import Portaalwereld
from test_cli_hulp import Wereld

from register.links import Doel


class Site:
    """A portal that is served over http. Its world is moved in a thread of its own: Playwright holds this one's loop."""

    def __init__(self, draad: ThreadPoolExecutor, wereld: Wereld, basis_url: str) -> None:
        self._draad, self.basis_url = draad, basis_url
        self.portaal = self._doe(Portaalwereld, wereld)
        self.portaal.huis = replace(self.portaal.huis, basis_url=basis_url)

    @property
    def stand(self) -> Any:
        return self.portaal.stand

    def vraag(self, **velden: Any) -> str:
        return str(self._doe(partial(self.portaal.vraag, **velden)))

    def link(self, betreft: str, doel: Doel = "verzoek") -> str:
        return self.portaal.link(betreft, doel=doel)

    def stap(self) -> str:
        return str(self._doe(self.portaal.stap))

    def op(self, dag: date) -> None:
        self._doe(self.portaal.op, dag)

    def _doe(self, wat: Callable[..., Any], *waarden: object) -> Any:
        return self._draad.submit(wat, *waarden).result()
