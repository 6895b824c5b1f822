# The two commands a newcomer needs: `make demo` and `make test`. Both install what is missing.
SHELL := /bin/bash
.DEFAULT_GOAL := help

SEED  ?= 1
CASES ?= 2000
PORT  ?= 8420
DATA  ?= demo-data
# The demo is judged as of a fixed day, so that its figures are the same whenever it is run.
AS_OF ?= 2026-10-31

RELEASE := .build/release/zhunsheng
BUILD_PACKAGES := libsqlite3-dev libssl-dev libxlsxwriter-dev libzip-dev libexpat1-dev libqrencode-dev pkg-config
TEST_PACKAGES := chromium fonts-noto-cjk

.PHONY: help deps test-deps build demo demo-data test lint bench clean

help:
	@echo "make demo   建造、生成虚构的一年、检查、编制报告并打开页面（PORT=$(PORT) SEED=$(SEED) CASES=$(CASES)）"
	@echo "make test   安装所缺软件包并运行全部检查"
	@echo "make bench  运行 Benchmarks/ 中的测量"

deps:
	@.ci/install $(BUILD_PACKAGES)

test-deps:
	@.ci/install $(BUILD_PACKAGES) $(TEST_PACKAGES)

build: deps
	swift build -c release --product zhunsheng
	swift build -c release --product zhunsheng-verify

demo-data: build
	rm -rf $(DATA)
	$(RELEASE) demo --data $(DATA) --seed $(SEED) --cases $(CASES)
	$(RELEASE) check --data $(DATA) --as-of $(AS_OF) --against-key
	$(RELEASE) report compile annual --data $(DATA) --period 2025 --format docx --out $(DATA)/annual-2025.docx

# ZHUNSHENG_DEMO_ONCE=1 stops before the pages are served.
demo: demo-data
	@echo
	@echo "案件 $(CASES) 件；各规则植入与查出的对照见上"
	@echo "报告（DOCX）：$(abspath $(DATA))/annual-2025.docx"
	@echo "页面：http://127.0.0.1:$(PORT)/ （按 Ctrl-C 结束）"
	@if [ -z "$$ZHUNSHENG_DEMO_ONCE" ]; then $(RELEASE) serve --data $(DATA) --port $(PORT) --as-of $(AS_OF); fi

lint:
	swift format lint --strict --recursive Sources Tests Package.swift

test: test-deps
	@.ci/test

bench: build
	@Benchmarks/run

clean:
	rm -rf .build demo-data
