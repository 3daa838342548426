# make pack    build the study packs into out/
# make test    lint, types and tests
# make check-print  the poster at every size against the bars of a finished print
# make stress  thousands of spoiled summaries, hundreds of killed builds, and random editions
#              through Anki, the newest and an older one
# make docs    write docs/reference/ and decks/_schema/ anew from the program
# make bench   how long it takes, beside the bare libraries
# make lock    choose the newest versions that pyproject.toml allows

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet
PIP_INSTALL := $(PIP) install --require-hashes --no-warn-script-location
TEST_OPTIONS ?=
EXAMPLES ?= 250
FUZZ ?= 10000
KILLS ?= 200
SIZES ?=
BUILD_OPTIONS ?=
OLDER_ANKI := 24.11

.PHONY: pack test docs check-print stress bench lock machine clean
.DEFAULT_GOAL := pack

pack: $(VENV)/.pack
	$(BIN)/studypack build $(BUILD_OPTIONS)

test: $(VENV)/.test
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python -m pytest $(TEST_OPTIONS)

docs: $(VENV)/.test
	$(BIN)/python -m tests.reference

check-print: $(VENV)/.test
	$(BIN)/python -m tests.check_print $(SIZES)

stress: $(VENV)/.test $(VENV)-older/.anki
	$(BIN)/python -m tests.stress.fuzz $(FUZZ)
	$(BIN)/python -m tests.stress.kills $(KILLS)
	$(BIN)/python -W ignore -m tests.flashcards.editions $(EXAMPLES)
	$(VENV)-older/bin/python -W ignore -m tests.flashcards.editions $(EXAMPLES)

bench: $(VENV)/.test
	$(BIN)/python -W ignore -m tests.bench $(GROUPS)

machine:
	@$(PYTHON) setup/machine.py

$(VENV)/.pack: requirements/pack.txt pyproject.toml | machine
	@echo "Setting up $(VENV) (once; about a minute)"
	@$(PYTHON) -m venv $(VENV)
	@$(PIP_INSTALL) -r requirements/pack.txt
	@$(PIP) install --no-deps --no-build-isolation -e .
	@touch $@

$(VENV)/.test: requirements/test.txt $(VENV)/.pack
	@$(PYTHON) setup/machine.py test
	@echo "Adding the tools for tests to $(VENV) (once)"
	@$(PIP_INSTALL) -r requirements/test.txt
	@touch $@

$(VENV)-older/.anki: requirements/pack.txt pyproject.toml | machine
	@echo "Setting up $(VENV)-older with Anki $(OLDER_ANKI) (once)"
	@$(PYTHON) -m venv $(VENV)-older
	@$(VENV)-older/bin/python -m pip --quiet install --require-hashes -r requirements/pack.txt
	@$(VENV)-older/bin/python -m pip --quiet install --no-deps --no-build-isolation -e .
	@$(VENV)-older/bin/python -m pip --quiet install anki==$(OLDER_ANKI) hypothesis
	@touch $@

lock:
	cd requirements && ./lock

clean:
	rm -rf $(VENV) $(VENV)-older .mypy_cache .ruff_cache .pytest_cache .hypothesis
