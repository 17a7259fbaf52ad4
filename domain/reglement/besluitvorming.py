"""How GS and PS decide under a reglement: the routes of a proposal, and which records need a second person."""

from domain.basis import Kenmerk, Model, Naam


class Halte(Model):
    """A halt on the route of a proposal.

    `verplicht`: without it the body may not decide; only where `grond` names an article. `uitkomsten`: what may come of
    it, empty when nothing is asked.
    """

    code: Kenmerk
    naam: Naam
    wie: Naam
    verplicht: bool = False
    grond: str = ""
    uitkomsten: tuple[str, ...] = ()


class Route(Model):
    """The way of a proposal to its body, in order. `code` is the body, or the kind of decision it is special for."""

    code: Kenmerk
    naam: Naam
    haltes: tuple[Halte, ...]


class Besluitvorming(Model):
    """The rules of decision making that came with the second reglement.

    `vier_ogen`: bodies whose recorded decisions need a second person. `wgr_toets`: forms that may not be chosen before
    a jurist answered whether they are a gemeenschappelijke regeling. `van_rechtswege`: codes of steps whose silence may
    count by law, and never decides by itself. `geen_amendement`: steps whose proposal can only be taken or left.
    `onherroepelijk`: steps whose decision can't be withdrawn or changed once given.
    """

    vier_ogen: tuple[Kenmerk, ...]
    routes: tuple[Route, ...]
    wgr_toets: tuple[Kenmerk, ...] = ()
    van_rechtswege: tuple[Kenmerk, ...] = ()
    geen_amendement: tuple[Kenmerk, ...] = ()
    onherroepelijk: tuple[Kenmerk, ...] = ()

    def route(self, *codes: str) -> Route | None:
        """The first route there is for one of these codes."""
        return next((r for code in codes for r in self.routes if r.code == code), None)
