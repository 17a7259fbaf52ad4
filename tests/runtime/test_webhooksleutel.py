"""The key from which the secrets of subscribers follow: made once, kept to itself, and never mixed up."""

import stat
from pathlib import Path

import pytest

from runtime.sleutels import WEBHOOKSLEUTEL, SleutelFout, lees_webhooksleutel


def test_de_sleutel_wordt_een_keer_gemaakt_naast_de_ondertekensleutel(tmp_path: Path) -> None:
    ondertekensleutel = tmp_path / "geheim" / "ondertekensleutel.pem"
    with pytest.raises(SleutelFout, match=WEBHOOKSLEUTEL):
        lees_webhooksleutel(ondertekensleutel)
    eerste = lees_webhooksleutel(ondertekensleutel, mag_maken=True)
    assert eerste == lees_webhooksleutel(ondertekensleutel, mag_maken=True) == lees_webhooksleutel(ondertekensleutel)
    pad = ondertekensleutel.with_name(WEBHOOKSLEUTEL)
    assert stat.S_IMODE(pad.stat().st_mode) == 0o600
    assert pad.read_text()[:8] not in repr(eerste)


def test_elke_abonnee_heeft_een_eigen_geheim_en_een_eigen_leessleutel(tmp_path: Path) -> None:
    """What one subscriber holds says nothing about another, and the reading key can't sign."""
    sleutel = lees_webhooksleutel(tmp_path / "s.pem", mag_maken=True)
    ander = lees_webhooksleutel(tmp_path / "ander" / "s.pem", mag_maken=True)
    geheimen = {sleutel.geheim("a"), sleutel.geheim("b"), ander.geheim("a")}
    assert len(geheimen) == 3
    assert {len(geheim) for geheim in geheimen} == {32}
    assert sleutel.leessleutel("a").startswith("a.")
    assert len({s.leessleutel("a").partition(".")[2] for s in (sleutel, ander)}) == 2


@pytest.mark.parametrize("inhoud", [b"", b"abcd", b"zz" * 32, b"\xff" * 64, b"ab" * 33])
def test_een_bestand_dat_geen_sleutel_is_wordt_geweigerd(tmp_path: Path, inhoud: bytes) -> None:
    (tmp_path / WEBHOOKSLEUTEL).write_bytes(inhoud)
    with pytest.raises(SleutelFout, match="geen webhooksleutel"):
        lees_webhooksleutel(tmp_path / "s.pem")
