"""The commands do what their help says, and refuse with one sentence."""

import json
import subprocess
import sys

import pytest

NEWS = "云杉消费金融（以下简称“云杉消金”）推出“安家计划”，服务新市民。截至2023年6月末，云杉消金累计服务新市民120万人。"


@pytest.fixture(scope="module")
def graph(kg, tmp_path_factory):
    folder = tmp_path_factory.mktemp("graph")
    done = kg("build", "-", "-o", folder, stdin=NEWS.encode())
    assert done.returncode == 0, done.stderr.decode()
    return folder / "graph.ttl"


def refused(done):
    """The one sentence on stderr of a command that ends with 1."""
    assert done.returncode == 1
    lines = done.stderr.decode().strip().splitlines()
    assert len(lines) == 1, lines
    assert "Traceback" not in lines[0]
    return lines[0]


def test_extract_writes_one_record_a_document_in_input_order(kg, article, tmp_path):
    files = [article(NEWS, "b.txt"), article("云杉银行开业。", "a.txt")]
    output = tmp_path / "records.jsonl"
    done = kg("extract", *files, "-o", output)
    assert done.returncode == 0, done.stderr.decode()
    records = [json.loads(line) for line in output.read_text("utf-8").splitlines()]
    assert [each["id"] for each in records] == ["b.txt", "a.txt"]
    assert records[0]["text"] == NEWS


def test_extract_reads_stdin_and_writes_stdout(kg):
    done = kg("extract", "-", stdin=NEWS.encode())
    assert [json.loads(line)["text"] for line in done.stdout.decode().splitlines()] == [NEWS]


def test_a_records_text_is_exactly_the_fields(kg, article):
    text = " 云杉银行\r\n开业𠮷😀　"
    path = article(json.dumps({"id": "x", "text": text, "date": "2023-01-02"}) + "\n", "a.jsonl")
    done = kg("extract", path)
    assert json.loads(done.stdout)["text"] == text


def test_options_say_what_the_texts_do_not(kg):
    done = kg(
        "extract",
        "-",
        "--date",
        "2022-11-23",
        "--source",
        "远山报",
        "--title",
        "标题",
        stdin="今年上半年，云杉银行放款3亿元。".encode(),
    )
    record = json.loads(done.stdout)
    assert (record["date"], record["source"], record["title"]) == ("2022-11-23", "远山报", "标题")
    assert record["observations"][0]["period"]["end"] == "2022-06-30"


def test_query_answers_as_table_csv_and_json(kg, graph):
    words = "SELECT ?name WHERE { ?x a fin:Program ; skos:prefLabel ?name }"
    assert "安家计划" in kg("query", words, "--graph", graph).stdout.decode()
    assert kg("query", words, "--graph", graph, "--format", "csv").stdout.decode().split() == ["name", "安家计划"]
    answer = json.loads(kg("query", words, "--graph", graph, "--json").stdout)
    assert answer["results"]["bindings"][0]["name"]["value"] == "安家计划"


def test_query_lists_the_questions_and_answers_them_by_name(kg, graph):
    listed = json.loads(kg("query", "--json").stdout)
    assert len(listed) >= 20
    assert all(each["zh"] and each["en"] for each in listed)
    assert "安家计划" in kg("query", "who-serves-with-programmes", "--graph", graph).stdout.decode()


@pytest.mark.parametrize(
    ("query", "message"),
    [
        ("SELECT WHERE", "query:1:"),
        ("no-such-question", "no question"),
        ("SELECT * { SERVICE <http://127.0.0.1/> { ?s ?p ?o } }", "SERVICE"),
        ("INSERT DATA { <a:a> <a:b> <a:c> }", "update"),
    ],
)
def test_a_faulty_or_forbidden_query_is_refused(kg, graph, query, message):
    assert message in refused(kg("query", query, "--graph", graph))


def test_a_query_in_sparql_has_no_values_to_set(kg, graph):
    assert "--set" in refused(kg("query", "ASK {}", "--graph", graph, "--set", "group=新市民"))


def test_a_query_in_sparql_starts_without_the_pack_and_a_second_parser(graph):
    """What it imports is most of what it takes: a quarter of a second, or two and a half."""
    script = (
        "import sys\nfrom kg.cli.main import main\n"
        "main(['query', 'ASK {}', '--graph', sys.argv[1]], standalone_mode=False)\n"
        "print({'rdflib', 'pydantic', 'numpy', 'kg.pipeline'} & sys.modules.keys())"
    )
    done = subprocess.run([sys.executable, "-c", script, graph], capture_output=True, text=True, check=True)
    assert done.stdout == "yes\nset()\n"


def test_ontology_check_finds_no_fault_in_the_pack(kg):
    done = kg("ontology", "check")
    assert (done.returncode, done.stdout) == (0, b"")


def test_ontology_show_tells_types_and_relations(kg):
    shown = json.loads(kg("ontology", "show", "--json").stdout)
    assert len(shown["types"]) == 13
    assert len(shown["relations"]) == 16


def test_an_unknown_pack_is_refused(kg, article):
    assert "no pack 'nowhere'" in refused(kg("extract", article(NEWS), "--pack", "nowhere"))


def test_a_pack_with_a_syntax_error_is_refused_with_file_and_line(kg, article, tmp_path):
    folder = tmp_path / "mine"
    folder.mkdir()
    (folder / "pack.yaml").write_text("name: mine\ntitle: {zh: 甲, en: a}\nextends: finance\n", "utf-8")
    (folder / "patterns").mkdir()
    (folder / "patterns" / "owns.yaml").write_text("relation: owns\nrules:\n  - kind: [\n", "utf-8")
    assert "owns.yaml:" in refused(kg("extract", article(NEWS), "--pack", folder))


def test_an_output_that_is_a_file_is_refused_and_stays(kg, article, tmp_path):
    output = tmp_path / "graph"
    output.write_text("precious", "utf-8")
    assert "is a file" in refused(kg("build", article(NEWS), "-o", output))
    assert output.read_text("utf-8") == "precious"


def test_a_document_that_cannot_be_read_does_not_keep_the_others_from_the_graph(kg, article, tmp_path):
    article(NEWS, "in/a.txt")
    article(b"\x00\x01\xff\xfe" * 99, "in/b.txt")
    article("", "in/c.txt")
    article("%PDF-1.7\n1 0 obj", "in/d.pdf")
    done = kg("build", tmp_path / "in", "-o", tmp_path / "graph", "--json")
    assert done.returncode == 1
    told = done.stderr.decode().strip().splitlines()
    assert [any(name in line for line in told) for name in ("b.txt", "c.txt", "d.pdf")] == [True] * 3
    assert len(told) == 3
    assert json.loads(done.stdout)["counts"]["documents"] == 1
    report = json.loads((tmp_path / "graph" / "report.json").read_text("utf-8"))
    assert len(report["documents"]["failed"]) == 3


def test_strict_stops_at_the_first_document_that_cannot_be_read(kg, article, tmp_path):
    article(NEWS, "in/b.txt")
    article("", "in/a.txt")
    assert "a.txt" in refused(kg("build", tmp_path / "in", "-o", tmp_path / "graph", "--strict"))
    assert not list(tmp_path.glob("graph/*"))


@pytest.mark.parametrize("words", [("build",), ("extract", "--jobs", "many", "x"), ("query", "--format", "pdf")])
def test_wrong_usage_ends_with_2(kg, words):
    assert kg(*words).returncode == 2


def test_facts_that_are_less_sure_can_be_left_out(kg):
    all_, sure = (
        json.loads(kg("extract", "-", "--min-confidence", least, stdin=NEWS.encode()).stdout) for least in ("0", "0.99")
    )
    assert all_["relations"]
    assert all(each["confidence"] >= 0.99 for each in sure["relations"] + sure["observations"])
    assert len(sure["relations"]) < len(all_["relations"])
    assert sure["entities"] == all_["entities"]
