# coxa: `make run` sets everything up and starts the app, `make test` proves it, `make help` lists the rest.
# Needs Debian (or any Unix), Python >= 3.11 and make. Everything lands in .venv; nothing is installed
# system-wide, except by root on Debian where a part is missing (python3-venv, chromium for the tests).

VENV := .venv
BIN := $(VENV)/bin
STAMPS := $(VENV)/.stamps
PIP := $(BIN)/python -m pip --disable-pip-version-check
NPM := $(BIN)/python hatch_build.py

GROUND ?= $(VENV)/ground
SAMPLE := src/coxa/samples/seated-rotation.mp4
FRONTEND := $(shell find frontend/src frontend/*.ts frontend/*.json -type f 2>/dev/null)
FIGURE := $(wildcard src/coxa/body/figure/*.py src/coxa/catalogue/data/exercises/*.toml)
TRANSLATIONS := $(wildcard src/coxa/site/locale/*/LC_MESSAGES/*.po)
# Clips of real people that must be refused; tests that need them are skipped without.
export COXA_FOOTAGE ?= $(abspath $(wildcard ../shared/footage))

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.PHONY: run test check fuzz body oracle lock messages clips validation wheel clean help

run: $(STAMPS)/bundle ## set everything up, read the sample recording once, start the app
	@test -e $(STAMPS)/sample || $(MAKE) --no-print-directory $(STAMPS)/sample \
		|| echo "The sample recording could not be read (see above). The app starts all the same."
	@$(BIN)/coxa serve --open

test: check $(STAMPS)/chromium $(STAMPS)/rig $(STAMPS)/body ## run every check and every test
	$(NPM) test
	@# A browser on a busy machine may stumble: what failed is tried once more, on its own.
	$(BIN)/python -m pytest || $(BIN)/python -m pytest --last-failed --last-failed-no-failures none

check: $(STAMPS)/dev $(STAMPS)/bundle ## style, types, layers, catalogue
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	COXA_HOME=$(VENV)/home $(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python -m coxa.catalogue --check
	$(BIN)/python scripts/messages.py --check
	$(NPM) run check

lock: $(STAMPS)/venv ## pin every dependency anew, with hashes and without host names
	$(PIP) install --quiet uv
	scripts/lock.sh $(BIN)/python

messages: $(STAMPS)/dev ## bring the translations in step with the English sentences
	$(BIN)/python scripts/messages.py

clips: $(STAMPS)/rig ## film the sample recording and the test clips again (needs ffmpeg, and a GPU or Mesa)
	$(BIN)/python -m rig clips

# Renders recordings, reads them and writes validation/REPORT.md. What was rendered or read is kept.
validation: $(STAMPS)/bundle $(STAMPS)/rig ## film the proving ground, judge every reading, write the report (hours)
	@scripts/ffmpeg.sh
	$(BIN)/python -m rig ground $(GROUND)
	$(BIN)/python -m validation $(GROUND) --part final2 --again held \
		--model heavy --model full --out validation

FUZZ_S ?= 180
fuzz: $(STAMPS)/fuzz ## hand every parser ever stranger bytes, FUZZ_S seconds each (atheris)
	@for target in container landmarks bundle sheet pairs readings orientation; do \
		PYTHONPATH=$(VENV)/fuzz $(BIN)/python -m fuzz $$target $(FUZZ_S) || exit 1; done

body: $(STAMPS)/body $(STAMPS)/install ## compute anew what each exercise does to the muscles (docs/muscles.md)
	OPENBLAS_NUM_THREADS=1 $(BIN)/python -m anatomy

oracle: $(STAMPS)/oracle $(STAMPS)/install ## work the answer out once more with PyMC (an hour)
	PYTHONPATH=$(VENV)/oracle $(BIN)/python -m validation.answer.pymc_oracle

wheel: $(STAMPS)/bundle ## build the wheel into dist/
	$(PIP) wheel --quiet --no-deps --no-build-isolation --wheel-dir dist .
	@ls -l dist

clean: ## remove everything that make made
	rm -rf $(VENV) dist frontend/node_modules src/coxa/site/static/built src/coxa/pose/weights/*.tflite
	rm -rf .pytest_cache .mypy_cache .ruff_cache .hypothesis .import_linter_cache

help: ## this list
	@sed -n 's/^\([a-z]*\):.*## \(.*\)/make \1\t\2/p' $(MAKEFILE_LIST) | expand -t 18

# Each stamp is newer than what it was made from, so a second run starts in seconds.

$(STAMPS)/venv:
	@scripts/make_venv.sh $(VENV) "$(PYTHON)"
	@mkdir -p $(@D) && touch $@

$(STAMPS)/run: requirements/run.lock $(STAMPS)/venv
	$(PIP) install --quiet --require-hashes -r $<
	@touch $@

$(STAMPS)/dev: requirements/dev.lock $(STAMPS)/run
	$(PIP) install --quiet --require-hashes -r $<
	@touch $@

# A Node of PyPI, only where the system has none that the front end's tools accept.
$(STAMPS)/node: requirements/node.lock $(STAMPS)/run
	@$(BIN)/python hatch_build.py --has-node || $(PIP) install --quiet --require-hashes -r $<
	@touch $@

$(STAMPS)/install: pyproject.toml hatch_build.py $(wildcard build_parts/*.py rig/*.py) \
		frontend/package-lock.json src/coxa/pose/weights/SHA256SUMS $(STAMPS)/node
	$(PIP) install --quiet --no-deps --no-build-isolation --editable .
	@touch $@

$(STAMPS)/bundle: $(FRONTEND) $(FIGURE) $(TRANSLATIONS) $(STAMPS)/install
	@$(NPM) run --silent build -- --logLevel error
	@touch $@

$(STAMPS)/sample: $(STAMPS)/bundle
	@echo "Reading the sample recording once, as proof that everything works:"
	@$(BIN)/coxa measure $(SAMPLE)
	@touch $@

$(STAMPS)/fuzz: requirements/fuzz.lock $(STAMPS)/bundle
	$(PIP) install --quiet --require-hashes --target $(VENV)/fuzz -r $<
	@touch $@

$(STAMPS)/body: requirements/body.lock $(STAMPS)/run
	$(PIP) install --quiet --no-deps --require-hashes --upgrade --target $(VENV)/body -r $<
	@touch $@

$(STAMPS)/oracle: requirements/oracle.lock $(STAMPS)/run
	$(PIP) install --quiet --no-deps --require-hashes --upgrade --target $(VENV)/oracle -r $<
	@touch $@

$(STAMPS)/chromium: $(STAMPS)/dev
	@$(BIN)/python scripts/chromium.py --install
	@touch $@

$(STAMPS)/rig: $(STAMPS)/dev
	@scripts/rig_parts.sh $(BIN)/python
	@touch $@
