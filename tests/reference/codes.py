"""Every code that studypack can tell, in order: the one place for its title and its meaning.

A new code is a ``Code`` in the list of its hundred; tests say what it still lacks, and
``make docs`` writes docs/reference/codes.md anew.
"""

from tests.reference import codes_building, codes_content, codes_reading

CODES = (*codes_reading.CODES, *codes_content.CODES, *codes_building.CODES)
