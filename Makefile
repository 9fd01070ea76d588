# Two commands do everything: `make demo` runs the main job on examples/, `make test` runs the tests.
# Both set up the project's own environment first; nothing outside .venv is touched.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet

.PHONY: demo test check quality compiled docs lock clean

demo: $(VENV)/runtime.stamp
	$(BIN)/kg build examples/ -o output/

# A process a core; the tests of one file share what they build, so they stay together.
test: $(VENV)/dev.stamp
	$(BIN)/python -m pytest -n auto --dist loadfile

# Style, types and floors; what a reviewer would otherwise have to say.
check: $(VENV)/dev.stamp
	$(BIN)/ruff format --check kg tests benchmarks hatch_build.py
	$(BIN)/ruff check kg tests benchmarks hatch_build.py
	$(BIN)/mypy
	$(BIN)/lint-imports

# The pinned figures of docs/quality.json: those of every set of annotated articles that is at hand.
quality: $(VENV)/dev.stamp
	$(BIN)/python -m benchmarks.quality --gate

# The wheel with compiled extraction, which needs a C compiler and some minutes: whether it says the same as the sources,
# and how fast it is beside them. It lies in build/ and is never imported by anything else.
compiled: $(VENV)/dev.stamp
	rm -rf build/wheel build/compiled
	HATCH_BUILD_HOOK_ENABLE_CUSTOM=true $(BIN)/python -m hatchling build -t wheel -d build/wheel
	$(PIP) install --no-deps --target build/compiled build/wheel/*.whl
	$(BIN)/python -m pytest -m compiled tests/functional/test_compiled.py
	$(BIN)/python benchmarks/extract.py
	PYTHONPATH=build/compiled $(BIN)/python benchmarks/extract.py

# Everything that is generated into docs/.
docs: $(VENV)/dev.stamp
	for page in docs/generate_*.py; do $(BIN)/python -m docs.$$(basename $$page .py) || exit 1; done

lock:
	uv pip compile --universal --python-version 3.11 --generate-hashes --no-header --no-annotate pyproject.toml --group build -o requirements.lock
	uv pip compile --universal --python-version 3.11 --generate-hashes --no-header --no-annotate pyproject.toml --group build --group dev -o requirements-dev.lock

$(VENV)/bin/python:
	$(PYTHON) -m venv $(VENV)

# The locks are whole, so pip has nothing to resolve (and an old pip would resolve an extra past its pin).
$(VENV)/runtime.stamp: $(VENV)/bin/python requirements.lock pyproject.toml
	$(PIP) install --no-deps --require-hashes -r requirements.lock
	$(PIP) install --no-deps --no-build-isolation --editable .
	touch $@

$(VENV)/dev.stamp: $(VENV)/runtime.stamp requirements-dev.lock
	$(PIP) install --no-deps --require-hashes -r requirements-dev.lock
	touch $@

clean:
	rm -rf $(VENV) build dist
