"""Ports of this machine, on loopback only."""

import socket

from runtime.instelfout import VOORVOEGSEL

LOKAAL = "127.0.0.1"


class PoortBezet(Exception):
    """Someone else already listens on the port we were told to use."""

    def __init__(self, poort: int, instelling: str = "") -> None:
        """Say which port, in Dutch, and which setting (such as `portaal.adres`) chooses another."""
        variabele = f"{VOORVOEGSEL}{instelling.upper().replace('.', '__')}"
        waar = f" met de instelling {instelling} ({variabele})" if instelling else ""
        super().__init__(f"Poort {poort} is al in gebruik. Stop het andere programma of kies een andere poort{waar}.")


def kies_poort(gewenst: int, instelling: str = "") -> int:
    """The port that was asked for, or a free one when that is 0; `PoortBezet` when it is taken."""
    with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as proef:
        proef.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            proef.bind((LOKAAL, gewenst))
        except OSError:
            raise PoortBezet(gewenst, instelling) from None
        poort: int = proef.getsockname()[1]
    return poort
