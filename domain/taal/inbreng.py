"""Words of what partners bring in by themselves: a change, an initiatief, a question; and what was done with it."""

from datetime import date
from typing import ClassVar, Literal

from domain.basis import Kenmerk, Model, Naam, Tekst

Inbrengsoort = Literal["wijziging", "initiatief", "vraag"]
Inbrengoordeel = Literal["overgenomen", "deels_overgenomen", "niet_overgenomen", "beantwoord"]


class InbrengOpdracht(Model):
    """Commands about what is brought in."""


class BrengIn(InbrengOpdracht):
    uitleg: ClassVar[str] = "Stel een wijziging voor, draag een initiatief aan of stel een vraag."
    soort: Literal["BrengIn"] = "BrengIn"
    inbrengsoort: Inbrengsoort
    onderwerp: Naam
    tekst: Tekst


class BehandelInbreng(InbrengOpdracht):
    uitleg: ClassVar[str] = "Zeg wat er met een inbreng is gedaan, en waarom."
    soort: Literal["BehandelInbreng"] = "BehandelInbreng"
    inbreng: Kenmerk
    oordeel: Inbrengoordeel
    antwoord: Tekst


class InbrengFeit(Model):
    """Facts about what is brought in."""


class InbrengGedaan(InbrengFeit):
    soort: Literal["InbrengGedaan"] = "InbrengGedaan"
    inbreng: Kenmerk
    van: Kenmerk
    inbrengsoort: Inbrengsoort
    onderwerp: str
    tekst: str


class InbrengBehandeld(InbrengFeit):
    soort: Literal["InbrengBehandeld"] = "InbrengBehandeld"
    inbreng: Kenmerk
    van: Kenmerk
    inbrengsoort: Inbrengsoort
    onderwerp: str
    oordeel: Inbrengoordeel
    antwoord: str


class Inbreng(Model):
    """Something brought in by a partner or a function, and what was done with it."""

    id: Kenmerk
    van: Kenmerk
    inbrengsoort: Inbrengsoort
    onderwerp: str
    tekst: str
    gedaan_op: date
    oordeel: Inbrengoordeel | None = None
    antwoord: str = ""
    behandeld_op: date | None = None
