"""A workflow runner around that of production, which looks at the state after each workflow task of a replay.

Only what Temporal offers: a runner may wrap another, and an interceptor may ask which workflow instance it is in. The
state is read through the workflow's own query.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import Any

from temporalio import workflow
from temporalio.bridge.proto.workflow_activation import WorkflowActivation
from temporalio.bridge.proto.workflow_completion import WorkflowActivationCompletion
from temporalio.worker import (
    ExecuteWorkflowInput,
    HandleUpdateInput,
    WorkflowInboundInterceptor,
    WorkflowInstance,
    WorkflowInstanceDetails,
    WorkflowRunner,
)

from domain.feit import Bewijs
from domain.stand import Stand


@dataclass
class Kijker:
    """Knows the workflow instance of one replayed run, once there is one."""

    instantie: Any = None

    def stand(self) -> Stand | None:
        """The state as the workflow has it now; None before it began."""
        return self.instantie.stand() if self.instantie is not None else None


Zie = Callable[[int, datetime, Stand], None]
"""Called after a workflow task: the id of the event that started it, its time (UTC, whole seconds) and the state."""
Hoor = Callable[[str, Bewijs], None]
"""Called with the id of an update and the receipt that its handler gave."""


class Opnamerunner(WorkflowRunner):
    """Wraps a runner; every instance it makes is looked at."""

    def __init__(self, binnen: WorkflowRunner, zie: Zie, hoor: Hoor) -> None:
        """Wrap `binnen`; `zie` and `hoor` are told."""
        self._binnen, self._zie, self._hoor = binnen, zie, hoor

    def prepare_workflow(self, defn: Any) -> None:
        """As the wrapped one does."""
        self._binnen.prepare_workflow(defn)

    def set_worker_level_failure_exception_types(self, types: Any) -> None:
        """As the wrapped one does."""
        self._binnen.set_worker_level_failure_exception_types(types)

    def create_instance(self, det: WorkflowInstanceDetails) -> WorkflowInstance:
        """An instance that is looked at."""
        kijker = Kijker()
        camera = _camera(kijker, self._hoor)
        gezien = self._binnen.create_instance(replace(det, interceptor_classes=[*det.interceptor_classes, camera]))
        return _Opname(gezien, kijker, self._zie)


def _camera(kijker: Kijker, hoor: Hoor) -> type[WorkflowInboundInterceptor]:
    """Made anew for each instance, because a class is all that Temporal takes."""

    class Camera(WorkflowInboundInterceptor):
        async def execute_workflow(self, input: ExecuteWorkflowInput) -> Any:
            kijker.instantie = workflow.instance()
            return await super().execute_workflow(input)

        async def handle_update_handler(self, input: HandleUpdateInput) -> Any:
            kijker.instantie = workflow.instance()
            bewijs = await super().handle_update_handler(input)
            hoor(input.id, bewijs)
            return bewijs

    return Camera


class _Opname(WorkflowInstance):
    def __init__(self, binnen: WorkflowInstance, kijker: Kijker, zie: Zie) -> None:
        self._binnen, self._kijker, self._zie = binnen, kijker, zie

    def activate(self, act: WorkflowActivation) -> WorkflowActivationCompletion:
        klaar = self._binnen.activate(act)
        weg = any(job.HasField("remove_from_cache") for job in act.jobs)
        if not weg and klaar.HasField("successful") and (stand := self._kijker.stand()) is not None:
            self._zie(act.history_length, act.timestamp.ToDatetime(UTC).replace(microsecond=0), stand)
        return klaar

    def get_info(self) -> workflow.Info:
        return self._binnen.get_info()

    def get_thread_id(self) -> int | None:
        return self._binnen.get_thread_id()

    def get_serialization_context(self, command_info: Any) -> Any:
        return self._binnen.get_serialization_context(command_info)

    def get_external_store_context(self, command_info: Any) -> Any:
        return self._binnen.get_external_store_context(command_info)
