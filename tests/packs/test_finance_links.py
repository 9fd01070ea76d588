"""Links of the finance pack to the outside: every identifier holds its own check digits."""

from collections import Counter

import pytest

_SIGNS = "0123456789ABCDEFGHJKLMNPQRTUWXY"
_WEIGHTS = [pow(3, place, 31) for place in range(17)]


def credit_code_holds(code):
    """GB 32100: the eighteenth sign checks the others; signs 9 to 17 are an organisation code of GB 11714."""
    total = sum(_SIGNS.index(sign) * weight for sign, weight in zip(code, _WEIGHTS, strict=False))
    body, sign = code[8:16], code[16]
    check = 11 - sum(int(each, 36) * weight for each, weight in zip(body, (3, 7, 9, 10, 5, 8, 4, 2), strict=True)) % 11
    own = {10: "X", 11: "0"}.get(check, str(check))
    return len(code) == 18 and _SIGNS[-total % 31] == code[17] and own == sign


def lei_holds(code):
    """ISO 17442: all signs as digits, letters from 10, leave one by 97."""
    return len(code) == 20 and int("".join(str(int(sign, 36)) for sign in code)) % 97 == 1


@pytest.fixture(scope="module")
def ids(finance):
    return [(name.canonical, kind, code) for name in finance.lexicon for kind, code in name.identifiers]


def test_check_digits_hold(ids):
    checks = {"uscc": credit_code_holds, "lei": lei_holds}
    assert [each for each in ids if each[1] in checks and not checks[each[1]](each[2])] == []


def test_a_slip_of_one_sign_is_found():
    assert not credit_code_holds("91100000100003962X")
    assert not lei_holds("5493002ERZU2K9PZDL41")


def test_no_identifier_is_given_to_two_things(ids):
    assert [code for (_, code), count in Counter(each[1:] for each in ids).items() if count > 1] == []


def test_well_known_companies_have_links(ids):
    counts = Counter(kind for _, kind, _ in ids)
    assert counts["uscc"] >= 40
    assert counts["lei"] >= 20
    assert counts["site"] >= 70
    assert counts["wikidata"] >= 300
