"""Rule files of a pack, and the words that they share."""

from kg.ontology.rules import read_rules

RULES = "relation: offers\nrules:\n  - {id: sells, kind: trigger, words: [*selling, 代销]}\n"


def read(folder, shared):
    (folder / "patterns").mkdir()
    path = folder / "patterns" / "offers.yaml"
    path.write_text(RULES, "utf-8")
    if shared:
        (folder / "words.yaml").write_text(shared, "utf-8")
    problems = []
    return read_rules([path], "relation", problems), problems


def test_rules_call_the_words_that_the_files_of_a_pack_share(tmp_path):
    (rule,), problems = read(tmp_path, "words:\n  selling: &selling [推出, 发行]\n")
    assert (rule.options["words"], rule.line, problems) == (["推出", "发行", "代销"], 3, [])


def test_a_word_list_that_nothing_shares_is_a_fault_of_the_rule_file(tmp_path):
    rules, problems = read(tmp_path, "")
    assert (rules, [(each.path.name, each.line) for each in problems]) == ((), [("offers.yaml", 3)])


def test_a_fault_of_the_shared_words_is_told_where_they_stand(tmp_path):
    rules, problems = read(tmp_path, "words:\n  selling: ]\n")
    assert (rules, [(each.path.name, each.line) for each in problems]) == ((), [("words.yaml", 2)])
