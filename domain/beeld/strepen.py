"""Texts that may not be read: known again however they are typed (capitals, spaces, line breaks), and struck out."""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import Any, TypeVar

from domain.basis import Model

T = TypeVar("T", bound=Model)

WEG = "[geheim]"
_ONZICHTBAAR = dict.fromkeys(map(ord, "\u00ad\u200b\u200c\u200d\u2060\ufeff"))
"""Soft hyphens and spaces without width: nobody sees them, so they make no other text."""


def kaal(tekst: str) -> str:
    """A text as it is compared."""
    return " ".join(unicodedata.normalize("NFKC", tekst).translate(_ONZICHTBAAR).casefold().split())


@dataclass(frozen=True)
class Verboden:
    """Texts that may not be read, made ready to be looked for once; for one report, index or dossier."""

    teksten: tuple[str, ...]

    def __bool__(self) -> bool:
        return bool(self._kaal)

    def zegt(self, tekst: str) -> bool:
        """Whether one of them stands in this text."""
        return self._staat_in(kaal(tekst))

    def streep(self, model: T) -> T:
        """The same model with them struck out of every text in it."""
        return type(model).model_validate(self.gestreept(model.model_dump(mode="json"))) if self else model

    def gestreept(self, waarde: Any) -> Any:
        """The same for what was dumped as JSON."""
        match waarde:
            case dict():
                return {veld: self.gestreept(deel) for veld, deel in waarde.items()}
            case list():
                return [self.gestreept(deel) for deel in waarde]
            case str():
                return self._tekst(waarde)
            case _:
                return waarde

    def _tekst(self, tekst: str) -> str:
        """With the words struck out; the whole text where they stand in it in a way that no pattern follows."""
        gezocht = kaal(tekst)
        if not self._staat_in(gezocht):
            return tekst
        for verboden, getypt in self._kaal.items():
            if verboden in gezocht:
                tekst = _patroon(getypt).sub(WEG, tekst)
        return WEG if self.zegt(tekst) else tekst

    def _staat_in(self, gezocht: str) -> bool:
        return len(gezocht) >= self._kortste and any(verboden in gezocht for verboden in self._kaal)

    @cached_property
    def _kaal(self) -> dict[str, str]:
        """As they are compared, each with how it was typed, the longest first."""
        paren = ((kaal(tekst), tekst) for tekst in self.teksten)
        return dict(sorted((p for p in paren if p[0]), key=lambda p: (-len(p[0]), p)))

    @cached_property
    def _kortste(self) -> int:
        return min(map(len, self._kaal), default=0)


def verboden(teksten: Iterable[str]) -> Verboden:
    """These texts, each once."""
    return Verboden(tuple(dict.fromkeys(teksten)))


def _patroon(getypt: str) -> re.Pattern[str]:
    """Python keeps the patterns it made last."""
    return re.compile(r"\s+".join(map(re.escape, getypt.split())), re.IGNORECASE)
