"""The fingerprint of a workflow: which commands its source sends, in which order, under which conditions.

Read from the text alone, so that nothing is run and nothing can hide behind an import. Timeouts, retries and summaries
may change freely: a history does not hold them against the code. Everything named here may not, without a patch.
"""

import ast
from collections.abc import Iterator

COMMANDO = {
    *("execute_activity", "start_activity", "execute_local_activity", "start_local_activity"),
    *("execute_activity_method", "start_activity_method", "execute_child_workflow", "start_child_workflow"),
    *("sleep", "wait_condition", "continue_as_new", "upsert_memo", "upsert_search_attributes", "patched"),
    *("deprecate_patch", "uuid4", "random", "call_later", "call_at", "wait_for", "create_task", "gather", "signal"),
}
"""Calls that leave a command, or that a replay must find in the same place."""
GRENS = (int, float)


def volgorde(bron: str, namen: str, schil: str = "") -> dict[str, list[str]]:
    """Per workflow its handlers, its numbers and, method after method, its calls in the order of the text.

    Args:
        bron: the source of a module of workflows.
        namen: the source of `workflows.namen`, so that a renamed activity shows.
        schil: the source of the module whose class a workflow may rest on.
    """
    boom, onder, woorden = ast.parse(bron), ast.parse(schil), _constanten(ast.parse(namen))
    return {
        klasse.name: [*_kop(klasse, woorden), *_van(boom, klasse, woorden), *_geerfd(onder, klasse, woorden)]
        for klasse in boom.body
        if isinstance(klasse, ast.ClassDef) and _versierd(klasse, "defn")
    }


def _van(boom: ast.Module, klasse: ast.ClassDef, woorden: dict[str, object]) -> Iterator[str]:
    yield from (f"{naam} = {waarde}" for naam, waarde in _constanten(boom).items() if isinstance(waarde, GRENS))
    yield from _methoden(klasse, woorden)


def _geerfd(onder: ast.Module, klasse: ast.ClassDef, woorden: dict[str, object]) -> Iterator[str]:
    """What the class that it rests on does."""
    namen = {ast.unparse(basis) for basis in klasse.bases}
    for deel in onder.body:
        if isinstance(deel, ast.ClassDef) and deel.name in namen:
            yield from _van(onder, deel, woorden)


def _constanten(boom: ast.Module) -> dict[str, object]:
    """The plain constants of a module."""
    return {
        deel.targets[0].id: deel.value.value
        for deel in boom.body
        if isinstance(deel, ast.Assign)
        and isinstance(deel.targets[0], ast.Name)
        and isinstance(deel.value, ast.Constant)
    }


def _versierd(deel: ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef, naam: str) -> ast.expr | None:
    """The decorator `workflow.naam`, if it is there."""
    return next((d for d in deel.decorator_list if f"workflow.{naam}" in ast.unparse(d)), None)


def _kop(klasse: ast.ClassDef, woorden: dict[str, object]) -> Iterator[str]:
    defn = _versierd(klasse, "defn")
    if isinstance(defn, ast.Call):
        yield f"workflow {', '.join(_waarde(k.value, woorden) for k in defn.keywords if k.arg == 'name')}"


def _methoden(klasse: ast.ClassDef, woorden: dict[str, object]) -> Iterator[str]:
    eigen = {deel.name for deel in klasse.body if isinstance(deel, ast.FunctionDef | ast.AsyncFunctionDef)}
    for deel in klasse.body:
        if isinstance(deel, ast.FunctionDef | ast.AsyncFunctionDef):
            regels = list(_regels(deel.body, "", eigen, woorden))
            kop = f"{_rol(deel, woorden)}{deel.name}"
            yield from (f"{kop}: {regel}" for regel in regels or ["-"])


def _rol(deel: ast.FunctionDef | ast.AsyncFunctionDef, woorden: dict[str, object]) -> str:
    """A handler goes by the name under which it is called."""
    for rol in ("update", "signal", "query", "run", "init"):
        versiering = _versierd(deel, rol)
        if versiering is not None:
            namen = versiering.keywords if isinstance(versiering, ast.Call) else []
            return f"{rol} {''.join(_waarde(k.value, woorden) for k in namen if k.arg == 'name')} "
    return ""


def _regels(delen: list[ast.stmt], onder: str, eigen: set[str], woorden: dict[str, object]) -> Iterator[str]:
    for deel in delen:
        match deel:
            case ast.If(test=test, body=dan, orelse=anders):
                yield from _in(test, onder, eigen, woorden)
                # A guard that only leaves decides about everything after it, so its condition counts as well.
                if _vertrekt(dan):
                    yield f"{onder}als {ast.unparse(test)}: weg"
                yield from _regels(dan, f"{onder}als {ast.unparse(test)} > ", eigen, woorden)
                yield from _regels(anders, f"{onder}anders dan {ast.unparse(test)} > ", eigen, woorden)
            case ast.While(test=test, body=lus):
                yield from _regels(lus, f"{onder}zolang {ast.unparse(test)} > ", eigen, woorden)
            case ast.For(iter=reeks, body=lus) | ast.AsyncFor(iter=reeks, body=lus):
                yield from _regels(lus, f"{onder}voor elk {ast.unparse(reeks)} > ", eigen, woorden)
            case ast.With(body=lus) | ast.AsyncWith(body=lus):
                yield from _regels(lus, onder, eigen, woorden)
            case ast.Try(body=lus, handlers=vangers, finalbody=slot):
                yield from _regels(lus, f"{onder}probeer > ", eigen, woorden)
                for vanger in vangers:
                    yield from _regels(vanger.body, f"{onder}mislukt > ", eigen, woorden)
                yield from _regels(slot, f"{onder}altijd > ", eigen, woorden)
            case _:
                yield from _in(deel, onder, eigen, woorden)


def _vertrekt(delen: list[ast.stmt]) -> bool:
    return len(delen) == 1 and isinstance(delen[0], ast.Return | ast.Raise | ast.Continue | ast.Break)


def _in(deel: ast.AST, onder: str, eigen: set[str], woorden: dict[str, object]) -> Iterator[str]:
    """The calls inside one statement or expression, as Python runs them: what is inside first."""
    for kind in ast.iter_child_nodes(deel):
        yield from _in(kind, onder, eigen, woorden)
    if not isinstance(deel, ast.Call) or not isinstance(deel.func, ast.Attribute):
        return
    naam = deel.func.attr
    if naam in COMMANDO:
        wat = _waarde(deel.args[0], woorden) if deel.args and "activity" in naam else ""
        yield f"{onder}{naam}({wat})"
    elif naam in eigen and isinstance(deel.func.value, ast.Name) and deel.func.value.id == "self":
        yield f"{onder}self.{naam}"


def _waarde(deel: ast.expr, woorden: dict[str, object]) -> str:
    """The name behind `namen.X`, so that a renamed activity is seen and a renamed constant is not."""
    naam = deel.attr if isinstance(deel, ast.Attribute) else deel.id if isinstance(deel, ast.Name) else ""
    return str(woorden[naam]) if naam in woorden else ast.unparse(deel)
