"""Errors of the database as Temporal may know them: retried, and without a word of what was being written."""

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy.exc import SQLAlchemyError
from temporalio.exceptions import ApplicationError


@contextmanager
def zonder_inhoud() -> Iterator[None]:
    """PostgreSQL quotes the whole row in its error, and the text of an error ends up in histories and logs."""
    try:
        yield
    except SQLAlchemyError as fout:
        reden = f"Het register kan dit nu niet verwerken ({type(fout).__name__})."
        raise ApplicationError(reden, type="RegisterFout") from None
