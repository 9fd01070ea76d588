"""Writes docs/rules.md: every kind of rule with its options, from the classes that declare them. `make docs`."""

from __future__ import annotations

import inspect
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from kg.extract.mentions import registry as mentions
from kg.extract.relations import registry as relations

PAGE = Path(__file__).parent / "rules.md"

HEAD = """# Kinds of rules

Made from the classes that declare the options by `make docs`; do not edit. A rule file says what it is for and lists
its rules:

```yaml
relation: acquires          # or `type: Company` in a file of names
rules:
  - id: buys                # what evidence quotes: acquires/buys
    kind: trigger           # one of the kinds below
    words: [收购, 买下]      # the kind's options
```

Options that are left out have the value shown. `kg ontology check` tells every fault with file and line.
Words that several rules share stand under a key of their own in the file, with one of YAML's anchors: behind
`shared: {cores: &cores [甲, 乙]}` a list `[*cores, 丙]` holds all three. Those that rules of several files share stand
in the pack's `words.yaml`, whose anchors hold in every rule file.
"""


def render() -> str:
    """The page."""
    sections = [HEAD]
    sections += _kinds("Rules of names, `mentions/<subject>.yaml`", mentions.KINDS)
    sections += _kinds("Rules of relations, `patterns/<relation>.yaml`", relations.KINDS)
    return "\n".join(sections)


def _kinds(title: str, kinds: Mapping[str, Any]) -> Iterator[str]:
    yield f"## {title}\n"
    for name, kind in sorted(kinds.items()):
        told = _lines(inspect.cleandoc(kind.options.__doc__).partition("\n\n")[2])
        about = _lines(inspect.getmodule(kind).__doc__ or "")
        yield f"### {name}\n\n{about}\n\n{told}\n"
        fields = kind.options.model_fields.items()
        yield "\n".join(f"- `{field}`: {_default(info)}" for field, info in fields) + "\n"


def _lines(text: str) -> str:
    """A docstring, each of its paragraphs one line."""
    return "\n\n".join(" ".join(paragraph.split()) for paragraph in text.split("\n\n"))


def _default(info: Any) -> str:
    if info.is_required():
        return "needed"
    default = info.get_default(call_default_factory=True)
    if isinstance(default, frozenset | tuple | dict) and not default:
        return "empty"
    return f"`{default}`" if default not in ("", None) else "empty"


if __name__ == "__main__":
    PAGE.write_text(render(), "utf-8")
