"""The mail catcher, with a real SMTP client."""

import asyncio
from email import message_from_bytes, policy
from email.message import EmailMessage
from pathlib import Path

import aiosmtplib
import pytest

from runtime.poorten import PoortBezet
from runtime.postvanger import postvanger


def _brief(sleutel: str | None, onderwerp: str = "Besluit één") -> EmailMessage:
    brief = EmailMessage()
    brief["From"], brief["To"], brief["Subject"] = "motor@localhost", "griffie@localhost", onderwerp
    brief["Message-ID"] = "<RA-1.7.griffier@opgavenmotor>"
    if sleutel is not None:
        brief["X-Opgave-Sleutel"] = sleutel
    brief.set_content("Beste griffier,\n\n.\nDit is de vraag.\n")
    return brief


def _namen(map_: Path) -> list[str]:
    return sorted(pad.name for pad in map_.iterdir())


async def _stuur(poort: int, *brieven: EmailMessage) -> None:
    async with aiosmtplib.SMTP(hostname="127.0.0.1", port=poort) as client:
        for brief in brieven:
            await client.send_message(brief)


async def test_bericht_wordt_een_bestand(tmp_path: Path) -> None:
    """A message becomes a file under its own key, readable as it was sent."""
    async with postvanger(tmp_path / "post") as vanger:
        await _stuur(vanger.poort, _brief("RA-1:7:griffier"))
    gelezen = message_from_bytes((tmp_path / "post/RA-1-7-griffier.eml").read_bytes(), policy=policy.default)
    assert gelezen["Subject"] == "Besluit één"
    assert gelezen.get_content().replace("\r\n", "\n") == "Beste griffier,\n\n.\nDit is de vraag.\n"


async def test_twee_keer_sturen_is_te_zien(tmp_path: Path) -> None:
    """The same message twice gives two files: a repeat must not hide."""
    async with postvanger(tmp_path) as vanger:
        await _stuur(vanger.poort, _brief("RA-1:7"), _brief("RA-1:7"))
    assert _namen(tmp_path) == ["RA-1-7-2.eml", "RA-1-7.eml"]


@pytest.mark.parametrize("sleutel", ["../../etc/passwd", "/x", "..", "a" * 400, "…", "x\\y"])
async def test_sleutel_breekt_niet_uit_de_map(tmp_path: Path, sleutel: str) -> None:
    """No key can name a file outside the folder, or one that can't exist."""
    async with postvanger(tmp_path / "post") as vanger:
        await _stuur(vanger.poort, _brief(sleutel))
    assert _namen(tmp_path) == ["post"]
    assert len(_namen(tmp_path / "post")) == 1


async def test_zonder_sleutel_een_nummer(tmp_path: Path) -> None:
    """Messages without a key are counted, also when many come at once."""
    async with postvanger(tmp_path) as vanger:
        await asyncio.gather(*(_stuur(vanger.poort, _brief(None)) for _ in range(8)))
    assert _namen(tmp_path) == [f"bericht-{nummer}.eml" for nummer in range(1, 9)]


async def test_volle_schijf_is_later_proberen(tmp_path: Path) -> None:
    """When a message can't be kept, the sender hears to try again, not that it went well."""
    async with postvanger(tmp_path / "post") as vanger:
        await asyncio.to_thread((tmp_path / "post").write_text, "geen map")
        with pytest.raises(aiosmtplib.SMTPDataError) as fout:
            await _stuur(vanger.poort, _brief("k"))
    assert fout.value.code == 451


async def test_poort_in_gebruik_is_een_nette_fout(tmp_path: Path) -> None:
    """A port that is taken is said in Dutch, and a stopped catcher gives its port back."""
    async with postvanger(tmp_path) as vanger:
        with pytest.raises(PoortBezet, match=f"Poort {vanger.poort} is al in gebruik"):
            async with postvanger(tmp_path, vanger.poort):
                pass
    async with postvanger(tmp_path, vanger.poort) as weer:
        assert weer.poort == vanger.poort
