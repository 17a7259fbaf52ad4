"""All views of one life by the name people type."""

from collections.abc import Callable, Mapping, Sequence

from domain.beeld.samen import leren, signalen, steun, structuur
from domain.beeld.samen.beelden import beeld
from domain.beeld.samen.belangen import belangen
from domain.beeld.samen.draagvlak import draagvlak
from domain.beeld.samen.evaluatie import evaluatie
from domain.beeld.samen.gesprekken import gesprekken
from domain.beeld.samen.intakes import intakes
from domain.beeld.samen.kaders import kaders
from domain.beeld.samen.overzicht import overzicht
from domain.beeld.samen.participatie import participatie
from domain.beeld.samen.relaties import relaties
from domain.beeld.samen.rollen import rollen
from domain.beeld.samen.spelniveaus import spelniveaus
from domain.beeld.samen.tafels import tafels
from domain.beeld.samen.toets import toets
from domain.beeld.samen.vel import Vel
from domain.beeld.samen.verbonden import verbonden
from domain.beeld.samen.verwachtingen import verwachtingen
from domain.beeld.samen.vrijheid import vrijheid
from domain.beeld.samen.waarden import waarden
from domain.feit import Feit
from domain.stand import Stand

VELLEN: Mapping[str, Callable[[Stand, Sequence[Feit]], Vel]] = {
    "overzicht": overzicht,
    "beeld": beeld,
    "belangen": belangen,
    "verwachtingen": verwachtingen,
    "spelniveaus": spelniveaus,
    "draagvlak": draagvlak,
    "rollen": rollen,
    "relaties": relaties,
    "gesprekken": gesprekken,
    "kaders": kaders,
    "waarden": waarden,
    "tafels": tafels,
    "intakes": intakes,
    "signalen": signalen.signalen,
    "omgeving": signalen.omgeving,
    "verbonden": verbonden,
    "participatie": participatie,
    "ondersteuning": steun.ondersteuning,
    "afhankelijkheden": steun.afhankelijkheden,
    "structuur": structuur.structuur,
    "regie": structuur.regie,
    "toets": toets,
    "evaluatie": evaluatie,
    "leervragen": leren.leervragen,
    "kenmerken": leren.kenmerken,
    "verhalen": leren.verhalen,
    "reflecties": leren.reflecties,
    "leeracties": leren.leeracties,
    "vrijheid": vrijheid,
}
