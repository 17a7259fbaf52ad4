"""The floor of the storm: an activity that does nothing but speak SMTP. No mail leaves faster by this client."""

import time
from datetime import timedelta
from typing import NamedTuple

from temporalio import activity, workflow
from temporalio.common import RetryPolicy

with workflow.unsafe.imports_passed_through():
    import aiosmtplib

NAAM, POST_ALLEEN = "Stormvloer", "post_alleen"
AFZENDER, AAN = "vloer@example.org", "partner@example.org"


class Lading(NamedTuple):
    """So many mails of so many bytes, to this port."""

    poort: int
    aantal: int
    bytes: int


@activity.defn(name=POST_ALLEEN)
async def post_alleen(lading: Lading) -> float:
    """Send them over one connection; gives the seconds it took, connecting included."""
    mail = b"Subject: vloer\r\n\r\n" + (b"x" * 76 + b"\r\n") * (lading.bytes // 78)
    begin = time.perf_counter()
    client = aiosmtplib.SMTP(hostname="127.0.0.1", port=lading.poort, start_tls=False, local_hostname="vloer")
    async with client as server:
        for _ in range(lading.aantal):
            await server.sendmail(AFZENDER, [AAN], mail)
    return time.perf_counter() - begin


@workflow.defn(name=NAAM)
class Stormvloer:
    """One activity."""

    @workflow.run
    async def run(self, lading: Lading) -> float:
        seconden: float = await workflow.execute_activity(
            POST_ALLEEN,
            lading,
            start_to_close_timeout=timedelta(minutes=2),
            retry_policy=RetryPolicy(maximum_attempts=1),
            result_type=float,
        )
        return seconden
