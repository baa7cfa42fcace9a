# Two commands matter: `make run` does the main job, `make test` passes everything.
PYTHON ?= $(shell command -v python3.11 || command -v python3.12 || command -v python3.13 || command -v python3)
VENV := .venv
BIN := $(VENV)/bin
STAMP := $(VENV)/.installed

export QT_LOGGING_RULES := qt.qpa.*=false

.PHONY: run test mutants demo bench bundle lock system-libraries clean

run: $(STAMP) system-libraries
	@$(BIN)/python main.py demo build/demo

test: $(STAMP) system-libraries
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	QT_QPA_PLATFORM=offscreen $(BIN)/pytest -n auto --cov --cov-report=term:skip-covered

mutants: $(STAMP)
	$(BIN)/python packaging/mutants.py

bench: $(STAMP) system-libraries
	QT_QPA_PLATFORM=offscreen $(BIN)/python -m bench

bundle: $(VENV)/.build-installed system-libraries
	$(BIN)/pyinstaller --noconfirm --distpath build/bundle --workpath build/pyinstaller pyinstaller.spec
	env -i HOME="$${HOME}" LANG=C.UTF-8 QT_QPA_PLATFORM=offscreen timeout 120 build/bundle/cchc-desktop/cchc-desktop self-test
	env -i HOME="$${HOME}" LANG=C.UTF-8 QT_QPA_PLATFORM=offscreen timeout 300 build/bundle/cchc-desktop/cchc-desktop demo build/bundle-demo

lock: $(VENV)/.build-installed
	$(BIN)/python packaging/lock.py

system-libraries:
	@sh packaging/system-libraries.sh

$(STAMP): requirements/dev.txt
	@test -n "$(PYTHON)" || { echo "Python 3.11 or newer is needed, with pip and venv."; exit 1; }
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Python 3.11 or newer is needed, found $$($(PYTHON) --version)."; exit 1; }
	test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/dev.txt
	@touch $@

$(VENV)/.build-installed: $(STAMP) requirements/build.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/build.txt
	@touch $@

clean:
	rm -rf build .mypy_cache .ruff_cache .pytest_cache .import_linter_cache .hypothesis .coverage
