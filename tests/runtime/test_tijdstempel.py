"""Time stamps of a real authority (openssl): got, checked, and refused when anything about them is not right."""

import hashlib
import socket
import sys
from collections.abc import Iterator
from pathlib import Path
from threading import Thread

import pytest

sys.path.append(str(Path(__file__).parents[1]))  # the helpers that rooms share

from tijdstempeldienst import Tijdstempeldienst, maak_dienst, tijdstempeldienst

from runtime.tijdstempel import StempelFout, controleer_stempel, haal_stempel, lees_ca, lees_stempel

INHOUD = b"controlepunt 1"


@pytest.fixture
def dienst(tmp_path: Path) -> Iterator[Tijdstempeldienst]:
    with tijdstempeldienst(tmp_path / "tsa") as draait:
        yield draait


def test_een_stempel_klopt_voor_deze_bytes_en_deze_dienst(dienst: Tijdstempeldienst, tmp_path: Path) -> None:
    """Not for other bytes, not by another authority, and not after one byte of it was changed."""
    stempel = haal_stempel(dienst.url, INHOUD, dienst.ca)
    gelezen = controleer_stempel(stempel, INHOUD, dienst.ca)
    assert gelezen == lees_stempel(stempel)
    assert gelezen.van.utcoffset() is not None
    with pytest.raises(StempelFout):
        controleer_stempel(stempel, b"controlepunt 2", dienst.ca)
    with pytest.raises(StempelFout):
        controleer_stempel(stempel, INHOUD, maak_dienst(tmp_path / "ander").ca)
    plek = stempel.index(bytes.fromhex(gelezen.over))
    anders = stempel[:plek] + bytes([stempel[plek] ^ 1]) + stempel[plek + 1 :]
    with pytest.raises(StempelFout):
        controleer_stempel(anders, INHOUD, dienst.ca)
    tijd = gelezen.van.strftime("%Y%m%d%H%M%S").encode()
    eerder = stempel.replace(tijd, b"2001" + tijd[4:])
    assert eerder != stempel
    with pytest.raises(StempelFout):
        controleer_stempel(eerder, INHOUD, dienst.ca)


def test_het_stempel_is_over_de_sha256_van_de_bytes(dienst: Tijdstempeldienst) -> None:
    assert lees_stempel(haal_stempel(dienst.url, INHOUD)).over == hashlib.sha256(INHOUD).hexdigest()


def test_een_dienst_die_er_niet_is_of_niet_wil_is_een_nette_fout(dienst: Tijdstempeldienst) -> None:
    dienst.kapot = True
    with pytest.raises(StempelFout, match=r"niet bereikbaar \(HTTP 503\)"):
        haal_stempel(dienst.url, INHOUD)
    with pytest.raises(StempelFout, match="niet bereikbaar"):
        haal_stempel("http://127.0.0.1:1/tsr", INHOUD, seconden=2)


def test_een_antwoord_op_een_andere_vraag_wordt_niet_aangenomen(
    dienst: Tijdstempeldienst, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A stamp of earlier, given again, has another number in it than this question."""
    eerder = haal_stempel(dienst.url, INHOUD)
    monkeypatch.setattr(dienst, "stempel", lambda vraag: eerder)
    with pytest.raises(StempelFout, match="hoort niet bij deze vraag"):
        haal_stempel(dienst.url, INHOUD)


@pytest.mark.parametrize("onzin", [b"", b"<html>nee</html>", b"\x30\x80\x00"])
def test_onzin_is_geen_stempel(onzin: bytes, tmp_path: Path) -> None:
    with pytest.raises(StempelFout):
        lees_stempel(onzin)
    (tmp_path / "ca.pem").write_bytes(onzin)
    with pytest.raises(StempelFout, match="niet te lezen"):
        lees_ca(tmp_path / "ca.pem")


def test_een_dienst_die_geen_http_spreekt_is_een_nette_fout() -> None:
    """Any error of the conversation: a stamp never stands in the way of the checkpoint."""
    with socket.create_server(("127.0.0.1", 0)) as luistert:

        def praat() -> None:
            verbinding, _ = luistert.accept()
            with verbinding:
                verbinding.recv(65_536)
                verbinding.sendall(b"onzin\r\n\r\n")

        draad = Thread(target=praat, daemon=True)
        draad.start()
        with pytest.raises(StempelFout, match="niet bereikbaar"):
            haal_stempel(f"http://127.0.0.1:{luistert.getsockname()[1]}/tsr", INHOUD, seconden=5)
        draad.join()
