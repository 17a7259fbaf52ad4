"""The commands for auditors (pak): their options. What they do is loaded when they run."""

from typer import Typer


def meld_aan(audit: Typer) -> None:
    """Add these commands to the group."""
