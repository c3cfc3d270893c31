# Two commands are enough: `make report` and `make test`. Both set up .venv first.
# make report LAPORAN=data/2020     another report: its folder, made with `lkj new data/2020`
# make test PYTHON=python3.13 VENV=.venv-313     another Python

PYTHON ?= python3
VENV ?= .venv
LAB_VENV ?= .venv-lab
LAPORAN ?= data/2019
BENCH_ARGS ?=
DOCS := README.md data/README.md
DOCS_PICTURE := .github/tren-tpt.png

ifeq ($(OS),Windows_NT)
BIN := $(VENV)/Scripts
LAB_BIN := $(LAB_VENV)/Scripts
else
BIN := $(VENV)/bin
LAB_BIN := $(LAB_VENV)/bin
endif
STAMP := $(VENV)/.siap
REPORT_STAMP := $(VENV)/.siap-laporan
LAB_STAMP := $(LAB_VENV)/.siap
# what a report needs is part of what everything needs: a .venv with everything serves as it is
ENOUGH := $(or $(wildcard $(STAMP)),$(REPORT_STAMP))

# where this is set every process would compile anew, and an import takes 3 times as long
unexport PYTHONDONTWRITEBYTECODE

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.PHONY: help report test test-cepat check notebooks docs bench lint lab lock setup clean

help: ## this list
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*## /  make \1|/' | column -t -s '|'

report: $(ENOUGH) ## annexes -> checks -> notebooks -> charts, workbook and site in build/<report>/
	@$(BIN)/lkj build $(LAPORAN)

test: $(STAMP) ## unit tests, doctests, then every notebook against its stored outputs
	@$(BIN)/python -m pytest -q -n 2 --dist loadscope --nbval --nbval-current-env \
		tests lkjlib notebooks

test-cepat: $(STAMP) ## the quick unit tests, for every day: no program, no build, no corpus, no notebook
	@$(BIN)/python -m pytest -q -n 2 --dist loadscope -m "not program and not lambat" tests

check: $(ENOUGH) ## check the annexes of one report
	@$(BIN)/lkj check $(LAPORAN)

notebooks: $(ENOUGH) ## re-run the notebooks and write their outputs back, to commit them
	@$(BIN)/lkj notebooks --tulis

docs: $(STAMP) ## bring the parts of README.md and data/README.md that are made from the data up to date
	@$(BIN)/cog -r $(DOCS)
	@$(BIN)/python -c 'import lkjlib as lkj; from pathlib import Path; \
		Path("$(DOCS_PICTURE)").write_bytes(lkj.gambar(lkj.load(2019), "tren-tpt").png)'

bench: $(STAMP) ## measure speed and memory as ratios (BENCH_ARGS=--tulis writes the README table)
	@$(BIN)/python benchmarks/bench.py $(BENCH_ARGS)

lint: $(STAMP) ## ruff over code and notebooks; the order of the rooms; documents up to date
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/lint-imports --no-logo --no-cache
	@$(BIN)/cog --check $(DOCS) || { echo "Perbarui dengan: make docs" >&2; exit 1; }

lab: $(LAB_STAMP) ## open the notebooks in JupyterLab
	@$(LAB_BIN)/jupyter lab --notebook-dir=notebooks

setup: $(STAMP) ## only the set-up, for all commands (make report alone sets up less)

lock: $(ENOUGH) ## resolve all versions anew (then: make test)
	@$(BIN)/uv pip compile $(LOCK_FLAGS) --extra build --extra many --extra draf --extra dev \
		pyproject.toml -o requirements.lock
	@$(BIN)/uv pip compile $(LOCK_FLAGS) --extra build -c requirements.lock \
		pyproject.toml -o requirements-report.lock
	@$(BIN)/uv pip compile $(LOCK_FLAGS) --extra build --extra lab -c requirements.lock \
		pyproject.toml -o requirements-lab.lock
	@echo uv | $(BIN)/uv pip compile $(LOCK_FLAGS) --no-annotate - -o requirements-uv.lock

LOCK_FLAGS := --quiet --upgrade --generate-hashes --universal --no-header \
	--fork-strategy fewest --python-version 3.11

clean: ## remove what was built (not .venv)
	rm -rf build .build-* .pytest_cache .ruff_cache .hypothesis

# The stamp comes last and holds the folder: a set-up that broke off, or a project that was moved,
# is set up from nothing; otherwise .venv is brought to exactly the locked versions, and what it has
# of them already is not fetched again.
define make_venv
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { \
		echo "Python 3.11 atau lebih baru diperlukan; $(PYTHON) adalah" \
			"$$($(PYTHON) --version 2>&1). Coba: make $(MAKECMDGOALS) PYTHON=python3.12" >&2; exit 1; }
	@echo "Menyiapkan $(1) menurut $(2) (sekali saja, sekitar satu menit) ..." >&2
	@grep -qsxF "$(CURDIR)" $(1)/.siap* || $(PYTHON) -m venv --clear $(1)
	@rm -f $(1)/.siap*
	@$(3)/python -m pip install --quiet --disable-pip-version-check --require-hashes \
		-r requirements-uv.lock
	@$(3)/uv pip sync --quiet --python $(3)/python --require-hashes $(2)
	@$(3)/uv pip install --quiet --python $(3)/python --no-build-isolation --no-deps -e .
	@$(3)/python -c 'import matplotlib.font_manager'
	@echo "$(CURDIR)" >$@
endef

.PHONY: $(shell for stamp in $(STAMP) $(REPORT_STAMP) $(LAB_STAMP); do \
	[ "$$(cat $$stamp 2>/dev/null)" = "$(CURDIR)" ] || echo $$stamp; done)

$(STAMP): requirements.lock requirements-uv.lock pyproject.toml
	$(call make_venv,$(VENV),requirements.lock,$(BIN))

$(REPORT_STAMP): requirements-report.lock requirements-uv.lock pyproject.toml
	$(call make_venv,$(VENV),requirements-report.lock,$(BIN))

$(LAB_STAMP): requirements-lab.lock requirements-uv.lock pyproject.toml
	$(call make_venv,$(LAB_VENV),requirements-lab.lock,$(LAB_BIN))
