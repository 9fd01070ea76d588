"""Knowledge graphs for the tests and benchmarks of the page: one told by sentences, and synthetic ones of any size."""

import datetime
import random
from decimal import Decimal

from kg.export.html.appearance import Appearance, PredicateLook, TypeLook
from kg.graph.knowledge_graph import KnowledgeGraph
from kg.model.document import Document
from kg.model.entity import Entity, Knowledge, Observation, Occurrence, Relation, Source
from kg.model.fact import Evidence, Modality, Part
from kg.model.quantity import Bound, DateBasis, Period, Quantity
from kg.model.span import Span

TYPES = {
    "Company": ("企业", "company", "#0072B2", "dot"),
    "Regulator": ("监管机构", "regulator", "#D55E00", "square"),
    "Program": ("项目活动", "programme", "#CC79A7", "star"),
    "Product": ("产品服务", "product", "#E69F00", "diamond"),
    "CustomerGroup": ("客户群体", "customer group", "#009E73", "dot"),
    "Technology": ("技术", "technology", "#882255", "triangle"),
    "Policy": ("政策文件", "policy", "#999933", "hexagon"),
    "Region": ("地区", "region", "#44AA99", "triangleDown"),
}
PREDICATES = {
    "launches": ("开展", "launches"),
    "offers": ("提供", "offers"),
    "serves": ("服务", "serves"),
    "uses": ("运用", "uses"),
    "owns": ("持有", "owns"),
    "cooperatesWith": ("合作", "cooperates with"),
    "issues": ("发布", "issues"),
    "operatesIn": ("覆盖地区", "operates in"),
}
NAMESPACE = "https://example.org/finance#"


def appearance():
    """The looks of the types and predicates that the graphs here use."""
    types = {
        name: TypeLook({"zh": zh, "en": en}, colour, shape, NAMESPACE + name)
        for name, (zh, en, colour, shape) in TYPES.items()
    }
    predicates = {name: PredicateLook({"zh": zh, "en": en}, NAMESPACE + name) for name, (zh, en) in PREDICATES.items()}
    return Appearance(types, predicates, {"元": "https://w3id.org/cnfinkg/unit/CNY"})


class Story:
    """Builds a graph from articles and what they say: facts are named by the words that state them."""

    def __init__(self):
        self.documents = {}
        self.entities = {}
        self.relations = {}
        self.observations = {}

    def tell(self, id, text, title=None, date=None, source=None):  # noqa: A002
        day = datetime.date.fromisoformat(date) if date else None
        self.documents[id] = Document(id, text, title, day, source)
        return id

    def entity(self, id, type, name, *aliases, unnamed=False, identifiers=()):  # noqa: A002
        places = tuple(
            Occurrence(document.id, Span(at, at + len(words)))
            for document in self.documents.values()
            for words in (name, *aliases)
            for at in [document.text.find(words)]
            if at >= 0
        )
        self.entities[id] = Entity(id, type, name, tuple(sorted(aliases)), places, tuple(identifiers), unnamed)
        return id

    def _source(self, document, words, **parts):
        text = self.documents[document].text
        start = text.index(words)
        inside = tuple(
            (Part(part), Span(at, at + len(piece)))
            for part, piece in parts.items()
            for at in [text.find(piece, start) if text.find(piece, start) >= 0 else text.index(piece)]
        )
        return Source(document, Evidence(Span(start, start + len(words)), "test", f"test/{words[:4]}", 0.9, inside))

    def relation(self, subject, predicate, object, sources, modality="asserted"):  # noqa: A002
        id = f"rel_{len(self.relations):04d}"  # noqa: A001
        places = tuple(self._source(document, words, **parts) for document, words, parts in sources)
        self.relations[id] = Relation(id, subject, predicate, object, places, Modality(modality))
        return id

    def figure(self, subject, metric, value, unit, source, *, start=None, end=None, basis="stated", **more):
        id = f"obs_{len(self.observations):04d}"  # noqa: A001
        document, words, parts = source
        day = datetime.date.fromisoformat
        told = start or end or basis != "stated"
        period = Period(start and day(start), end and day(end), DateBasis(basis)) if told else Period()
        to = more.get("to")
        quantity = Quantity(Decimal(value), unit, Bound(more.get("bound", "exact")), Decimal(to) if to else None)
        self.observations[id] = Observation(
            id,
            subject,
            metric,
            quantity,
            (self._source(document, words, **parts),),
            period,
            tuple(more.get("dimensions", ())),
            Modality(more.get("modality", "asserted")),
        )
        return id

    def graph(self):
        knowledge = Knowledge(
            tuple(self.entities[each] for each in sorted(self.entities)),
            tuple(self.relations.values()),
            tuple(self.observations.values()),
        )
        return KnowledgeGraph(knowledge, self.documents.values())


def small_story():
    """Two firms, what they do and how large they are, in three articles, one of them with characters beyond 16 bits."""
    story = Story()
    first = story.tell(
        "a1",
        "近日，云杉消费金融推出“新家计划”，服务新市民。\n"
        "截至2022年6月末，云杉消费金融用户数达964.1万人，较上年末增长8.2%。\n"
        "云杉消费金融将携手𠮷林银行推出创业贷。",
        "云杉消费金融：用心服务新市民",
        "2022-07-20",
        "示例日报",
    )
    second = story.tell(
        "https://news.example.cn/a/2",
        "示例网讯 “𠮷”字号老店𠮷林银行表示，云杉消费金融面向新市民推出新家计划。\n"
        "2023年末，云杉消费金融用户数为1230万人。有消费金融公司运用区块链，尚未覆盖浙江省。",
        "银行与消金公司合作升温",
        "2024-01-15",
        "示例网",
    )
    third = story.tell("a3", "云杉消费金融发布公告：2024年用户数约1500万人，可能与红松科技合作。", None, None, None)
    e = story.entity
    firm = e(
        "org_1",
        "Company",
        "云杉消费金融",
        "云杉消金",
        "云杉",
        identifiers=[("wikidata", "Q42"), ("site", "https://yunshan.example.cn")],
    )
    bank, tech = (
        e("org_2", "Company", "𠮷林银行"),
        e("org_3", "Company", "红松科技", identifiers=[("site", "javascript:alert(1)")]),
    )
    plan, loan = e("prg_1", "Program", "新家计划"), e("prd_1", "Product", "创业贷")
    people, chain, place = (
        e("grp_1", "CustomerGroup", "新市民"),
        e("tec_1", "Technology", "区块链"),
        e("plc_1", "Region", "浙江省"),
    )
    someone = e("org_9", "Company", "消费金融公司", unnamed=True)
    e("pol_1", "Policy", "关于加强新市民金融服务工作的通知")
    story.relation(
        firm,
        "launches",
        plan,
        [
            (first, "云杉消费金融推出“新家计划”", {"subject": "云杉消费金融", "cue": "推出", "object": "新家计划"}),
            (
                second,
                "云杉消费金融面向新市民推出新家计划",
                {"subject": "云杉消费金融", "cue": "推出", "object": "新家计划"},
            ),
        ],
    )
    story.relation(
        firm, "serves", people, [(first, "服务新市民", {"subject": "云杉消费金融", "cue": "服务", "object": "新市民"})]
    )
    story.relation(
        firm,
        "cooperatesWith",
        bank,
        [
            (
                first,
                "云杉消费金融将携手𠮷林银行",
                {"subject": "云杉消费金融", "cue": "携手", "object": "𠮷林银行", "modality": "将"},
            )
        ],
        "planned",
    )
    story.relation(
        bank,
        "cooperatesWith",
        firm,
        [(second, "𠮷林银行表示，云杉消费金融", {"subject": "𠮷林银行", "object": "云杉消费金融"})],
    )
    story.relation(
        bank,
        "owns",
        firm,
        [(second, "𠮷林银行表示，云杉消费金融", {"subject": "𠮷林银行", "object": "云杉消费金融"})],
        "negated",
    )
    story.relation(
        firm,
        "offers",
        loan,
        [(first, "推出创业贷", {"subject": "云杉消费金融", "cue": "推出", "object": "创业贷"})],
        "planned",
    )
    story.relation(
        firm,
        "cooperatesWith",
        tech,
        [(third, "可能与红松科技合作", {"cue": "合作", "object": "红松科技", "modality": "可能"})],
        "possible",
    )
    story.relation(
        someone,
        "uses",
        chain,
        [(second, "有消费金融公司运用区块链", {"subject": "消费金融公司", "cue": "运用", "object": "区块链"})],
    )
    story.relation(
        someone,
        "operatesIn",
        place,
        [(second, "尚未覆盖浙江省", {"cue": "覆盖", "object": "浙江省", "modality": "尚未"})],
        "negated",
    )
    story.figure(
        firm,
        "用户数",
        "9641000",
        "人",
        (
            first,
            "云杉消费金融用户数达964.1万人",
            {"subject": "云杉消费金融", "metric": "用户数", "number": "964.1万人", "period": "截至2022年6月末"},
        ),
        end="2022-06-30",
    )
    story.figure(
        firm,
        "用户数",
        "12300000",
        "人",
        (second, "用户数为1230万人", {"metric": "用户数", "number": "1230万人"}),
        end="2023-12-31",
    )
    story.figure(
        firm,
        "用户数",
        "15000000",
        "人",
        (third, "2024年用户数约1500万人", {"metric": "用户数", "number": "1500万人"}),
        start="2024-01-01",
        end="2024-12-31",
        bound="about",
        modality="planned",
    )
    story.figure(
        firm,
        "用户数增长率",
        "8.2",
        "%",
        (first, "较上年末增长8.2%", {"cue": "增长", "number": "8.2%"}),
        end="2022-06-30",
        basis="publication",
    )
    return story


SYLLABLES = "云杉红松青竹白桦金桂银杏兰亭星河远山长风海岳江川东南西北华中新城安泰和信达成丰瑞恒通嘉德汇众合盛"
ENDS = {
    "Company": ("消费金融", "银行", "科技", "集团", "保险", "证券"),
    "Regulator": ("监管局", "金融办"),
    "Program": ("计划", "行动", "普及月"),
    "Product": ("贷", "卡", "保"),
    "CustomerGroup": ("市民", "商户", "农户", "青年"),
    "Technology": ("算法", "平台", "模型"),
    "Policy": ("管理办法", "指导意见"),
    "Region": ("省", "市", "县"),
}
FILLER = (
    "业内人士指出，{a}的做法对同业有借鉴意义。",
    "记者了解到，{a}在{b}方面持续投入，效果逐步显现。",
    "今年以来，{a}不断优化流程，审批时间明显缩短。",
    "{a}相关负责人介绍，下一步将继续深化与{b}的协同。",
    "数据显示，{a}的不良率保持平稳，{b}的需求有所回升。",
    "与此同时，围绕{b}的讨论也在升温。",
)


def synthetic(count, seed=1, links=3, sentences=6):
    """A graph of so many entities in communities with hubs, an article for each twelve relations."""
    return _Synthetic(random.Random(seed)).graph(count, links, sentences)


class _Synthetic:
    def __init__(self, lot):
        self.lot = lot

    def graph(self, count, links, sentences):
        lot, names = self.lot, self._names(count)
        types = lot.choices(list(TYPES), (40, 3, 8, 18, 6, 12, 5, 8), k=count)
        entities = [f"e{i:06d}" for i in range(count)]
        full = [name + lot.choice(ENDS[type_]) for name, type_ in zip(names, types, strict=True)]
        pairs = self._pairs(count, links)
        documents, sources = self._articles(full, pairs, sentences)
        relations = tuple(
            Relation(
                f"r{i:06d}", entities[a], lot.choice(list(PREDICATES)), entities[b], (sources[i],), self._modality()
            )
            for i, (a, b) in enumerate(pairs)
        )
        figures = tuple(self._figure(i, entities, sources) for i in range(count // 2))
        holds = {}
        for (a, b), source in zip(pairs, sources, strict=True):
            holds.setdefault(a, set()).add(source.document)
            holds.setdefault(b, set()).add(source.document)
        things = tuple(
            Entity(
                entities[i],
                types[i],
                full[i],
                (),
                tuple(Occurrence(each, Span(0, 1)) for each in sorted(holds.get(i, ()))),
                (),
                lot.random() < 0.01,
            )
            for i in range(count)
        )
        return KnowledgeGraph(Knowledge(things, relations, figures), documents)

    def _names(self, count):
        found = []
        seen = set()
        while len(found) < count:
            name = "".join(self.lot.choices(SYLLABLES, k=self.lot.choice((2, 2, 3, 4))))
            if name not in seen:
                seen.add(name)
                found.append(name)
        return found

    def _pairs(self, count, links):
        lot, pairs, size = self.lot, [], 60
        for _ in range(links * count):
            a = min(int(count * lot.random() ** 1.6), count - 1)
            home = a // size * size
            b = home + int(min(size, count - home) * lot.random() ** 2) if lot.random() < 0.82 else lot.randrange(count)
            pairs.append((a, min(b, count - 1)) if a != b else (a, (a + 1) % count))
        return pairs

    def _modality(self):
        return self.lot.choices(list(Modality), (88, 7, 3, 2))[0]

    def _articles(self, names, pairs, sentences):
        lot, documents, sources, each = self.lot, [], [], 12
        for number, at in enumerate(range(0, len(pairs), each)):
            text, places = "", []
            for a, b in pairs[at : at + each]:
                clause = f"{names[a]}携手{names[b]}"
                places.append((len(text), clause, names[a], names[b]))
                text += f"{clause}，推动业务发展。"
                for _ in range(lot.randrange(sentences)):
                    text += lot.choice(FILLER).format(a=names[a], b=names[b])
                text += "\n" if lot.random() < 0.4 else ""
            day = datetime.date(2021, 1, 1) + datetime.timedelta(days=lot.randrange(1400))
            id = f"d{number:06d}"  # noqa: A001
            documents.append(Document(id, text, f"{names[pairs[at][0]]}最新进展", day, "示例日报"))
            for start, clause, subject, object_ in places:
                parts = (
                    (Part.SUBJECT, Span(start, start + len(subject))),
                    (Part.CUE, Span(start + len(subject), start + len(subject) + 2)),
                    (Part.OBJECT, Span(start + len(clause) - len(object_), start + len(clause))),
                )
                sources.append(
                    Source(id, Evidence(Span(start, start + len(clause)), "pattern", "cooperates/with-1", 0.9, parts))
                )
        return documents, sources

    def _figure(self, number, entities, sources):
        lot = self.lot
        year = lot.randrange(2019, 2025)
        quantity = Quantity(Decimal(lot.randrange(10, 10**9)), lot.choice(("元", "人", "%", "户")))
        metric = lot.choice(("用户数", "贷款余额", "授信额度", "不良率"))
        period = Period(datetime.date(year, 1, 1), datetime.date(year, 12, 31), DateBasis.STATED)
        return Observation(
            f"o{number:06d}", entities[lot.randrange(len(entities))], metric, quantity, (lot.choice(sources),), period
        )
