"""An object as MDTO-XML 1.0.1. In that schema the order of the elements is fixed; here they stand in that order."""

from collections.abc import Iterator
from datetime import date

from lxml import etree

from audit.mdto.model import (
    BRON,
    LIJST_FORMAAT,
    WAARDERINGEN,
    Beperking,
    Bestand,
    Event,
    Informatieobject,
    Object,
    Verwijzing,
)
from documenten.inhoud import een_regel, schoon

NS = "https://www.nationaalarchief.nl/mdto"
SCHEMA = f"{NS} {NS}/MDTO-XML1.0.1.xsd"
_XSI = "http://www.w3.org/2001/XMLSchema-instance"
AGGREGATIE, EVENTS = "Begrippenlijst Aggregatieniveaus MDTO", "Begrippenlijst EventTypeLijst MDTO"
WAARDERING, BEPERKING = "Begrippenlijst Waarderingen MDTO", "Begrippenlijst BeperkingGebruikTypeLijst MDTO"
RELATIE, BETROKKENE = (
    "Begrippenlijst Relatietypen (informatieobject) MDTO",
    "Begrippenlijst Relatietypen (betrokkene) MDTO",
)
CHECKSUM, SELECTIELIJST = "Begrippenlijst ChecksumAlgoritme MDTO", "Provinciale Selectielijst (Provisa)"
Element = etree._Element


def als_xml(object_: Object) -> bytes:
    """The file, in UTF-8; the same bytes for the same object."""
    wortel = etree.Element(f"{{{NS}}}MDTO", nsmap={None: NS, "xsi": _XSI})  # type: ignore[dict-item]
    wortel.set(f"{{{_XSI}}}schemaLocation", SCHEMA)
    match object_:
        case Informatieobject():
            wortel.append(_deel("informatieobject", *_informatieobject(object_)))
        case Bestand():
            wortel.append(_deel("bestand", *_bestand(object_)))
    return etree.tostring(wortel, xml_declaration=True, encoding="UTF-8", pretty_print=True)


def _informatieobject(o: Informatieobject) -> Iterator[Element]:
    yield _identificatie("identificatie", o.kenmerk, BRON)
    yield _tekst("naam", een_regel(o.naam))
    yield _begrip("aggregatieniveau", o.niveau, AGGREGATIE)
    if o.thema:
        yield _begrip("classificatie", o.thema, f"Thema's {BRON}")
    if o.omschrijving:
        yield _tekst("omschrijving", o.omschrijving)
    yield _dekking(o.van, o.tot)
    if o.gebied:
        yield _deel("dekkingInRuimte", _tekst("verwijzingNaam", een_regel(o.gebied)))
    yield _tekst("taal", "nl")
    yield from map(_event, o.events)
    yield _begrip("waardering", WAARDERINGEN[o.waardering], WAARDERING, o.waardering)
    if o.categorie:
        yield _begrip("informatiecategorie", o.categorie, SELECTIELIJST, o.categorie)
    yield from (_verwijzing("isOnderdeelVan", v) for v in o.onderdeel_van)
    yield from (_verwijzing("bevatOnderdeel", v) for v in o.onderdelen)
    yield from (_verwijzing("heeftRepresentatie", v) for v in o.representaties)
    for naar, relatie in o.gerelateerd:
        yield _deel(
            "gerelateerdInformatieobject",
            _verwijzing("gerelateerdInformatieobjectVerwijzing", naar),
            _begrip("gerelateerdInformatieobjectTypeRelatie", relatie, RELATIE),
        )
    yield _verwijzing("archiefvormer", o.archiefvormer)
    for wie in o.betrokkenen:
        soort = _begrip("betrokkeneTypeRelatie", "Belanghebbende", BETROKKENE)
        yield _deel("betrokkene", soort, _verwijzing("betrokkeneActor", wie))
    yield _beperking(o.beperking)


def _bestand(b: Bestand) -> Iterator[Element]:
    yield _identificatie("identificatie", b.kenmerk, BRON)
    yield _tekst("naam", een_regel(b.naam))
    yield _tekst("omvang", str(b.omvang))
    yield _begrip("bestandsformaat", b.formaat[0], LIJST_FORMAAT, b.formaat[1])
    yield _deel(
        "checksum",
        _begrip("checksumAlgoritme", "SHA-256", CHECKSUM),
        _tekst("checksumWaarde", b.sha256),
        _tekst("checksumDatum", b.gemeten_op.isoformat()),
    )
    yield _verwijzing("isRepresentatieVan", b.representeert)


def _event(e: Event) -> Element:
    delen = [_begrip("eventType", e.type, EVENTS), _tekst("eventTijd", e.tijd.isoformat())]
    delen.append(_deel("eventVerantwoordelijkeActor", _tekst("verwijzingNaam", een_regel(e.door))))
    delen += [_tekst("eventResultaat", een_regel(e.resultaat))] if e.resultaat else []
    return _deel("event", *delen)


def _dekking(van: date, tot: date | None) -> Element:
    delen = [_begrip("dekkingInTijdType", "Looptijd", f"Dekking in tijd {BRON}")]
    delen.append(_tekst("dekkingInTijdBegindatum", van.isoformat()))
    delen += [_tekst("dekkingInTijdEinddatum", tot.isoformat())] if tot else []
    return _deel("dekkingInTijd", *delen)


def _beperking(b: Beperking) -> Element:
    delen = [_begrip("beperkingGebruikType", b.type, BEPERKING)]
    delen += [_tekst("beperkingGebruikNadereBeschrijving", b.beschrijving)] if b.beschrijving else []
    if b.sinds:
        delen.append(_deel("beperkingGebruikTermijn", _tekst("termijnStartdatumLooptijd", b.sinds.isoformat())))
    return _deel("beperkingGebruik", *delen)


def _begrip(naam: str, label: str, lijst: str, code: str = "") -> Element:
    delen = [_tekst("begripLabel", een_regel(label)), *([_tekst("begripCode", code)] if code else [])]
    return _deel(naam, *delen, _deel("begripBegrippenlijst", _tekst("verwijzingNaam", lijst)))


def _verwijzing(naam: str, v: Verwijzing) -> Element:
    eigen = _identificatie("verwijzingIdentificatie", v.kenmerk, v.bron)
    return _deel(naam, _tekst("verwijzingNaam", een_regel(v.naam)), eigen)


def _identificatie(naam: str, kenmerk: str, bron: str) -> Element:
    return _deel(naam, _tekst("identificatieKenmerk", kenmerk), _tekst("identificatieBron", bron))


def _tekst(naam: str, tekst: str) -> Element:
    element = etree.Element(f"{{{NS}}}{naam}")
    element.text = schoon(tekst)
    return element


def _deel(naam: str, *delen: Element) -> Element:
    element = etree.Element(f"{{{NS}}}{naam}")
    element.extend(delen)
    return element
