"""The sheet on which a jurist answers whether a form is a gemeenschappelijke regeling."""

from typing import Literal

from pydantic import Field

from domain.basis import Kenmerk, Model, Tekst


class WgrToets(Model):
    """A convenant about public powers can come close to a gemeenschappelijke regeling (Wgr 1, 51, 73, 83)."""

    blad: Literal["wgr_toets"]
    traject: Kenmerk = Field(description="vormtraject waar het over gaat")
    is_wgr: bool = Field(description="ja als het een gemeenschappelijke regeling is")
    motivering: Tekst

    def sleutel(self) -> str:
        return f"{self.blad}:{self.traject}"
