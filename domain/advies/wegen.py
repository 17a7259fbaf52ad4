"""One weighing of all forms against one set of answers: what falls off, and in which order the rest stands.

The rules are data (`domain.reglement.adviesregel`); none is known here by name. The order: public before private
(PW 158 lid 2), then what is put behind, then the lightest, then the best match, then the catalogue.
"""

from collections.abc import Iterable
from typing import NamedTuple

from domain.advies.criteria import Criteria
from domain.reglement.adviesregel import Adviesregel, Effect
from domain.reglement.vorm import Organiseervorm


class Weging(NamedTuple):
    """One form with the rules that hold for it; `plaats` is its place in the catalogue."""

    vorm: Organiseervorm
    regels: tuple[Adviesregel, ...]
    plaats: int

    def met_effect(self, effect: Effect) -> tuple[Adviesregel, ...]:
        """The rules with this effect."""
        return tuple(r for r in self.regels if r.effect == effect)

    @property
    def past(self) -> bool:
        """Whether nothing makes the form fall off."""
        return not self.met_effect("valt_af")

    @property
    def match(self) -> int:
        """How many weighed answers fit, less those that don't."""
        return sum(r.gewicht for r in self.regels)

    @property
    def volgorde(self) -> tuple[bool, int, int, int, int]:
        """The key by which candidates are put in order."""
        achteraan = len(self.met_effect("achteraan"))
        return (self.vorm.prive_rechtspersoon, achteraan, self.vorm.zwaarte, -self.match, self.plaats)


class Weegschaal:
    """Weighs the forms of a catalogue by the rules of an adviser, for one set of answers after another."""

    def __init__(self, vormen: tuple[Organiseervorm, ...], regels: tuple[Adviesregel, ...]) -> None:
        self._vormen = vormen
        # Which forms a rule is about doesn't depend on the answers, so that is found out once.
        self._regels = tuple((regel, tuple(regel.vormen.raakt(vorm) for vorm in vormen)) for regel in regels)

    def geldend(self, criteria: Criteria) -> tuple[Adviesregel, ...]:
        """The rules whose conditions these answers meet."""
        return tuple(regel for regel, _ in self._geldend(criteria))

    def weeg(self, criteria: Criteria) -> tuple[tuple[Weging, ...], tuple[Weging, ...]]:
        """The forms that fit, in order, and those that fell off, as the catalogue has them."""
        gelden = self._geldend(criteria)
        wegingen = [
            Weging(vorm, tuple(regel for regel, raakt in gelden if raakt[plaats]), plaats)
            for plaats, vorm in enumerate(self._vormen)
        ]
        passend = sorted((w for w in wegingen if w.past), key=lambda w: w.volgorde)
        return tuple(passend), tuple(w for w in wegingen if not w.past)

    def _geldend(self, criteria: Criteria) -> list[tuple[Adviesregel, tuple[bool, ...]]]:
        return [
            (regel, raakt) for regel, raakt in self._regels if all(v.past(criteria.antwoord(v.veld)) for v in regel.als)
        ]


def codes(wegingen: Iterable[Weging]) -> tuple[str, ...]:
    """The codes of these forms, in the same order."""
    return tuple(w.vorm.code for w in wegingen)


def verwantschap(vorm: Organiseervorm, ander: Organiseervorm) -> int:
    """How much two forms are alike in kind: the number of these traits they share."""
    trekken = ("wgr", "rechtspersoon", "prive_rechtspersoon", "grondvorm")
    return sum(getattr(vorm, trek) == getattr(ander, trek) for trek in trekken)
