# `make demo` and `make test` need Python 3.11 or newer and make; uv is used where it is there.
PYTHON ?= python3
UV := $(shell command -v uv 2>/dev/null)
BIN := .venv/bin
WORKERS ?= auto
export PIP_DISABLE_PIP_VERSION_CHECK := 1

.PHONY: demo test lint style types imports format tour lock bundle clean

demo: .venv/.run
	$(BIN)/paitou demo

test: .venv/.dev
	$(BIN)/python -m pytest -n $(WORKERS) --maxprocesses 4 $(TESTS)

lint: style types imports

style: .venv/.dev
	$(BIN)/ruff check --quiet .
	$(BIN)/ruff format --quiet --check .

types: .venv/.dev
	$(BIN)/mypy

imports: .venv/.dev
	$(BIN)/lint-imports --no-cache

format: .venv/.dev
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

# Writes the outputs of today into docs/tour.md; a test holds the page against them.
tour: .venv/.dev
	$(BIN)/python tests/test_tour.py

# A stamp for each set of libraries: newer than what it was made from, so nothing to do.
.venv/.run: requirements/run.txt requirements/build.txt pyproject.toml | .venv/.made
	$(call install,requirements/run.txt)
	$(call install_package)
	@touch $@

.venv/.dev: requirements/dev.txt requirements/build.txt pyproject.toml | .venv/.made
	$(call install,requirements/dev.txt)
	$(call install_package)
	@touch $@ .venv/.run

.venv/.made:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	  { echo "需要 Python 3.11 或更新的版本；可以用 make PYTHON=python3.12 … 指定。"; exit 1; }
	$(if $(UV),uv venv --quiet --allow-existing --python $(PYTHON) .venv,$(PYTHON) -m venv .venv || \
	  { echo "建立 .venv 失败；Debian、Ubuntu 上请先安装 python3-venv。"; exit 1; })
	@touch $@

# Hashes are checked by both; the package itself is linked, so the code that runs is this one.
ifdef UV
install = uv pip install --quiet --python $(BIN)/python --require-hashes -r $(1) -r requirements/build.txt
install_package = uv pip install --quiet --python $(BIN)/python --no-deps --no-build-isolation -e .
else
install = $(BIN)/python -m pip install --quiet --require-hashes -r $(1) -r requirements/build.txt
install_package = $(BIN)/python -m pip install --quiet --no-deps --no-build-isolation -e .
endif

# Names, versions and hashes only, good for every platform.
LOCK = uv pip compile --quiet --universal --python-version 3.11 --generate-hashes \
  --no-emit-index-url --no-emit-find-links --no-header --no-annotate
EXTRAS = --extra analysis --extra reading --extra reports --extra office
lock:
	$(LOCK) pyproject.toml $(EXTRAS) -o requirements/run.txt
	$(LOCK) pyproject.toml $(EXTRAS) --extra dev \
	  -c requirements/run.txt -o requirements/dev.txt
	$(LOCK) requirements/build.in -c requirements/dev.txt -o requirements/build.txt

# An archive in dist/ that installs without a network; needs one itself.
bundle: .venv/.dev
	@$(BIN)/python -c 'import pip' 2>/dev/null || $(BIN)/python -m ensurepip --upgrade >/dev/null
	$(BIN)/python deploy/bundle.py

clean:
	rm -rf .venv .mypy_cache .ruff_cache .pytest_cache .import_linter_cache .hypothesis
