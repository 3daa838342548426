"""Commands that stand in the docs and that the tests of the docs do not run, and why."""

from __future__ import annotations

NOT_RUN = {
    "make pack": "installs from the network; .ci/run runs it",
    "make test": "installs from the network; runs this very test",
    "studypack build mine": "tests/build/test_build.py builds this course of the README",
    "studypack diff --since HEAD --in decks/1956": "docs/how-to/correct-a-fact.md runs such a one",
    "studypack watch class-9 --only handout": "runs until it is stopped; tests/cli tests it",
    "python -m pip install 'distributed>=2026.8'": "installs from the network",
    "studypack build --set language=pl --out out/trial": "tests/briefing/test_languages.py",
    "python -m pip install watchfiles": "installs from the network",
    "python -m pytest tests/test_words.py": "is a test itself",
    "python -m pytest -n 0 tests/test_dates.py": "test_the_sample_output_is_built_once runs it",
    "python -m pytest tests/poster -n 2": "are tests themselves",
    "dask scheduler": "runs until it is stopped; tests/build/test_cluster.py starts a cluster",
    "dask worker tcp://host:8786 --nthreads 1": "as the scheduler",
    "studypack build --scheduler tcp://host:8786": "needs a cluster; tests/build/test_cluster.py",
}
