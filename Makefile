# From a bare clone, Python >= 3.11 and make are enough: `make demo`, `make test`.

UV_VERSION := 0.13.9
BIN := .venv/bin
READY := .venv/.ready
PYTHONS := $(PYTHON) python3.11 python3.12 python3.13 python3 python

export UV_PYTHON_DOWNLOADS := never
# blis and OpenBLAS otherwise start a thread for every core, in every process
export OMP_NUM_THREADS ?= 1

.PHONY: help demo setup test lint unit docs format golden bench clean

help:  ## what can be made
	@grep -E '^[a-z]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z]+):.*## /  make \1\t/' | expand -t 16

demo: $(READY)  ## set up and read the two example articles
	@$(BIN)/dragoman read examples/appeal.txt examples/analysis.txt

setup: $(READY)  ## create .venv with everything in it

$(READY): pyproject.toml uv.lock
	@python=; for candidate in $(PYTHONS); do \
	  if $$candidate -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then python=$$candidate; break; fi; \
	done; \
	if [ -z "$$python" ]; then \
	  echo "Dragoman needs Python 3.11 or newer and found none of: $(PYTHONS)." >&2; \
	  echo "Install one, or name it: make PYTHON=/path/to/python3.11" >&2; exit 1; \
	fi; \
	[ -x $(BIN)/python ] || $$python -m venv .venv
	@[ -x $(BIN)/uv ] || $(BIN)/python -m pip install --quiet --disable-pip-version-check uv==$(UV_VERSION)
	@$(BIN)/uv sync --frozen --inexact --quiet
	@touch $(READY)

test: lint docs unit  ## everything that CI runs

lint: $(READY)  ## ruff, mypy, the import walls
	$(BIN)/ruff check
	$(BIN)/mypy
	$(BIN)/lint-imports

docs: $(READY)  ## build the site into site/, refusing broken links
	$(BIN)/mkdocs build --strict

unit: $(READY)  ## pytest with coverage
	$(BIN)/pytest --quiet --cov=dragoman --cov-fail-under=90

format: $(READY)  ## let ruff lay the code out
	$(BIN)/ruff format
	$(BIN)/ruff check --fix

golden: $(READY)  ## write golden files and generated pages anew; read the diff before you commit it
	$(BIN)/python docs/generate.py
	$(BIN)/pytest --quiet --write-golden

bench: $(READY)  ## speed against bare spaCy; prints ratios
	$(BIN)/python bench/speed.py

clean:  ## remove everything that was made
	rm -rf .venv site dist .coverage .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
