"""Starting the portal: it knows its own address on this computer, and refuses to guess one for the outside."""

import socket

import pytest

from runtime.instelfout import InstellingenFout
from runtime.instellingen import Instellingen, Portaal
from runtime.poorten import PoortBezet
from runtime.webserver import luister
from starter.cli.portaal import draai
from starter.portaal.draaien import met_adres


def _instellingen(**portaal: str) -> Instellingen:
    return Instellingen(portaal=Portaal.model_validate(portaal))


@pytest.fixture
def stopcontact() -> socket.socket:
    return luister("127.0.0.1:0")


def test_adres_van_deze_computer(stopcontact: socket.socket) -> None:
    """Without a setting the links lead to the port that was really taken."""
    poort = stopcontact.getsockname()[1]
    gevuld = met_adres(_instellingen(adres="127.0.0.1:0"), stopcontact)
    assert gevuld.portaal.basis_url == f"http://127.0.0.1:{poort}"
    stopcontact.close()


def test_eigen_adres_blijft(stopcontact: socket.socket) -> None:
    """What was set holds, also when the portal listens to a proxy on another address."""
    eigen = _instellingen(adres="0.0.0.0:8080", basis_url="https://portaal.example")
    assert met_adres(eigen, stopcontact).portaal.basis_url == "https://portaal.example"
    stopcontact.close()


def test_naar_buiten_zonder_naam_mag_niet(stopcontact: socket.socket) -> None:
    """Listening to the outside without saying under which name is refused, naming the setting."""
    with pytest.raises(InstellingenFout, match=r"portaal\.basis_url"):
        met_adres(_instellingen(adres="0.0.0.0:8080"), stopcontact)
    stopcontact.close()


@pytest.mark.parametrize("proxy", ["10.0.0.0/33", "proxy.provincie.example", ""])
def test_onleesbare_proxy_wordt_gemeld(proxy: str) -> None:
    """A proxy that can't be recognised later is told when the settings are read."""
    with pytest.raises(ValueError, match="IP-adres of netwerk"):
        Portaal(proxies=(proxy,))


async def test_bezette_poort_noemt_de_instelling(stopcontact: socket.socket, monkeypatch: pytest.MonkeyPatch) -> None:
    """Who starts the portal beside something else on its port reads what to change."""
    monkeypatch.setattr("starter.cli.portaal.stel_logboek_in", lambda *_: None)
    with pytest.raises(PoortBezet, match=r"portaal\.adres \(OPGAVE_PORTAAL__ADRES\)"):
        await draai(_instellingen(adres=f"127.0.0.1:{stopcontact.getsockname()[1]}"))
    stopcontact.close()
