"""Data inside HTML: never markup, compressed where large, the same bytes each time."""

import base64
import gzip
import json
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.export.html.coding import encode_text, single_bytes
from kg.export.html.embedding import COMPRESSED, render_blocks, render_json
from kg.export.html.offsets import Utf16Offsets
from kg.model.span import Span

texts = st.text(st.characters(codec="utf-8"))


def decode_text(data):
    """What the page's script does."""
    size = 4 + int.from_bytes(data[:4], "big")
    alphabet, found, i = data[4:size].decode(), [], size
    single = single_bytes(len(alphabet))
    while i < len(data):
        if data[i] < single:
            found.append(alphabet[data[i]])
        else:
            found.append(alphabet[single + (data[i] - single) * 256 + data[i + 1]])
            i += 1
        i += 1
    return "".join(found)


@given(st.text())
def test_json_holds_nothing_that_html_or_scripts_mind(text):
    rendered = render_json({"名": text})
    assert not re.search("[<>&\u2028\u2029\ud800-\udfff]", rendered)
    assert json.loads(rendered) == {"名": text}


def test_numbers_that_are_none_are_refused():
    with pytest.raises(ValueError, match="JSON compliant"):
        render_json(float("nan"))


@given(texts)
def test_coded_text_comes_back(text):
    assert decode_text(encode_text(text)) == text


def test_coded_text_of_a_large_alphabet_comes_back():
    text = "".join(chr(0x4E00 + i) for i in range(6000)) + "云杉" * 50 + "𠮷"
    assert decode_text(encode_text(text)) == text


def test_small_data_stays_readable_and_large_is_compressed():
    small, large = [{"a": "云杉"}], [{"a": "云杉"}, {"b": "海" * COMPRESSED}]
    assert render_blocks(small)[0] == render_blocks(small)[0]
    assert (render_blocks(small)[0].encoding, render_blocks(small)[0].text) == ("json", '{"a":"云杉"}')
    blocks = render_blocks(large)
    assert {each.encoding for each in blocks} == {"coded"}
    assert [json.loads(decode_text(gzip.decompress(base64.b64decode(each.text)))) for each in blocks] == large


def test_the_same_data_gives_the_same_characters():
    data = [{"texts": ["云杉消费金融" * 80_000]}]
    assert render_blocks(data) == render_blocks(data)


@given(texts.filter(bool), st.data())
def test_offsets_are_those_of_the_browser(text, data):
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    at, length = Utf16Offsets(text).start_and_length(Span(start, end))
    encoded = text.encode("utf-16-le")
    assert encoded[2 * at : 2 * (at + length)].decode("utf-16-le") == text[start:end]
