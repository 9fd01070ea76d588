"""`kg ontology`: what a pack defines, and what is wrong with it."""

from __future__ import annotations

import json
from typing import Any

import click

from kg import pipeline
from kg.cli.options import json_option, pack_option
from kg.ontology.pack import Pack


@click.group()
def ontology() -> None:
    """Look into a domain pack.

    Example: kg ontology check
    """


@ontology.command()
@pack_option
@json_option
@click.pass_context
def check(context: click.Context, *, pack: str, as_json: bool) -> None:
    """List every fault of a pack, each with its file and line; exit code 1 where there is one.

    Example: kg ontology check --pack finance
    """
    problems = pipeline.check_pack(pack)
    if as_json:
        rows = [{"file": str(each.path), "line": each.line, "message": each.message} for each in problems]
        click.echo(json.dumps(rows, ensure_ascii=False, indent=1))
    else:
        for problem in problems:
            click.echo(str(problem))
        count = "1 fault" if len(problems) == 1 else f"{len(problems)} faults"
        click.echo(count if problems else f"{pack}: no faults", err=True)
    context.exit(1 if problems else 0)


@ontology.command()
@pack_option
@json_option
def show(*, pack: str, as_json: bool) -> None:
    """Tell what a pack defines: types, relations, names, rules, questions.

    Example: kg ontology show --json
    """
    summary = _summary(pipeline.load_pack(pack))
    if as_json:
        click.echo(json.dumps(summary, ensure_ascii=False, indent=1))
        return
    click.echo(f"{summary['pack']}: {summary['title']}\n")
    for row in summary["types"]:
        click.echo(f"  {row['name']:<15} {row['zh']:<8} {row['names']:>6} names {row['rules']:>4} rules   {row['en']}")
    click.echo()
    for row in summary["relations"]:
        ends = f"{'|'.join(row['domain'])} -> {'|'.join(row['range'])}"
        click.echo(f"  {row['name']:<15} {row['zh']:<8} {row['rules']:>4} rules   {ends}")


def _summary(pack: Pack) -> dict[str, Any]:
    return {
        "pack": pack.name,
        "title": pack.options.title.get("en", pack.name),
        "types": [
            {
                "name": each.name,
                "zh": each.labels.get("zh", ""),
                "en": each.labels.get("en", ""),
                "names": sum(name.type == each.name for name in pack.lexicon),
                "rules": sum(rule.target == each.name for rule in pack.mention_rules),
            }
            for each in pack.ontology.types.values()
        ],
        "relations": [
            {
                "name": each.name,
                "zh": each.labels.get("zh", ""),
                "en": each.labels.get("en", ""),
                "domain": sorted(each.domain),
                "range": sorted(each.range),
                "rules": sum(rule.target == each.name for rule in pack.relation_rules),
            }
            for each in pack.ontology.relations.values()
        ],
        "questions": [path.stem for path in pack.files("queries/*.rq")],
    }
