# Two commands do all the set-up: `make demo` and `make test`.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
SHELL := /bin/bash
.DELETE_ON_ERROR:
.PHONY: demo test lint style types types-windows layers pages docs lock bench bundle samples golden clean system-packages

demo: $(VENV)/.ready
	$(BIN)/chengnuo run samples/inbox --notice csust-2012 --roster samples/roster.xlsx --out out

# What waits for the network, and what one processor does alone, goes two at a time.
test:
	$(MAKE) --no-print-directory -j 2 $(VENV)/.ready-dev system-packages
	$(MAKE) --no-print-directory -j 2 -O lint
	CHENGNUO_LINES_RUN=1 $(BIN)/pytest -n 3 --dist loadfile

lint: types types-windows style layers pages

types: $(VENV)/.ready-dev
	$(BIN)/mypy

types-windows: $(VENV)/.ready-dev
	$(BIN)/mypy --platform win32 --cache-dir .mypy_cache/win32

style: $(VENV)/.ready-dev
	$(BIN)/ruff check .
	$(BIN)/ruff check -q --preview --select PLW1514 .

layers: $(VENV)/.ready-dev
	$(BIN)/lint-imports

pages: $(VENV)/.ready-dev
	$(BIN)/python -m pipeline.reference --check

docs: $(VENV)/.ready-dev            ## write the generated pages (CLI, rules, schema) anew
	$(BIN)/python -m pipeline.reference

bench: $(VENV)/.ready-dev           ## figures for benchmarks/README.md
	$(BIN)/python -m benchmarks.forms

FOR ?= windows
PYTHON_VERSION ?= 3.11
bundle: $(VENV)/.ready-dev          ## what an office without network installs from: FOR=windows|linux|linux-arm64
	$(BIN)/python -m offline.bundle $(FOR) --python $(PYTHON_VERSION) --out dist $(addprefix --extra ,$(EXTRA))

lock: $(VENV)/.ready-dev            ## pin again, with hashes and without naming a registry
	$(BIN)/pip-compile -q --generate-hashes --no-emit-options --no-header --allow-unsafe -o requirements.txt pyproject.toml
	$(BIN)/pip-compile -q --generate-hashes --no-emit-options --no-header --allow-unsafe --extra dev -o requirements-dev.txt pyproject.toml

$(VENV)/.ready: requirements.txt pyproject.toml
	test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(BIN)/pip install -q --disable-pip-version-check --require-hashes -r requirements.txt
	$(BIN)/pip install -q --disable-pip-version-check --no-deps --no-build-isolation -e .
	touch $@

$(VENV)/.ready-dev: requirements-dev.txt pyproject.toml
	test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(BIN)/pip install -q --disable-pip-version-check --require-hashes -r requirements-dev.txt
	$(BIN)/pip install -q --disable-pip-version-check --no-deps --no-build-isolation -e .
	touch $@ $(VENV)/.ready

# LibreOffice opens what we write, Poppler draws it; tests that need them are skipped where they cannot be installed.
system-packages:
	@bash .ci/system-packages

golden: $(VENV)/.ready-dev          ## accept the results of the samples; read the difference first
	$(BIN)/python -m tests.delivery.golden --write

clean:
	rm -rf $(VENV) out build dist *.egg-info
