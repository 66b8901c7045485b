# What people and CI run. Everything happens in .venv, from the versions in constraints.txt.

PYTHON ?= python3
BIN := .venv/bin
export PIP_CONSTRAINT := $(CURDIR)/constraints.txt
export PIP_BUILD_CONSTRAINT := $(CURDIR)/constraints.txt
export PIP_DISABLE_PIP_VERSION_CHECK := 1

.PHONY: help build test lint check report pictures bench eval lock

help:            ## this list
	@grep -E '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed 's/:.*##/ —/'

build: .venv/installed   ## create .venv, install the locked dependencies, build data/ from seeds/
	$(BIN)/conflict-timeline build seeds --out data

test: build      ## the same, and run the tests
	$(BIN)/pytest --benchmark-skip --ignore=tests/bench --numprocesses=logical --maxprocesses=4 --dist=loadfile

lint: .venv/installed    ## ruff (rules and format), and mypy in strict mode
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

check: .venv/installed   ## is data/ what the seeds and the code give, and as the schema says?
	$(BIN)/conflict-timeline check

report: build    ## write report.html, one page of data/ to look at
	$(BIN)/conflict-timeline report data --out report.html

pictures: report ## take README.md's pictures of that page (needs chromium)
	$(BIN)/python -m tests.report.pictures report.html .github/pictures

bench: .venv/installed   ## measure speed
	$(BIN)/pytest --benchmark-only --benchmark-columns=median,ops,rounds

eval: .venv/installed    ## score against the gold data, where it is at hand
	@if [ -f ../shared/eval/all.py ]; then \
	  CONFLICT_TIMELINE="$(CURDIR)/$(BIN)/conflict-timeline" CONFLICT_TIMELINE_SRC="$(CURDIR)" \
	    $(BIN)/python ../shared/eval/all.py; \
	else echo "No gold data here: ../shared/eval/all.py is not part of the project."; fi

lock: .venv/installed    ## write the installed versions to constraints.txt
	$(BIN)/python -m pip freeze --exclude-editable | grep -vE '^(pip|setuptools|wheel)=|@' > constraints.txt

.venv/installed: pyproject.toml constraints.txt
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Python 3.11 or newer is needed, e.g. make build PYTHON=python3.12")'
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet -e '.[dev]'
	touch $@
