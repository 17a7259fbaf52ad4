"""Each workflow sends its commands in the order in which running lives were recorded."""

from tests.gouden import vingerafdruk
from tests.gouden.opdrachtvolgorde import volgorde


def test_elke_workflow_stuurt_haar_commandos_in_de_vastgelegde_volgorde() -> None:
    """Another order, another condition or another name breaks the replay of what runs; the message says what to do."""
    nu, bekend = vingerafdruk.volgorden(), vingerafdruk.lees(vingerafdruk.VOLGORDEN)
    assert not (fouten := vingerafdruk.andere_volgorden(nu, bekend)), "\n".join(fouten)


def test_elke_workflow_is_vastgelegd() -> None:
    """A new workflow is written down before it runs anywhere: python -m tests.gouden.vingerafdruk REDEN."""
    bekend = vingerafdruk.lees(vingerafdruk.VOLGORDEN)
    assert set(vingerafdruk.volgorden()) == set(bekend)
    assert {pad.stem for pad in vingerafdruk.WORKFLOWS.glob("*.py") if "workflow.defn" in pad.read_text()} == set(
        vingerafdruk.MODULES
    )


def test_een_vingerafdruk_noemt_elk_commando_van_de_schil() -> None:
    """The order of the one place where all commands leave, and the activities by the names that stand in histories."""
    regels = vingerafdruk.volgorden()["OpgaveWorkflow"]
    spreek = [regel.partition(": ")[2] for regel in regels if regel.startswith("_spreek")][:4]
    assert spreek == ["self._wapen", "self._toon", "self._verwerk", "self._bezorg"]
    assert any(regel.endswith("start_activity(verwerk_feiten)") for regel in regels)
    assert any(regel.endswith("continue_as_new()") for regel in regels)
    assert "BUNDEL = 200" in regels


def test_wat_een_geschiedenis_niet_vasthoudt_mag_veranderen() -> None:
    """Timeouts, retries, summaries and the names of constants are free."""
    een = (
        'X = "a"\n@workflow.defn(name=X)\nclass W:\n async def run(self):\n  await workflow.execute_activity(X, t=1)\n'
    )
    ander = een.replace("t=1", "t=2, retry_policy=P").replace("X", "Y")
    assert volgorde(een, een) == volgorde(ander, ander) == {"W": ["workflow a", "run: execute_activity(a)"]}


def test_elke_vastgelegde_volgorde_is_genummerd_en_heeft_een_reden() -> None:
    """Older orders stay beside the newest, each with why it could change."""
    for naam, rij in vingerafdruk.lees(vingerafdruk.VOLGORDEN).items():
        assert [een["nr"] for een in rij] == list(range(1, len(rij) + 1)), naam
        assert all(een["reden"] for een in rij), naam
