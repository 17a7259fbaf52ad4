"""Workflows and activities for the tests of the runtime; a module of its own, because the sandbox imports it again."""

import asyncio
from datetime import date, timedelta
from decimal import Decimal

from pydantic import BaseModel, ConfigDict
from temporalio import activity, workflow
from temporalio.common import RetryPolicy


class Post(BaseModel):
    model_config = ConfigDict(frozen=True)

    bedrag: Decimal
    dag: date
    wie: tuple[str, ...]


@activity.defn
def verdubbel(post: Post) -> Post:
    activity.logger.info("verdubbeld", extra={"opgave_id": "RA-1", "naam": "Jansen"})
    return post.model_copy(update={"bedrag": post.bedrag * 2})


@activity.defn
async def traag(seconden: float) -> int:
    await asyncio.sleep(seconden)
    return activity.info().attempt


@activity.defn
def mislukt(adres: str) -> None:
    raise RuntimeError(f"geweigerd: {adres}")


@workflow.defn
class Verdubbel:
    @workflow.run
    async def run(self, post: Post) -> Post:
        workflow.logger.info("begonnen", extra={"opgave_id": "RA-1"})
        return await workflow.execute_activity(verdubbel, post, start_to_close_timeout=timedelta(seconds=10))


@workflow.defn
class Traag:
    @workflow.run
    async def run(self, seconden: float) -> int:
        return await workflow.execute_activity(traag, seconden, start_to_close_timeout=timedelta(seconds=30))


@workflow.defn
class Mislukt:
    @workflow.run
    async def run(self, adres: str) -> None:
        eens = RetryPolicy(maximum_attempts=1)
        await workflow.execute_activity(mislukt, adres, start_to_close_timeout=timedelta(seconds=10), retry_policy=eens)


@workflow.defn
class Wachter:
    def __init__(self) -> None:
        self._post: Post | None = None

    @workflow.run
    async def run(self) -> Post:
        await workflow.wait_condition(lambda: self._post is not None)
        assert self._post is not None
        return self._post

    @workflow.update
    def geef(self, post: Post) -> None:
        self._post = post
