# `make brief` shows today's brief, `make test` passes the tests; `make help` lists the rest.
# Needs Python 3.11 to 3.13, git and make. Everything is installed into $(VENV), from the hash-pinned locks.

# Set only by typing them (make VENV=…): variables of these names in somebody's shell mean something else.
VENV := .venv
PYTHON :=
export VENV PYTHON
UV := scripts/uv
INTO := --python $(VENV)/bin/python
BIN := $(VENV)/bin
COMPILE := $(UV) pip compile --quiet --universal --python-version 3.11 --generate-hashes \
	--no-emit-index-url --no-header --no-annotate

# What a person can say: make brief CATALOGUE=URL|FILE AT=T LANGUAGE=en MINUTES=5. LANGUAGE is also a setting of many
# desktops (a list such as en_GB:en), so it counts only where it is typed.
quoted = '$(subst ','\'',$(1))'
typed = $(if $(filter command line,$(origin $(1))),$($(1)))
option = $(if $(call typed,$(2)),$(1) $(call quoted,$(call typed,$(2))))
COLLECTING = $(call option,--catalogue,CATALOGUE) $(call option,--at,AT)
READING = $(call option,--language,LANGUAGE) $(call option,--minutes,MINUTES)

.DEFAULT_GOAL := help
.PHONY: help brief serve test chaos install deps tools browser lint format types floors check lock clean
.SUFFIXES:

help: ## what there is
	@awk -F ':.*## ' '/^[a-z]+:.*## / {printf "  make %-8s %s\n", $$1, $$2}' $(firstword $(MAKEFILE_LIST))

brief: install ## today's brief, from more than 300 sources [CATALOGUE=URL|FILE AT=T LANGUAGE=en MINUTES=5]
	@$(BIN)/ainews brief --collect $(COLLECTING) $(READING)

serve: install ## the brief as pages, on http://127.0.0.1:8000 [PORT=8000]
	@$(BIN)/ainews serve $(call option,--port,PORT)

test: check ## everything that must hold: lint, types, floors, tests (what they need is installed)
	@env -u PYTHONDONTWRITEBYTECODE $(BIN)/python -m pytest -n 3 $(TESTS)

chaos: tools ## kill, freeze and restart what delivers, and count what is lost or doubled (about a quarter of an hour)
	@for harm in kill freeze; do for database in sqlite postgres; do \
		$(BIN)/python benchmarks/delivery/chaos.py $$harm --database $$database || exit 1; done; done
	@for harm in abandon restart away; do $(BIN)/python benchmarks/delivery/chaos.py $$harm --database postgres || exit 1; done

check: lint types floors browser

lint: tools ## ruff: rules and format
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check --quiet .

format: tools ## ruff: mend both
	@$(BIN)/ruff check --fix .
	@$(BIN)/ruff format .

types: tools
	@$(BIN)/mypy

floors: tools
	@$(BIN)/lint-imports --no-cache >$(VENV)/floors.txt || { cat $(VENV)/floors.txt; exit 1; }

browser: tools
	@scripts/browser

lock: tools ## pin the newest versions of everything (look at the diff, then make test)
	@echo uv | $(COMPILE) --upgrade - -o requirements-uv.lock
	@$(COMPILE) --upgrade pyproject.toml --group build -o requirements.lock
	@$(COMPILE) --upgrade --group dev --constraint requirements.lock -o requirements-dev.lock

clean: ## remove what make made, but no data
	rm -rf $(VENV) .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache

# What the commands import is imported once: Python keeps it compiled, also where PYTHONDONTWRITEBYTECODE is set, as in
# many containers. Without it every command would compile 500 files first.
USED := bot.app, bot.cli.brief, bot.cli.gathering, bot.cli.working, bot.newsroom.making.briefing, bot.newsroom.answering.answering, \
	channels.document.render, sources.fetcher, sources.workers, sources.feeds, sources.pages, summariser.telling.extractive, \
	rich.progress, uvicorn.protocols.http.h11_impl

# The stamps make a second run start at once. Each is renewed when what it was made from changes.
install: $(VENV)/project.stamp
deps: $(VENV)/deps.stamp
tools: $(VENV)/tools.stamp install

$(VENV)/project.stamp: $(VENV)/deps.stamp pyproject.toml
	@$(UV) pip install $(INTO) --quiet --no-deps --no-build-isolation --editable .
	@env -u PYTHONDONTWRITEBYTECODE $(BIN)/python -c '$(strip import $(USED))'
	@touch $@

$(VENV)/tools.stamp: $(VENV)/deps.stamp requirements-dev.lock
	@$(UV) pip install $(INTO) --require-hashes -r requirements-dev.lock
	@touch $@

$(VENV)/deps.stamp: $(VENV)/uv.stamp requirements.lock
	@echo "Installing into $(VENV) (once)"
	@$(UV) pip install $(INTO) --require-hashes -r requirements.lock
	@touch $@

# The stamp depends on the environment's Python, whose link breaks when the system's Python goes: then all is made anew.
$(VENV)/uv.stamp: $(BIN)/python requirements-uv.lock
	@$(BIN)/python -m pip --version >/dev/null 2>&1 || $(BIN)/python -m ensurepip # after a Ctrl-C in between
	@PIP_USER=0 $(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --require-hashes -r requirements-uv.lock
	@touch $@

$(BIN)/python:
	@python=$$(scripts/find-python) && "$$python" -m venv --clear $(VENV)
