"""Reading articles and records from files.

Knows which files are meant, their formats and encodings, and where title, day and publisher stand. What the text
says is for the floors above.
"""

from kg.text.reading.inputs import Input
from kg.text.reading.options import ReadOptions
from kg.text.reading.reader import distinct, find_inputs, read_documents, read_input
from kg.text.reading.results import Failure, Found

__all__ = ["Failure", "Found", "Input", "ReadOptions", "distinct", "find_inputs", "read_documents", "read_input"]
