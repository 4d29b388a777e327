# Two commands for a newcomer: `make demo` and `make test`. `make setup` is their common first half.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
UV := VIRTUAL_ENV=$(VENV) $(BIN)/uv --quiet
STAMP := $(VENV)/.ready
CATALOGUES := $(wildcard src/dieuhanh/*/locale/*/LC_MESSAGES/*.po)
COMPILED := $(CATALOGUES:.po=.mo)

.PHONY: setup demo check test coverage bench docs lock

setup: $(STAMP) $(COMPILED)

$(STAMP): requirements-dev.lock requirements-uv.lock pyproject.toml
	@command -v $(PYTHON) >/dev/null || \
	  { echo "Chưa có $(PYTHON): apt-get install python3 python3-venv / Python is missing."; exit 1; }
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	  { echo "Cần Python 3.11 trở lên, đây là $$($(PYTHON) -V); chọn bản khác: make PYTHON=python3.12 … / Python 3.11 or newer is needed."; exit 1; }
	@$(PYTHON) -c 'import venv, ensurepip' 2>/dev/null || \
	  { echo "Thiếu gói venv: apt-get install python3-venv / the venv package is missing."; exit 1; }
	$(PYTHON) -m venv $(VENV)
	$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r requirements-uv.lock
	$(UV) pip install --require-hashes -r requirements-dev.lock
	$(UV) pip install --no-deps --no-build-isolation -e .
	@touch $@

# A catalogue whose placeholders do not match is compiled all the same: the failure must not stay.
%.mo: %.po $(STAMP)
	$(BIN)/pybabel --quiet compile --input-file $< --output-file $@ || { rm -f $@; exit 1; }
	@touch $@

demo: setup
	$(BIN)/dieuhanh demo $(if $(TODAY),--today $(TODAY))

check: setup
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

test: check
	$(BIN)/pytest $(PYTEST)

# Which lines no test reaches; half as slow again, so not a part of `make test`.
coverage: setup
	$(BIN)/pytest --cov --cov-report=term

bench: setup
	$(BIN)/python -m benchmarks $(NAME)

# The lock files hold hashes and no address of any index.
COMPILE := $(UV) pip compile --upgrade --generate-hashes --no-header --no-annotate --python-version 3.11
lock: setup
	echo uv | $(COMPILE) -o requirements-uv.lock -
	$(COMPILE) -o requirements.lock pyproject.toml
	$(COMPILE) --extra dev -c requirements.lock -o requirements-dev.lock pyproject.toml

# The reference pages that are read off the code; a test holds them equal to it.
docs: setup
	$(BIN)/python docs/generate.py
