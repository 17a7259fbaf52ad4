"""Logging, set up once per process: structlog for us, the standard library for others, one safe way out."""

import logging
import sys
from typing import Any, Literal, TextIO, cast

import structlog
from structlog.stdlib import BoundLogger, ProcessorFormatter
from structlog.types import Processor
from temporalio import activity, workflow
from temporalio.runtime import LogForwardingConfig, LoggingConfig, TelemetryFilter

from runtime.logveilig import EIGEN, kort_vreemd, maak_veilig, plat

KERN = "temporal.core"
"""Logger that receives what Temporal's Rust core has to say."""


class _Uitgang(logging.StreamHandler[TextIO]):
    """Our one handler, recognisable, so that setting up twice does not log twice."""


def stel_logboek_in(
    formaat: Literal["console", "json"] = "console", niveau: str = "INFO", uit: TextIO | None = None
) -> None:
    """Send all logging to `uit` (standard error by default) in one shape, with only allowed fields."""
    _vervang_uitgang(formaat, uit or sys.stderr)
    _stel_niveaus_in(niveau)
    _stel_temporal_in()
    structlog.configure(
        processors=[structlog.contextvars.merge_contextvars, ProcessorFormatter.wrap_for_formatter],
        logger_factory=structlog.stdlib.LoggerFactory(),
        wrapper_class=BoundLogger,
    )


def log(naam: str) -> BoundLogger:
    """The logger of one of our modules, outside workflows and activities."""
    return structlog.stdlib.get_logger(f"{EIGEN}.{naam}")


def activiteitlog() -> BoundLogger:
    """The logger for activities: it knows which activity, workflow and attempt it is in."""
    return _om(activity.logger)


def kernlog() -> LoggingConfig:
    """Forward the core's own log at WARN, without its data fields."""
    doorgifte = LogForwardingConfig(
        logger=logging.getLogger(KERN), append_target_to_name=False, append_log_fields_to_message=False
    )
    return LoggingConfig(filter=TelemetryFilter(core_level="WARN", other_level="ERROR"), forwarding=doorgifte)


def _om(adapter: Any) -> BoundLogger:
    """Wrap Temporal's adapter instead of replacing it, so that replay and context stay Temporal's affair."""
    verpakt = structlog.wrap_logger(
        adapter, processors=[structlog.stdlib.render_to_log_kwargs], wrapper_class=BoundLogger
    )
    return cast(BoundLogger, verpakt)


def _vervang_uitgang(formaat: str, uit: TextIO) -> None:
    wortel = logging.getLogger()
    for oude in [deel for deel in wortel.handlers if isinstance(deel, _Uitgang)]:
        wortel.removeHandler(oude)
    uitgang = _Uitgang(uit)
    uitgang.setFormatter(_vormer(formaat, uit))
    wortel.addHandler(uitgang)


def _vormer(formaat: str, uit: TextIO) -> ProcessorFormatter:
    weergave: Processor = (
        structlog.processors.JSONRenderer(ensure_ascii=False)
        if formaat == "json"
        else structlog.dev.ConsoleRenderer(colors=uit.isatty())
    )
    return ProcessorFormatter(
        foreign_pre_chain=[structlog.stdlib.ExtraAdder(), plat, kort_vreemd],
        processors=[
            structlog.stdlib.add_log_level,
            structlog.stdlib.add_logger_name,
            structlog.processors.TimeStamper(fmt="iso", utc=True),
            maak_veilig,
            weergave,
        ],
    )


def _stel_niveaus_in(niveau: str) -> None:
    """Ours at the chosen level; others from WARNING, because mail and database libraries log addresses below it."""
    logging.getLogger().setLevel(logging.WARNING)
    for naam in (EIGEN, "temporalio"):
        logging.getLogger(naam).setLevel(niveau)


def _stel_temporal_in() -> None:
    """Context as fields instead of text, and handlers outside the sandbox (they read the clock).

    Workflow code logs with `workflow.logger` itself and `extra=`: it knows no runtime, and is silent during replay.
    """
    workflow.logger.workflow_info_on_message = False
    activity.logger.activity_info_on_message = False
    workflow.logger.unsafe_disable_sandbox()
