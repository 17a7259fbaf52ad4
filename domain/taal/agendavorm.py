"""What every command and every fact about the regionale agenda is, so that the wegwijzer knows them."""

from domain.basis import Model


class AgendaOpdracht(Model):
    """Commands about the agenda."""


class AgendaFeit(Model):
    """Facts about the agenda."""
