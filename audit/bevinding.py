"""A finding: what contradicts what, by a fixed code, where it was seen, and one Dutch sentence."""

from typing import Literal

from domain.basis import Model

Code = Literal[
    "onleesbaar",
    "bestand_gewijzigd",
    "bestand_ontbreekt",
    "bestand_onbekend",
    "manifest_tegenspraak",
    "handtekening_pak",
    "sleutel_onbekend",
    "sleutelwissel_ongeldig",
    "sleutel_afgelost",
    "start_gewijzigd",
    "feit_gewijzigd",
    "feit_ontbreekt",
    "feit_ingevoegd",
    "feit_verwisseld",
    "staart_afgeknipt",
    "herschreven",
    "opdracht_gewijzigd",
    "opdracht_ontbreekt",
    "opdracht_ingevoegd",
    "opdracht_verwisseld",
    "tijd_gewijzigd",
    "bewijs_gewijzigd",
    "bewijs_ontbreekt",
    "bewijs_vreemd",
    "grootboek_gewijzigd",
    "grootboek_ontbreekt",
    "grootboek_handtekening",
    "run_ontbreekt",
    "run_gewijzigd",
    "vreemde_vorm",
    "andere_opgave",
    "andere_code",
    "reglement_gewijzigd",
    "controlepunt_gewijzigd",
    "controlepunt_ontbreekt",
    "controlepunt_spreekt_tegen",
    "opgave_ontbreekt",
    "anker_spreekt_tegen",
    "stempel_ongeldig",
    "spoor_gewijzigd",
    "spoor_ontbreekt",
    "spoor_onbevoegd",
    "verklaring_ongeldig",
    "document_gewijzigd",
    "document_ontbreekt",
    "vernietiging_verboden",
    "naspelen_mislukt",
    "naspelen_anders",
    "lezers_oneens",
    "stemming_anders",
    "termijn_anders",
    "niet_gepubliceerd",
    "niet_vastgelegd",
    "publicatie_anders",
]
"""Add, never rename: auditors write them in reports."""


class Bevinding(Model):
    """One finding. `waar` is the place: a file, a fact (`feit 12`), a command, a run, a checkpoint."""

    code: Code
    waar: str
    zin: str


class Mededeling(Model):
    """Something the reader should know that is not wrong: declared destruction, another version, what is shielded."""

    waar: str
    zin: str
