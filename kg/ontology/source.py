"""Reading a pack's YAML files so that every fault can be told with its line.

Knows YAML and the validation of options; what the options mean is for the floors that declare them.
"""

from __future__ import annotations

import functools
import types
from collections.abc import Sequence
from pathlib import Path
from typing import Any, ClassVar, TypeVar, cast

import pydantic
import yaml

from kg.errors import OntologyError
from kg.ontology.problem import Problem, problem_of

ModelT = TypeVar("ModelT", bound=pydantic.BaseModel)
Value = TypeVar("Value")

_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


_SAID = {
    "missing": "is missing",
    "extra_forbidden": "is no option here",
    "dict_type": "must be a mapping, as in {{zh: one, en: two}}",
    "model_type": "must be a mapping of options",
    "tuple_type": "must be a list, as in [one, two]",
    "string_too_short": "is empty",
    "string_pattern_mismatch": "does not match {pattern}",
    "string_type": "must be text; put it between quotes",
    "int_parsing": "must be a whole number",
    "int_type": "must be a whole number",
    "float_parsing": "must be a number",
    "bool_parsing": "must be true or false",
    "decimal_parsing": "must be a number",
    "date_from_datetime_parsing": "must be a day, as 2022-11-23",
    "date_type": "must be a day, as 2022-11-23",
    "union_tag_not_found": "needs {discriminator}",
    "union_tag_invalid": "{discriminator} is {tag!r}, and must be one of {expected_tags}",
    "model_attributes_type": "must be a mapping of options",
    "literal_error": "must be {expected}",
    "enum": "must be {expected}",
    "greater_than_equal": "must be {ge} or more",
    "greater_than": "must be more than {gt}",
    "less_than_equal": "must be {le} or less",
    "too_short": "needs {min_length} or more",
    "value_error": "{error}",
}
"""What is told of the commonest faults, by the validator's name for them and with what it knows of them."""


class LocatedMap(dict[str, Any]):
    """A mapping of a YAML file that knows the line it starts on."""

    line: int = 0


class _LocatingLoader(_LOADER):  # type: ignore[misc]
    """The safe loader, its mappings located; it makes no detours for strings, which most nodes of a pack are.

    `ahead` lines of its text stand before the file's own.
    """

    ahead = 0

    def resolve(self, kind: type[yaml.Node], value: str | None, implicit: tuple[bool, bool]) -> Any:
        """The tag of a node: no number or the like begins with a sign that no pattern of one begins with."""
        if kind is yaml.ScalarNode and value and value[0] not in self.yaml_implicit_resolvers:
            return self.DEFAULT_SCALAR_TAG
        return super().resolve(kind, value, implicit)

    def construct_object(self, node: yaml.Node, deep: bool = False) -> Any:  # noqa: FBT001, FBT002 - PyYAML's own way
        """What a node stands for."""
        if node.tag == self.DEFAULT_SCALAR_TAG and isinstance(node, yaml.ScalarNode):
            return node.value
        return super().construct_object(node, deep)


def _construct_located(loader: Any, node: yaml.MappingNode) -> LocatedMap:
    located = LocatedMap(loader.construct_mapping(node, deep=True))
    if len(located) < len(node.value):
        _refuse_repeated(node)
    located.line = max(node.start_mark.line + 1 - loader.ahead, 1)
    return located


def _refuse_repeated(node: yaml.MappingNode) -> None:
    """Raise the fault of a key that a mapping holds twice, of which YAML would keep the last without a word."""
    known = set()
    for key, _ in node.value:
        if key.value in known:
            raise yaml.MarkedYAMLError(problem=f"tells {key.value!r} twice", problem_mark=key.start_mark)
        known.add(key.value)


def _construct_list(loader: Any, node: yaml.SequenceNode) -> list[Any]:
    """The list; one that is told by its anchor in another (`[*common, more]`) is laid out in it."""
    items: list[Any] = []
    for each in node.value:
        shared = isinstance(each, yaml.SequenceNode) and each in loader.constructed_objects
        value = loader.construct_object(each, deep=True)
        items.extend(value) if shared else items.append(value)
    return items


_LocatingLoader.add_constructor("tag:yaml.org,2002:map", _construct_located)
_LocatingLoader.add_constructor("tag:yaml.org,2002:seq", _construct_list)


class Options(pydantic.BaseModel):
    """The typed options of one mapping of a pack: unknown keys are faults, values never change."""

    model_config = pydantic.ConfigDict(extra="forbid", frozen=True)


def plain(value: Value) -> Value:
    """Options as objects of their own, for what asks them often: pydantic takes a detour to every value of its models.

    What a model works out from its values, the object does, too; models inside it are put the same way.
    """
    if isinstance(value, Options):
        made = object.__new__(_plain_class(type(value)))
        made.__dict__.update({name: plain(each) for name, each in value})
        return cast("Value", made)
    if isinstance(value, tuple):
        return cast("Value", tuple(map(plain, value)))
    if isinstance(value, dict):
        return cast("Value", {key: plain(each) for key, each in value.items()})
    return value


class _Plain:
    """What the plain objects of all models have: two are the same whose values are."""

    fields: ClassVar[tuple[str, ...]]

    def __eq__(self, other: object) -> bool:
        own, others = ([getattr(each, name, None) for name in self.fields] for each in (self, plain(other)))
        return own == others

    def __hash__(self) -> int:
        return hash(self.fields)


@functools.cache
def _plain_class(model: type[Options]) -> type[Any]:
    """A class with the properties and methods that a model and those before it define."""
    written = [vars(each) for each in reversed(model.__mro__) if issubclass(each, Options) and each is not Options]
    kinds = (property, functools.cached_property, types.FunctionType)
    own = {name: each for names in written for name, each in names.items() if isinstance(each, kinds)}
    return type(model.__name__, (_Plain,), {**own, "fields": tuple(model.model_fields)})


def load_yaml(path: Path, shared: str = "") -> Any:
    """The content of a YAML file; its mappings are `LocatedMap`s.

    Args:
        path: the file.
        shared: the text of a mapping that is read as if it stood before the file's own, so that its anchors hold there.

    Raises:
        OntologyError: the file cannot be read or is not YAML.
    """
    return parse_yaml(read_text(path), path, shared)


def read_text(path: Path) -> str:
    """The text of a file of a pack.

    Raises:
        OntologyError: it cannot be read.
    """
    try:
        return path.read_text("utf-8")
    except OSError as error:
        raise OntologyError(f"cannot be read ({error.strerror})", place=str(path)) from error
    except UnicodeDecodeError as error:
        raise OntologyError("is not UTF-8", place=str(path), remedy="save it as UTF-8") from error


def parse_yaml(text: str, path: Path, shared: str = "") -> Any:
    """The content of the text of a YAML file; `path` is where it stands, for what is told, `shared` as in `load_yaml`.

    Raises:
        OntologyError: it is not YAML.
    """
    ahead = shared.count("\n")
    loader = _LocatingLoader(shared + text)
    loader.ahead = ahead
    try:
        return loader.get_single_data()
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        place = f"{path}:{mark.line + 1 - ahead}" if mark else str(path)
        reason = getattr(error, "problem", None) or "is not YAML"
        raise OntologyError(str(reason), place=place, remedy="mend the YAML syntax there") from error
    finally:
        loader.dispose()


def read_options(model: type[ModelT], path: Path, problems: list[Problem]) -> ModelT | None:
    """The content of a YAML file as the model, or None with every fault appended to `problems`."""
    try:
        data = load_yaml(path)
    except OntologyError as error:
        problems.append(problem_of(error, path))
        return None
    return validate(model, data, path, problems)


def validate(model: type[ModelT], data: Any, path: Path, problems: list[Problem], *, line: int = 0) -> ModelT | None:
    """The data as the model, or None with every fault appended to `problems`; `line` for those without one."""
    try:
        return model.model_validate(data)
    except pydantic.ValidationError as error:
        for fault in error.errors(include_url=False):
            told = _SAID.get(fault["type"])
            said = told.format_map(fault.get("ctx", {})) if told else fault["msg"]
            problems.append(Problem(path, _line_of(data, fault["loc"]) or line, f"{_named(fault['loc'])}: {said}"))
        return None


def _named(location: Sequence[int | str]) -> str:
    """The option that a location leads to; of a list that is the whole file, what is in its line."""
    match location:
        case []:
            return "the file"
        case [int(number)]:
            return f"entry {number + 1}"
        case [int(), *inside]:
            return _named(inside)
        case _:
            return ".".join(map(str, location))


def _line_of(data: Any, location: Sequence[int | str]) -> int:
    """The line of the innermost mapping on the way to a fault."""
    line = 0
    for step in (None, *location):
        try:
            data = data if step is None else data[step]
        except (KeyError, IndexError, TypeError):
            break
        line = data.line if isinstance(data, LocatedMap) else line
    return line
