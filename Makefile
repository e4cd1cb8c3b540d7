# Everything a developer does here is a target; `make` lists them.
SHELL := bash
.DEFAULT_GOAL := help
MAVEN := mvn -B -ntp -Dstyle.color=never
LAYOUT := target/jaeger-operator
PROGRAM := $(LAYOUT)/bin/jaeger-operator
SHARED ?= ../shared
SCRIPTS := .ci/run src/main/launcher/jaeger-operator src/test/check/reproducible src/test/check/summary src/test/cluster/up src/test/jaeger/programs
# A second JDK to test on, where one is installed.
JDK25 ?= $(firstword $(wildcard /usr/lib/jvm/*25*))
# CI runs every case of the random tests, the same ones for the same tree, and accepts no missing control plane.
TEST_FLAGS := $(if $(filter true,$(CI)),-Drandom.share=1 -Drandom.series=$(shell git rev-parse HEAD^{tree}) -Dcluster.required=true)

.PHONY: help build run test test-oldest check generate format cluster jaeger e2e compat bench image clean

help: ## List the targets
	@awk -F ':.*## ' '/^[a-z0-9-]+:.*## / {printf "  %-11s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

build: ## Build the program into target/jaeger-operator (bin/jaeger-operator, lib/)
	@$(MAVEN) -q package -DskipTests
	@echo "built $(PROGRAM)"

run: build ## Serve the webhook without a cluster, on 127.0.0.1:9443 and 127.0.0.1:8080, until Ctrl-C
	@$(PROGRAM) standalone --resources manifests/samples

test: ## Build and run every test; those on a real control plane too once `make cluster` has built it
	@$(MAVEN) verify $(TEST_FLAGS)

test-oldest: ## The tests of injection and of the CRD on the oldest Kubernetes that is supported, which is built once
	@CLUSTER_RELEASE=oldest src/test/cluster/up build
	@CLUSTER_RELEASE=oldest $(MAVEN) verify -Dcluster.required=true -Dtest=none -Dsurefire.failIfNoSpecifiedTests=false \
	  '-Dit.test=JaegerCrdIT,InjectionMatrixIT,AppliedIT,ChangesIT,LimitsIT,UpgradeIT,WholeClusterIT'

check: ## What CI adds to the tests: formatting, scripts, reproducible build, tests on a newer JDK
	@$(MAVEN) -q spotless:check
	@if command -v shellcheck >/dev/null; then shellcheck -x $(SCRIPTS); else echo "check: shellcheck not found, scripts not checked"; fi
	@src/test/check/reproducible
	@if [ -n "$(JDK25)" ]; then \
	  JAVA_HOME=$(JDK25) $(MAVEN) test -Doutput.folder=target-jdk25 $(TEST_FLAGS); \
	else echo "check: no JDK 25 found, tests on it skipped (set JDK25 to its home)"; fi

generate: ## Write again every file that is generated from code
	@$(MAVEN) -q test -Dgroups=generated -Dgenerated.update=true -Dsurefire.failIfNoSpecifiedTests=false

format: ## Format the sources
	@$(MAVEN) -q spotless:apply

cluster: ## Build the control plane for tests, once: etcd, kube-apiserver and friends (minutes when cold)
	@src/test/cluster/up build

jaeger: ## Build Jaeger's own programs for tests, once (minutes when cold)
	@src/test/jaeger/programs build

e2e: ## Spans through a real Jaeger, end to end: not built yet
	@echo "e2e: there are no end-to-end scenarios yet" >&2; exit 1

compat: build ## Compare with recordings of the Go operator in $(SHARED)/vectors
	@if [ ! -d $(SHARED)/vectors ]; then echo "compat: skipped, $(SHARED)/vectors is absent"; exit 0; fi; \
	if ! python3 -c 'import yaml' 2>/dev/null; then echo "compat: skipped, python3 with PyYAML is needed"; exit 0; fi; \
	python3 $(SHARED)/vectors/compare_generate.py --batch \
	  --deviations src/test/resources/compat/generate-deviations.yaml -- $(PROGRAM) generate --jaeger-version 1.65.0 && \
	python3 $(SHARED)/vectors/run_admission.py \
	  --deviations src/test/resources/compat/admission-deviations.yaml -- $(PROGRAM) && \
	src/test/check/defects $(SHARED)/vectors $(PROGRAM)

bench: ## Measure speed and footprint: not built yet
	@echo "bench: there are no benchmarks yet" >&2; exit 1

image: ## Build the container image: not built yet
	@echo "image: there is no image build yet" >&2; exit 1

clean: ## Remove what was built here; the programs of control plane and Jaeger stay in their cache
	@rm -rf target target-jdk25 target-again
