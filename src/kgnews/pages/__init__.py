"""Reading of inputs: files, folders, globs and standard input become pages; what cannot be read becomes an error record."""

from kgnews.pages.dates import normalise_date
from kgnews.pages.options import ReadOptions
from kgnews.pages.reading import read_inputs

__all__ = ["ReadOptions", "normalise_date", "read_inputs"]
