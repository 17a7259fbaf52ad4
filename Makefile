# Everything a newcomer needs. Only Python (3.11 or later) and make must be there; the rest is installed in .venv.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip install --quiet --disable-pip-version-check
UIT ?= uit

.PHONY: help demo test snel lint types proef kill browser stijl bench up lock schoon

help:  ## show this list
	@grep -E '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed 's/:.*## /\t/' | expand -t 10

$(BIN)/python:
	$(PYTHON) -c 'import sys; sys.exit("Python 3.11 of hoger is nodig" if sys.version_info < (3, 11) else 0)'
	$(PYTHON) -m venv $(VENV)

$(VENV)/.gebruik: $(BIN)/python requirements.lock pyproject.toml
	$(PIP) --require-hashes -r requirements.lock
	$(PIP) --no-deps --no-build-isolation -e .
	@touch $@

$(VENV)/.ontwikkel: $(VENV)/.gebruik requirements-dev.lock
	$(PIP) --require-hashes -r requirements-dev.lock
	@touch $@

demo: $(VENV)/.gebruik  ## play the two example lives and check that all evidence agrees
	$(BIN)/opgave demo --uit $(UIT)

up: $(VENV)/.gebruik  ## run the lasting embedded system: server, worker and mail catcher (Ctrl-C stops all)
	$(BIN)/opgave serve

test: lint types proef  ## linting, types and the whole test suite

lint: $(VENV)/.ontwikkel  ## ruff and the import contract
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/lint-imports --no-cache

types: $(VENV)/.ontwikkel  ## mypy --strict
	$(BIN)/mypy

proef: $(VENV)/.ontwikkel  ## all tests: what needs a machine to itself runs alone, the rest three at a time
	$(BIN)/pytest -q -n 3 --dist worksteal -m "not kill"
	$(BIN)/pytest -q -m kill

snel: $(VENV)/.ontwikkel  ## only the tests of the pure core
	$(BIN)/pytest -q -n 2 tests/domain

kill: $(VENV)/.ontwikkel  ## only the tests that kill real processes
	$(BIN)/pytest -q -m kill

browser: $(VENV)/.ontwikkel  ## only the tests in a real browser; finds Chromium, or installs that of Debian
	command -v chromium chromium-browser google-chrome >/dev/null || (apt-get update -qq && apt-get install -y -qq chromium)
	$(BIN)/pytest -q tests/browser

stijl: $(VENV)/.gebruik  ## check that the style sheets of others are as they were published
	$(BIN)/python -m starter.portaal.haal_stijl

bench: $(VENV)/.ontwikkel  ## measure the engine against a bare floor
	$(BIN)/python -m benchmarks.meet

lock: $(BIN)/python  ## renew the lock files (needs uv)
	uv pip compile pyproject.toml --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header \
		--extra build -o requirements.lock
	uv pip compile pyproject.toml --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header \
		--extra build --extra dev -c requirements.lock -o requirements-dev.lock

schoon:  ## remove what was made here
	rm -rf $(VENV) $(UIT) .pytest_cache .mypy_cache .ruff_cache .hypothesis
