"""The play for real: one agenda, forty opgaven, four years, on a server that skips time."""

from pathlib import Path

import draaiboek
import nakijken
import omgeving
import pytest
from agenda import AGENDA
from echt import begin
from omgeving import reishuis
from test_seeds import rijen

from register import lezen


@pytest.mark.lang
async def test_een_regio_leeft_vier_jaar_en_alles_telt_op(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing is lost, also where the agenda goes on in a new run; every report adds up; every row of the sources happens.

    Nobody has an address here: what is sent, and when, is for other tests.
    """
    monkeypatch.setattr(omgeving, "zet_contacten", lambda register: None)
    beurten = draaiboek.alles()
    async with reishuis(tmp_path) as huis:
        spel = await begin(huis, beurten[0].moment, voort={AGENDA: 120})
        await spel.speel(beurten)
        await spel.kom_tot_rust()
        feiten = nakijken.alle_feiten(huis.register)
        nakijken.niets_zoek(huis.register)
        nakijken.ketens_heel(feiten)
        nakijken.agenda_klopt(huis.register, feiten)
        nakijken.leren_klopt(huis.register, feiten)
        gebeurd = {naam for reeks in feiten.values() for feit in reeks for naam in nakijken.namen(feit)}
        assert {feit for rij in rijen() for feit in rij.feiten} <= gebeurd
        begonnen = {id_: stand.begin for id_ in feiten if (stand := lezen.stand(huis.register, id_))}
        assert len(nakijken.trefkans(feiten, begonnen).missers) > 300
        assert await spel.runs(AGENDA) > 2
        assert (await spel.opgaven.stand(AGENDA)).kop == feiten[AGENDA][-1].hash
