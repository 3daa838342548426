# make pack    build the study packs into out/
# make test    lint, types and tests
# make bench   how long it takes, beside the bare libraries
# make lock    choose the newest versions that pyproject.toml allows

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet
PIP_INSTALL := $(PIP) install --require-hashes --no-warn-script-location
TEST_OPTIONS ?=

.PHONY: pack test bench lock machine clean
.DEFAULT_GOAL := pack

pack: $(VENV)/.pack
	$(BIN)/studypack build

test: $(VENV)/.test
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python -m pytest $(TEST_OPTIONS)

bench: $(VENV)/.test
	$(BIN)/python -m tests.bench

machine:
	@$(PYTHON) setup/machine.py

$(VENV)/.pack: requirements/pack.txt pyproject.toml | machine
	@echo "Setting up $(VENV) (once; about a minute)"
	@$(PYTHON) -m venv $(VENV)
	@$(PIP_INSTALL) -r requirements/pack.txt
	@$(PIP) install --no-deps --no-build-isolation -e .
	@touch $@

$(VENV)/.test: requirements/test.txt $(VENV)/.pack
	@echo "Adding the tools for tests to $(VENV) (once)"
	@$(PIP_INSTALL) -r requirements/test.txt
	@touch $@

lock:
	cd requirements && ./lock

clean:
	rm -rf $(VENV) .mypy_cache .ruff_cache .pytest_cache .hypothesis
