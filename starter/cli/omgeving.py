"""What a command line call works with: the gateway, the register, the clock and the user. Tests put in their own."""

import os
from collections.abc import Callable, Coroutine
from datetime import UTC, date, datetime
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol, TypeVar

if TYPE_CHECKING:
    from domain.feit import Bewijs
    from domain.kalender import GelijkgesteldeDag
    from domain.opdracht import Opdracht
    from domain.stand import Begin, Stand
    from register.verbinding import Register
    from runtime.instellingen import Instellingen

T = TypeVar("T")


class Toegang(Protocol):
    """The gateway, as the command line uses it."""

    async def start(self, begin: "Begin", opdracht: "Opdracht") -> "Bewijs": ...
    async def geef(self, opgave: str, opdracht: "Opdracht") -> "Bewijs": ...
    async def stand(self, opgave: str) -> "Stand": ...


class Omgeving:
    """One call. Everything is made at first use, so that `--help` loads nothing."""

    def __init__(self) -> None:
        from asyncio import Runner

        self._loper = Runner()

    @cached_property
    def instellingen(self) -> "Instellingen":
        """The settings of this machine."""
        from runtime.instellingen import lees_instellingen

        return lees_instellingen()

    @cached_property
    def register(self) -> "Register":
        """The register's database."""
        from register.verbinding import open_register

        return open_register(self.instellingen.database_verbinding)

    @cached_property
    def opgaven(self) -> Toegang:
        """The gateway to the running opgaven."""
        from register import lezen
        from starter.cli.scherm import let_op
        from starter.client import Opgaven

        return Opgaven.van(self.instellingen, terugval=lambda opgave: lezen.stand(self.register, opgave), meld=let_op)

    @cached_property
    def dagen_erbij(self) -> "tuple[GelijkgesteldeDag, ...]":
        """The gelijkgestelde dagen that were added to opgaven later; none where there is no register yet."""
        if "register" not in self.__dict__ and not _is_er(self.instellingen.database_url):
            return ()
        from register.kalenderdagen import toegevoegd

        return toegevoegd(self.register)

    def nu(self) -> datetime:
        """This moment."""
        return datetime.now(UTC)

    def vandaag(self) -> date:
        """Today, in Amsterdam."""
        from domain.kalender import lokale_datum

        return lokale_datum(self.nu())

    def uid(self) -> int:
        """The number of the user at the keyboard."""
        return os.getuid()

    def wacht_op(self, werk: Coroutine[Any, Any, T]) -> T:
        """Run something asynchronous; all of one call shares one event loop."""
        return self._loper.run(werk)

    def sluit(self) -> None:
        """Let go of everything."""
        self._loper.close()
        if "register" in self.__dict__:
            self.register.sluit()


def _is_er(database_url: str) -> bool:
    """Whether there can be a register: a server, or a file that exists. Asking this makes no file."""
    soort, _, bestand = database_url.partition(":///")
    return not soort.startswith("sqlite") or Path(bestand.partition("?")[0]).exists()


maak_omgeving: Callable[[], Omgeving] = Omgeving
"""The seam for tests."""

_huidig: list[Omgeving] = []


def omgeving() -> Omgeving:
    """The surroundings of this call."""
    if not _huidig:
        _huidig.append(maak_omgeving())
    return _huidig[0]


def sluit_omgeving() -> None:
    """At the end of a call."""
    while _huidig:
        _huidig.pop().sluit()
