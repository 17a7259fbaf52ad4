"""What of a life may not lie in the open pack: texts about a step from before geheimhouding was imposed on it.

Free text about a step under geheimhouding never enters the chain. What was said before stays in it, and in the history
of the runs, so those leave the open pack: of such a fact it keeps the hash, by which the chain can still be followed.
Once geheimhouding was lifted it shields nothing.

Shielded is every fact that
- was recorded before geheimhouding was imposed and is about the step, or about a request, promise, term or appeal of
  it, or about the reminders of such a term, unless all there is to read in it is the neutral title;
- is about a pilot of the form the step decides on, or its evaluation, recorded before or after: people go on writing
  about those;
- repeats, whenever, a text by which the step was known before;
- is a refusal: the fact says neither what the refused command was about nor what was written in it, and the history
  holds the whole command.
"""

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from html import unescape
from typing import Any

from archief import formaat
from domain.stand import Stand
from register.rijen import Feitrij

WEIGERING, OPLEGGING = "OpdrachtGeweigerd", "GeheimhoudingOpgelegd"
_WIJZERS = frozenset(
    {
        *("stap", "id", "betreft", "over", "verzoek", "afspraak", "termijn", "vastlegging", "ingebracht"),
        *("escalatie", "bijsturing", "rechtsmiddel", "pilot", "pilots", "evaluatie", "volgt_op"),
    }
)
"""Fields by which a fact says what it is about."""
_CODES = frozenset(
    {
        *("soort", "stap", "id", "code", "orgaan", "laag", "status", "fase", "traject", "pilot", "betreft", "over"),
        *("verzoek", "afspraak", "termijn", "grond", "aan", "wie", "functie", "bij_stilte", "verzoeksoort", "naam"),
        *("escalatie", "bijsturing", "rechtsmiddel"),
    }
)
"""Fields that never hold words somebody chose; a text in any other field shields the fact it is in."""
_TITELS = frozenset({"onderwerp", "titel", "wat", "vraag"})
"""Fields of facts about a step that name it: however short, such a text may not come back elsewhere."""
KORT = 20
"""A text shorter than this (characters) in another field is too common to be recognised by."""
_BEWIJSWOORDEN = ("reden", "ontbreekt")


@dataclass(frozen=True)
class Afscherming:
    """What was shielded. `regels` are the lines of the open pack; `bestanden` what goes in the container."""

    seqs: tuple[int, ...]
    stappen: frozenset[str]
    regels: tuple[str, ...]
    bestanden: dict[str, bytes]
    woorden: tuple[str, ...] = ()

    @property
    def geldt(self) -> bool:
        """Whether anything at all had to be shielded, so that the histories can't lie open."""
        return bool(self.seqs)

    def verraadt(self, tekst: str) -> bool:
        """Whether this text repeats a text by which a step was known before geheimhouding was imposed on it."""
        return any(woord in tekst.casefold() for woord in self.woorden)

    def scheid(self, bestanden: dict[str, bytes]) -> tuple[dict[str, bytes], dict[str, bytes]]:
        """What of these files of a pack can lie open, and what goes in the container.

        Histories go. Receipts of shielded facts and titles in the list of documents are made empty in the open file,
        and the whole file goes along in the container; so does a document in which a secret can be read.
        """
        if not self.geldt:
            return dict(bestanden), {}
        regels: list[dict[str, Any]] = json.loads(bestanden.get(formaat.DOCUMENTEN, b"[]"))
        weg = self._dichte_stukken(regels, bestanden)
        open_ = {pad: b for pad, b in bestanden.items() if not pad.startswith(formaat.GESCHIEDENIS) and pad not in weg}
        if formaat.BEWIJZEN in open_:
            open_[formaat.BEWIJZEN] = self._leeg_bewijzen(open_[formaat.BEWIJZEN])
        if formaat.DOCUMENTEN in open_:
            open_[formaat.DOCUMENTEN] = self._leeg_titels(regels, weg, open_[formaat.DOCUMENTEN])
        dicht = {_naar(pad): b for pad, b in bestanden.items() if open_.get(pad) != b}
        return open_, {**dicht, **self.bestanden}

    def _dichte_stukken(self, regels: Sequence[dict[str, Any]], bestanden: dict[str, bytes]) -> frozenset[str]:
        """The documents that can't lie open. What one form of a document says, its other form says too."""
        bloot = {r["pad"] for r in regels if r["pad"] and self._zegt(bestanden.get(r["pad"], b""))}
        samen = {(r["seq"], r["soort"]) for r in regels if self._is_dicht(r) or r["pad"] in bloot}
        return frozenset(r["pad"] for r in regels if r["pad"] and (r["seq"], r["soort"]) in samen)

    def _zegt(self, inhoud: bytes) -> bool:
        return self.verraadt(unescape(inhoud.decode("utf-8", "ignore")))

    def _leeg_bewijzen(self, inhoud: bytes) -> bytes:
        return b"".join(self._leeg_bewijs(regel) for regel in inhoud.splitlines(keepends=True))

    def _leeg_bewijs(self, regel: bytes) -> bytes:
        gelezen: dict[str, Any] = json.loads(regel)
        bewijs = gelezen["bewijs"]
        if bewijs["seq"] not in self._seqs or not any(bewijs.get(naam) for naam in _BEWIJSWOORDEN):
            return regel
        schoon = {**bewijs, "reden": "", "ontbreekt": []}
        return json.dumps({**gelezen, "bewijs": schoon}, ensure_ascii=False).encode() + b"\n"

    def _leeg_titels(self, regels: Sequence[dict[str, Any]], weg: frozenset[str], zelf: bytes) -> bytes:
        """A document that a shielded fact names, or whose title tells what may not be told, is listed without words."""
        nieuw = [_zonder_woorden(r) if r["pad"] in weg or self._is_dicht(r) else r for r in regels]
        return zelf if nieuw == regels else f"{json.dumps(nieuw, indent=1, ensure_ascii=False)}\n".encode()

    def _is_dicht(self, regel: dict[str, Any]) -> bool:
        genoemd = regel["seq"] in self._seqs and not regel["vertrouwelijk"]
        return genoemd or self.verraadt(f"{regel['titel']}\n{regel['bestandsnaam']}")

    @cached_property
    def _seqs(self) -> frozenset[int]:
        return frozenset(self.seqs)


def sluit(af: Afscherming, feiten: Sequence[Feitrij], seqs: Iterable[int]) -> Afscherming:
    """The same with these facts shielded as well, and so the histories, which say more than the facts."""
    dicht = frozenset((*af.seqs, *seqs))
    regels = tuple(_dicht(rij) if rij.seq in dicht else rij.tekst for rij in feiten)
    heel = "".join(f"{rij.tekst}\n" for rij in feiten).encode()
    return replace(af, seqs=tuple(sorted(dicht)), regels=regels, bestanden={formaat.FEITEN: heel})


def scherm_af(stand: Stand, feiten: Sequence[Feitrij]) -> Afscherming:
    """Decide for each fact whether it can lie open. `stand` is the state after the last of them."""
    stappen = frozenset(stap for stap, geheim in stand.geheim.items() if geheim.rust)
    if not stappen:
        return Afscherming((), stappen, tuple(rij.tekst for rij in feiten), {})
    gelezen = [(rij, json.loads(rij.tekst)["inhoud"]) for rij in feiten]
    delen = [_over(stand, stap, gelezen) for stap in sorted(stappen)]
    titel = stand.leven.titel.casefold()
    woorden = tuple(dict.fromkeys(w for deel in delen for w in deel.woorden if w not in titel))
    vroeg = frozenset(seq for deel in delen for seq in deel.seqs)
    af = Afscherming((), stappen, (), {}, woorden)
    seqs = tuple(
        rij.seq
        for rij, inhoud in gelezen
        if rij.seq in vroeg or rij.soort == WEIGERING or af.verraadt("\n".join(t for _, t in _bladen(inhoud)))
    )
    return sluit(af, feiten, seqs) if seqs else replace(af, regels=tuple(rij.tekst for rij in feiten))


@dataclass(frozen=True)
class _Deel:
    """What one step asks: facts that can't lie open, and texts that may not come back."""

    seqs: tuple[int, ...]
    woorden: tuple[str, ...]


def _over(stand: Stand, stap: str, gelezen: Sequence[tuple[Feitrij, dict[str, Any]]]) -> _Deel:
    """The facts about this step that were recorded before geheimhouding was imposed on it for the last time."""
    geheim, over = stand.geheim[stap], _verwant(stand, stap)
    grens = max(rij.seq for rij, inhoud in gelezen if rij.soort == OPLEGGING and inhoud["stap"] == stap)
    neutraal = frozenset(("", geheim.neutrale_titel, geheim.referentie))
    naam = f"{stand.stappen[stap].naam}: {geheim.neutrale_titel}"
    pilots = _pilots(stand, stap)
    eerder = [(r, i) for r, i in gelezen if _wijst(i, pilots) or (r.seq < grens and _wijst(i, over))]
    met = [(rij.seq, tuple(_woorden(inhoud, neutraal | {naam}))) for rij, inhoud in eerder]
    bekend = (tekst.casefold() for _, paren in met for veld, tekst in paren if _kenmerkend(veld, tekst))
    return _Deel(tuple(seq for seq, paren in met if paren), tuple(dict.fromkeys(bekend)))


def _verwant(stand: Stand, stap: str) -> frozenset[str]:
    """The step, and the ids of requests, promises, appeals and terms about it, and of what was done about those."""
    over = {stap, *(k for k, q in stand.verzoeken.items() if q.betreft == stap)}
    over |= {k for k, a in stand.afspraken.items() if a.stap == stap}
    over |= {k for k, r in stand.rechtsmiddelen.items() if r.stap == stap}
    over |= {k for k, t in stand.termijnen.items() if t.betreft in over}
    over |= {k for k, e in stand.escalaties.items() if e.termijn in over}
    return frozenset(over | {k for k, b in stand.bijsturingen.items() if b.termijn in over})


def _pilots(stand: Stand, stap: str) -> frozenset[str]:
    """The pilots of the form this step decides on, and their evaluations."""
    traject = stand.stappen[stap].traject
    pilots = {p.id for p in stand.pilots.values() if traject and p.traject == traject}
    return frozenset(pilots | {e.id for e in stand.evaluaties.values() if pilots & {*e.pilots}})


def _wijst(inhoud: dict[str, Any], over: frozenset[str]) -> bool:
    return any(veld in _WIJZERS and tekst in over for veld, tekst in _bladen(inhoud))


def _woorden(inhoud: dict[str, Any], neutraal: frozenset[str]) -> Iterator[tuple[str, str]]:
    return ((veld, t) for veld, t in _bladen(inhoud) if veld not in _CODES and t not in neutraal and not _dag(t))


def _kenmerkend(veld: str, tekst: str) -> bool:
    return veld in _TITELS or len(tekst) >= KORT


def _dag(tekst: str) -> bool:
    """Whether this is a date or a moment, which JSON writes as text."""
    return (
        tekst[:4].isdigit() and tekst[4:5] == "-" and not any(t.isalpha() for t in tekst.replace("T", "").rstrip("Z"))
    )


def _bladen(waarde: Any, veld: str = "") -> Iterable[tuple[str, str]]:
    """Every text in parsed JSON, with the field it is in."""
    if isinstance(waarde, dict):
        for naam, deel in waarde.items():
            yield from _bladen(deel, naam)
    elif isinstance(waarde, list):
        for deel in waarde:
            yield from _bladen(deel, veld)
    elif isinstance(waarde, str):
        yield veld, waarde


def _naar(pad: str) -> str:
    """The path in the container; a document then has one name, whether it was opened or not."""
    if pad.startswith(formaat.STUKKEN):
        return f"{formaat.VERTROUWELIJK}{pad.removeprefix(formaat.STUKKEN)}"
    return pad


def _zonder_woorden(regel: dict[str, Any]) -> dict[str, Any]:
    return {**regel, "titel": "", "bestandsnaam": "", "pad": "", "vertrouwelijk": True}


def _dicht(rij: Feitrij) -> str:
    """What the open pack says of a shielded fact."""
    return json.dumps(
        {
            "seq": rij.seq,
            "hash": rij.hash,
            "soort": rij.soort,
            "vastgelegd_op": rij.vastgelegd_op.isoformat(),
            "afgeschermd": True,
        }
    )
