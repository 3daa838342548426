"""From a folder of YAML, Markdown and CSL-JSON to a Summary; all problems in one pass."""

from studypack.reading.assets import read_assets
from studypack.reading.course import CourseReading, Setting, read_course, unwritten_course
from studypack.reading.summary import Positions, Reading, read_summary
from studypack.reading.unread import unread_beside

__all__ = [
    "CourseReading",
    "Positions",
    "Reading",
    "Setting",
    "read_assets",
    "read_course",
    "read_summary",
    "unread_beside",
    "unwritten_course",
]
