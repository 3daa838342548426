"""From a folder of YAML, Markdown and CSL-JSON to a Summary; all problems in one pass."""

from studypack.reading.course import CourseReading, read_course
from studypack.reading.summary import Positions, Reading, read_summary

__all__ = ["CourseReading", "Positions", "Reading", "read_course", "read_summary"]
