"""Options that several commands share, said once."""

from __future__ import annotations

import os
from pathlib import Path

import click

pack_option = click.option(
    "--pack",
    default="finance",
    show_default=True,
    metavar="NAME",
    help="Domain pack: a name, or a folder with pack.yaml.",
)
json_option = click.option("--json", "as_json", is_flag=True, help="Answer in JSON, for programs.")
jobs_option = click.option(
    "--jobs", "-j", default=1, show_default=True, type=click.IntRange(0), help="Processes to use; 0 uses every core."
)
curation_option = click.option(
    "--curation",
    type=click.Path(path_type=Path, exists=True, dir_okay=False),
    metavar="FILE",
    help="Lines of curation to apply, as `kg curate` writes them.",
)
confidence_option = click.option(
    "--min-confidence",
    default=0.0,
    show_default=True,
    type=click.FloatRange(0, 1),
    help="Leave out facts that are less sure; docs/quality.md tells how often each confidence is right.",
)
inputs_argument = click.argument("inputs", nargs=-1, required=True, metavar="INPUT...")


def cores(jobs: int) -> int:
    """The number of processes that `--jobs` asks for."""
    return jobs or os.cpu_count() or 1
