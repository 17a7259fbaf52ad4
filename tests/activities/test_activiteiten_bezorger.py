"""The rounds by the clock: they go on through trouble, tell that they live, and stop when the worker does."""

import asyncio
from typing import Any

from temporalio.testing import ActivityEnvironment

from activities.bezorger import Bezorger


async def test_ronden_volgen_elkaar_op_met_een_hartslag_tot_de_dag_om_is() -> None:
    gedaan, hartslagen = [], []
    omgeving = ActivityEnvironment()
    omgeving.on_heartbeat = lambda *details: hartslagen.append(details)

    async def post() -> None:
        gedaan.append("post")

    async def gebeurtenissen() -> None:
        gedaan.append("gebeurtenissen")

    await omgeving.run(Bezorger(post, gebeurtenissen, tussenpoos=0.01, duur=0.2).bezorg_ronden)
    assert gedaan[:4] == ["post", "gebeurtenissen"] * 2
    assert len(hartslagen) == len(gedaan)


async def test_wat_in_een_ronde_misgaat_houdt_de_volgende_niet_tegen() -> None:
    gedaan: list[str] = []

    async def stuk() -> None:
        gedaan.append("stuk")
        raise RuntimeError("jan@dronten.example")

    async def heel() -> None:
        gedaan.append("heel")

    await ActivityEnvironment().run(Bezorger(stuk, heel, tussenpoos=0.01, duur=0.1).bezorg_ronden)
    assert gedaan[:4] == ["stuk", "heel"] * 2


async def test_een_worker_die_stopt_hoeft_niet_te_wachten() -> None:
    """The round under way is finished; a pause of an hour is not."""
    omgeving, af = ActivityEnvironment(), asyncio.Event()

    async def ronde() -> None:
        af.set()

    loopt: asyncio.Task[Any] = asyncio.ensure_future(omgeving.run(Bezorger(ronde, tussenpoos=3600).bezorg_ronden))
    await af.wait()
    omgeving.worker_shutdown()
    await asyncio.wait_for(loopt, 10)
    assert loopt.exception() is None
