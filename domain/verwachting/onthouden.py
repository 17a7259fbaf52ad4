"""What a forecast remembers of steps that wait, so that not all of them are looked at again after every other step."""

from collections.abc import Callable, Iterable
from typing import NamedTuple

from domain.stand import Stand
from domain.taal.besluiten import Besluitstap
from domain.verwachting.taak import Taak

Maker = Callable[[Stand, Besluitstap], Iterable[Taak]]
"""Gives the tasks of a step."""


class _Gezien(NamedTuple):
    """The tasks of a step in the state `bij`, by whom they were made and what they depend on."""

    bij: Stand
    maak: Maker
    door: tuple[object, ...]
    taken: tuple[Taak, ...]


class Onthouden:
    """The tasks of steps that did not change since they were last looked at, for as long as one life is played.

    Most steps lie before their body while others move. What is given again may hold commands of an earlier moment: who
    does a task asks for it anew with `vers`.
    """

    def __init__(self) -> None:
        self._van: dict[str, _Gezien] = {}

    def taken(self, stand: Stand, stap: Besluitstap, maak: Maker) -> tuple[Taak, ...]:
        """What `maak` says of this step, asked again only when something changed by which it has other tasks."""
        door = (maak, stap, stand.haltes.get(stap.id), stand.vastleggingen.get(stap.id), stand.controversieel)
        oud = self._van.get(stap.id)
        if oud is None or stand.twijfels or any(a is not b for a, b in zip(oud.door, door, strict=True)):
            oud = self._van[stap.id] = _Gezien(stand, maak, door, tuple(maak(stand, stap)))
        return oud.taken

    def vers(self, stand: Stand, taak: Taak) -> Taak:
        """The same task with the commands of this moment."""
        gezien = self._van.get(taak.stap or "")
        if gezien is None or gezien.bij is stand or not any(t is taak for t in gezien.taken):
            return taak
        nu = gezien.maak(stand, stand.stappen[taak.stap or ""])
        return next((t for t in nu if t.sleutel == taak.sleutel), taak)
