# `make demo` shows what the program does, `make test` and `make check` that it is right, `make bench` how well it reads.
# Each sets up what it needs by itself: a Python is looked for, .venv made from requirements.lock. Nothing else is touched.

.PHONY: help setup demo test check bench lock clean
.DEFAULT_GOAL := help

python := .venv/bin/python
ledger := build/demo.db
# The day that the demo is asked about, fixed so that everybody sees the same briefing.
as_of := 2022-06-01

help:
	@echo "make demo    read the sample reports and brief from them"
	@echo "make test    run the tests"
	@echo "make check   formatting, lint, types, documentation, lexicons"
	@echo "make bench   measure accuracy and speed against benchmarks/baseline.json"
	@echo "make lock    pin the newest packages in requirements.lock"
	@echo "make clean   remove what the above have made"

setup:
	@sh scripts/setup.sh

demo: setup
	@mkdir -p build
	@rm -f $(ledger) $(ledger)-wal $(ledger)-shm
	.venv/bin/aide-memoire add examples/reports --ledger $(ledger)
	.venv/bin/aide-memoire brief --ledger $(ledger) --as-of $(as_of)
	@.venv/bin/aide-memoire brief --ledger $(ledger) --as-of $(as_of) --format html --output build/briefing.html
	@echo "The same as a page, with every quote in its report: $(CURDIR)/build/briefing.html"

test: setup
	@$(python) -m pytest

check: setup
	$(python) -m ruff format --check .
	$(python) -m ruff check .
	$(python) -m mypy
	$(python) scripts/cli_reference.py --check
	$(python) scripts/check_docs.py
	$(python) -m pytest tests/lexicons

bench: setup
	@$(python) -m benchmarks.run

lock:
	@sh scripts/lock.sh

clean:
	rm -rf .venv build .mypy_cache .pytest_cache .ruff_cache .hypothesis
