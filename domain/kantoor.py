"""Office hours: when the province writes to people, on working days and, where that counts, outside the reces."""

from datetime import date, datetime

from domain.kalender import DAG, Kalender, lokale_datum, op
from domain.orgaan import Reces
from domain.reglement.postregels import Kloktijd, Postregels


def na_kantoor(moment: datetime, post: Postregels, kalender: Kalender, stil: tuple[Reces, ...] = ()) -> datetime:
    """The moment itself (UTC) when it is within office hours, otherwise the next moment at which the office opens.

    Args:
        moment: any moment with a zone.
        post: the office hours, local time; the closing time itself is outside.
        kalender: the working days.
        stil: periods without any post, both days included.
    """
    dag = lokale_datum(moment)
    if eerste_dag(dag, kalender, stil) == dag and moment < _om(dag, post.kantoor[1]):
        return max(moment, _om(dag, post.kantoor[0]))
    return opening(dag + DAG, post, kalender, stil)


def opening(vanaf: date, post: Postregels, kalender: Kalender, stil: tuple[Reces, ...] = ()) -> datetime:
    """The moment (UTC) at which the office opens on the first day it does, from this day on."""
    return _om(eerste_dag(vanaf, kalender, stil), post.kantoor[0])


def eerste_dag(dag: date, kalender: Kalender, stil: tuple[Reces, ...] = ()) -> date:
    """The first working day from this day on that falls in none of these periods."""
    dag = kalender.eerste_werkdag_vanaf(dag)
    while reces := next((r for r in stil if r.van <= dag <= r.tot), None):
        dag = kalender.eerste_werkdag_vanaf(reces.tot + DAG)
    return dag


def _om(dag: date, klok: Kloktijd) -> datetime:
    uur, minuut = klok.split(":")
    return op(dag, int(uur), int(minuut))
