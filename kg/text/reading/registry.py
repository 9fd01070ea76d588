"""Which format reads a file: by its ending, or by its first bytes where it has none.

A format is one function; a new one is a module beside this one and a line here.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import BinaryIO

from kg.text.reading import csv_rows, docx_file, html_page, json_lines, markdown, pdf_file, plain
from kg.text.reading.options import ReadOptions
from kg.text.reading.results import Draft, Failure, Found
