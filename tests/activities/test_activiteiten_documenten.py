"""The documents of a proposal in the register: written once, with the same bytes for the same facts, and never in the way."""

import hashlib
import io
import json
from collections.abc import Iterator

import pytest
import typst
from documentleven import OPGAVE, Vormleven, proefdocument, voorgelegd
from proefleven import leg_vast

from activities.documenten import maken
from documenten import pdf
from documenten.inhoud import Document
from register import documenten, lezen
from register.documenten import DocumentGeschonden
from register.tabellen import DOCUMENT
from register.verbinding import Register
from runtime.logboek import stel_logboek_in


@pytest.fixture(scope="module")
def leven() -> Vormleven:
    """Played once; nobody changes it."""
    return Vormleven().tot_a6()


@pytest.fixture
def uit() -> Iterator[io.StringIO]:
    """What is logged, one JSON line each."""
    stroom = io.StringIO()
    stel_logboek_in("json", uit=stroom)
    yield stroom
    stel_logboek_in()


def test_wie_een_stap_voorlegt_legt_er_een_statenvoorstel_bij(elk_register: Register, leven: Vormleven) -> None:
    """PDF and HTML, in the transaction of the fact, with a hash that holds, on both databases."""
    leg_vast(elk_register, leven.alles())
    _, feit, _ = voorgelegd(leven, "V1.A6.PS")
    rijen = documenten.documenten(elk_register, OPGAVE, "V1.A6.PS")
    assert [rij.sleutel for rij in rijen] == [f"{OPGAVE}:{feit.seq}:1:statenvoorstel:{v}" for v in ("html", "pdf")]
    assert [rij.mediatype for rij in rijen] == ["text/html; charset=utf-8", "application/pdf"]
    assert {rij.titel for rij in rijen} == {"Statenvoorstel: samen het net delen"}
    for rij in rijen:
        gelezen = documenten.document(elk_register, rij.sleutel)
        assert gelezen is not None
        assert (gelezen[0], hashlib.sha256(gelezen[1]).hexdigest()) == (rij, rij.sha256)
        assert rij.gemaakt_op == feit.vastgelegd_op
    soorten = [rij.soort for rij in documenten.documenten(elk_register, OPGAVE)]
    assert soorten == [*["gs_nota"] * 2, *["statenvoorstel"] * 2, *["gs_nota"] * 2, *["statenvoorstel"] * 2]


def test_opnieuw_verwerken_maakt_geen_tweede_document(register: Register, leven: Vormleven) -> None:
    """An activity that is tried again finds its documents written."""
    leg_vast(register, leven.alles())
    eerst = documenten.documenten(register, OPGAVE)
    leg_vast(register, leven.alles())
    assert documenten.documenten(register, OPGAVE) == eerst != ()


def test_wie_het_register_opnieuw_opbouwt_krijgt_dezelfde_bytes(register: Register, leven: Vormleven) -> None:
    """Also when the facts come one by one, and the term of a step is not there yet: so the hash means something."""
    for feit in leven.feiten:
        leg_vast(register, leven.bundel(feit))
    los = {rij.bestandsnaam: rij.sha256 for rij in documenten.documenten(register, OPGAVE)}
    for stap in ("V1.A0", "V1.A5.PS", "V1.A6.PS"):
        for stuk in maken.maak_stukken(*voorgelegd(leven, stap)):
            assert los[stuk.bestandsnaam] == stuk.sha256


def test_een_veranderd_document_wordt_niet_gegeven(register: Register, leven: Vormleven) -> None:
    """The hash is checked at every reading."""
    leg_vast(register, leven.alles())
    rij = documenten.documenten(register, OPGAVE)[0]
    with register.schrijf() as verbinding:
        verbinding.execute(DOCUMENT.update().where(DOCUMENT.c.sleutel == rij.sleutel).values(inhoud=b"iets anders"))
    with pytest.raises(DocumentGeschonden, match=rij.bestandsnaam):
        documenten.document(register, rij.sleutel)
    assert documenten.document(register, "bestaat-niet") is None


def test_een_ander_orgaan_krijgt_geen_document(register: Register, leven: Vormleven) -> None:
    """A council of a gemeente makes its own."""
    leg_vast(register, leven.alles())
    assert documenten.documenten(register, OPGAVE, "V1.A5.gemeente-dronten") == ()
    assert maken.maak_stukken(*voorgelegd(leven, "V1.A5.gemeente-dronten")) == ()


def test_een_pdf_die_niet_lukt_houdt_de_feiten_niet_op_en_blijft_niet_stil(
    register: Register, leven: Vormleven, monkeypatch: pytest.MonkeyPatch, uit: io.StringIO
) -> None:
    """The facts are in, the HTML is there, a text takes the place of the PDF, and the log warns without any content."""
    monkeypatch.setattr(typst, "compile", _stuk)
    leg_vast(register, leven.alles())
    assert lezen.tot_seq(register, OPGAVE) == leven.stand.seq
    html, nood = documenten.documenten(register, OPGAVE, "V1.A6.PS")
    assert html.mediatype.startswith("text/html")
    assert (nood.mediatype, nood.titel) == (maken.TEKST, "Statenvoorstel (noodversie in plaats van PDF)")
    assert nood.sleutel.endswith(":statenvoorstel:pdf")
    assert nood.bestandsnaam.endswith("-pdf-noodversie.txt")
    gelezen = documenten.document(register, nood.sleutel)
    assert gelezen is not None
    _, feit, _ = voorgelegd(leven, "V1.A6.PS")
    assert f"Kenmerk: {OPGAVE}:{feit.seq} {feit.hash[:12]}" in gelezen[1].decode()
    waarschuwingen = [json.loads(regel) for regel in uit.getvalue().splitlines()]
    assert [w["seq"] for w in waarschuwingen if w["level"] == "warning"][-1] == feit.seq
    assert {w["fout"] for w in waarschuwingen} == {"PdfFout"}
    assert "samen het net" not in uit.getvalue()


def _stuk(*_: object, **__: object) -> bytes:
    raise typst.TypstError("samen het net delen", "x")


def test_ook_als_niets_lukt_staan_de_feiten_er(
    register: Register, leven: Vormleven, monkeypatch: pytest.MonkeyPatch, uit: io.StringIO
) -> None:
    """Even the content can't be put together: two texts, and every fact."""

    def stuk(*_: object) -> Document:
        raise KeyError("V1.A6.PS")

    monkeypatch.setattr(maken, "maak_voorstel", stuk)
    leg_vast(register, leven.alles())
    assert lezen.tot_seq(register, OPGAVE) == leven.stand.seq
    rijen = documenten.documenten(register, OPGAVE)
    assert {rij.mediatype for rij in rijen} == {maken.TEKST}
    assert len({rij.sleutel for rij in rijen}) == len(rijen) == 8
    assert uit.getvalue().count("noodversie") == 8


def test_een_paniek_van_typst_is_een_gewone_fout(monkeypatch: pytest.MonkeyPatch) -> None:
    """Rust panics pass every `except Exception`; a stop of the process must still go through."""
    paniek = type("PanicException", (BaseException,), {})
    for fout, verwacht in ((paniek, pdf.PdfFout), (KeyboardInterrupt, KeyboardInterrupt)):

        def stuk(*_: object, fout: type[BaseException] = fout, **__: object) -> bytes:
            raise fout

        monkeypatch.setattr(typst, "compile", stuk)
        with pytest.raises(verwacht):
            pdf.maak_pdf(proefdocument())
