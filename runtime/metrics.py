"""Temporal's core runtime: where its log goes and, when asked for, a Prometheus address."""

from temporalio.runtime import PrometheusConfig, Runtime, TelemetryConfig

from runtime.instelfout import InstellingenFout
from runtime.logboek import kernlog


def maak_runtime(metrics_adres: str | None = None) -> Runtime:
    """Make the runtime of this process; call it once and give it to `verbind`.

    Counters get `_total` by themselves, so name them without it. Heartbeats say nothing about this machine.
    """
    telemetrie = TelemetryConfig(
        logging=kernlog(), metrics=_prometheus(metrics_adres), global_tags={"service": "opgavenmotor"}
    )
    try:
        return Runtime(telemetry=telemetrie, disable_environment_info=True)
    except (RuntimeError, ValueError):
        zin = f"Op metrics_adres {metrics_adres} kunnen geen metingen staan. Is die poort vrij?"
        raise InstellingenFout(zin) from None


def _prometheus(adres: str | None) -> PrometheusConfig | None:
    if adres is None:
        return None
    return PrometheusConfig(bind_address=adres, counters_total_suffix=True, unit_suffix=True, durations_as_seconds=True)
