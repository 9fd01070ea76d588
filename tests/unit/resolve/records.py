"""Small records and rules, for tests of the resolver."""

from decimal import Decimal

from kg.model.extraction import Extraction
from kg.model.fact import Evidence, Modality, ObservationMention, Part, RelationMention
from kg.model.quantity import Bound, Period, Quantity
from kg.ontology.equivalences import Equivalences
from kg.ontology.lexicon import Lexicon, Name
from kg.ontology.resolution import (
    ContextOptions,
    FormOptions,
    LocalOptions,
    NamingOptions,
    PlaceOptions,
    ResolutionOptions,
    TradeOptions,
)
from kg.resolve.rules import ResolutionRules
from tests.builders import document, entity, span

PLACES = (Name("重庆", "Region"), Name("湖北", "Region"), Name("江苏", "Region"), Name("浙江省", "Region", ("浙江",)))

OPTIONS = ResolutionOptions(
    places=PlaceOptions(type="Region", endings=("市", "省")),
    names=(
        NamingOptions(
            types=("Company",),
            legal_forms=("股份有限公司", "有限公司", "公司"),
            nations=("中国",),
            trades=(
                TradeOptions(name="消费金融", also=("消金",)),
                TradeOptions(name="银行", also=("商业银行",), unless_place=True),
                TradeOptions(name="农村商业银行", also=("农商行",)),
            ),
            branches=("分行", "支行"),
        ),
    ),
    forms=(FormOptions(types=("Regulator",), same=("证券监督管理委员会{place}监管局", "{place}证监局")),),
    context=(ContextOptions(types=("Person",), relations=("leads",), within=("Company",), anonymous=("先生", "某")),),
    local=(LocalOptions(types=("Policy",), names=("通知",)),),
)
"""Rules of how names are built, in the manner of a pack's."""


def rules(*names, same=None):
    """The rules with a lexicon of places and further names."""
    prefixes = {"Company": "org", "Person": "per", "Region": "plc"}
    return ResolutionRules(prefixes, Lexicon([*PLACES, *names]), OPTIONS, same or Equivalences())


def thing(id_, type_, *surfaces):
    """What `record` needs of a named thing."""
    return id_, type_, surfaces


def record(text, *things, relations=(), observations=(), id_="a1"):
    """A record whose things are mentioned wherever their surfaces stand in the text."""
    entities = tuple(entity(text, local, type_, *surfaces) for local, type_, surfaces in things)
    return Extraction(document(text, id_), entities, tuple(relations), tuple(observations))


def company(id_, *surfaces, text=None, local="e1"):
    """A record of one company, whose text is its surfaces."""
    return record(text or "，".join(surfaces), (local, "Company", surfaces), id_=id_)


def related(text, subject, predicate, object_, *, words=None, unnamed=None, role=None, modality=Modality.ASSERTED):
    """A relation that some words of a text state; `unnamed` are the words of a subject left unnamed."""
    parts = ((Part.SUBJECT, span(text, unnamed)),) if unnamed else ()
    evidence = Evidence(span(text, words or text), "test", f"{predicate}/1", 0.9, parts)
    return RelationMention(subject, predicate, object_, evidence, modality, role, unnamed is not None)


def figure(text, subject, metric, value, *, unit="人", bound=Bound.EXACT, period=None, dimensions=()):
    """A figure that a text reports."""
    evidence = Evidence(span(text, text), "test", "figure/1", 0.9)
    quantity = Quantity(Decimal(value), unit, bound)
    return ObservationMention(subject, metric, quantity, evidence, period or Period(), dimensions)
