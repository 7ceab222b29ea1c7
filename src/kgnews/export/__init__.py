"""The graph in open formats: the same graph gives the same bytes, whatever the machine and the locale."""

from kgnews.export.formats import FOLDER_FORMATS, STREAM_FORMATS, folder, stream
from kgnews.export.neo4j import RowMaker

__all__ = ["FOLDER_FORMATS", "STREAM_FORMATS", "RowMaker", "folder", "stream"]
