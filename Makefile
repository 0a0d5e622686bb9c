# Builds, serves and tests Alongside. `make help` lists what there is.
include tools/versions.env

TOOLS := $(or $(XDG_CACHE_HOME),$(HOME)/.cache)/alongside/tools
export PATH := $(TOOLS)/trunk-$(TRUNK_VERSION)/bin:$(TOOLS)/wasm-bindgen-$(WASM_BINDGEN_VERSION)/bin:$(TOOLS)/wasm-split-cli-$(WASM_SPLIT_VERSION)/bin:$(CURDIR)/node_modules/.bin:$(PATH):$(HOME)/.cargo/bin
export PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD := 1
# The address below which a release is served. Only its 404 page needs to know.
export BASE ?= /

STAMPS := target/stamps
APP := Cargo.toml Cargo.lock build.rs Trunk.toml index.html package-lock.json $(shell find src view core/src core/Cargo.toml public style tools -type f 2>/dev/null)

.PHONY: help serve quick build parts test test-long measure screens
.DEFAULT_GOAL := help

help: ## lists these commands
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "make %-10s %s\n", $$1, $$2 }' $(firstword $(MAKEFILE_LIST))

serve: $(STAMPS)/example ## builds and serves an example site on this machine
	@node tools/serve.mjs --root target/example-site --port 8080

quick: $(STAMPS)/tools $(STAMPS)/npm ## builds dist/ and the example site while one works: soon there, neither small nor fast
	@ALONGSIDE_QUICK=1 trunk build --cargo-profile quick
	@node tools/example.mjs

build: $(STAMPS)/release ## makes the release in dist/, without example data (BASE=/sub/ for its 404 page)

parts: $(STAMPS)/parts ## serves the page of all parts of the interface
	@node tools/serve.mjs --root target/parts-site --port 8081

test: $(STAMPS)/example $(STAMPS)/parts $(STAMPS)/browser ## runs everything that decides whether a change may land
	@node tools/test.mjs

test-long: $(STAMPS)/example $(STAMPS)/parts $(STAMPS)/browser ## runs what takes longer, and measures
	@node tools/test.mjs --long

measure: $(STAMPS)/example $(STAMPS)/browser ## measures bytes and times, and writes docs/PERFORMANCE.md
	@test -f tools/measure.mjs || { echo "alongside: tools/measure.mjs is missing, so there is nothing to measure with." >&2; exit 1; }
	@node tools/measure.mjs

screens: $(STAMPS)/example $(STAMPS)/parts $(STAMPS)/browser ## writes a picture of every page and state into target/screens/ (ARGS="--only goal")
	@node tools/screens.mjs $(ARGS)

# Each step leaves a stamp, and runs again only when something it depends on is newer or what it made is gone.
again_without = $(if $(wildcard $(1)),,FORCE)

$(STAMPS)/tools: tools/versions.env tools/setup.sh $(call again_without,$(TOOLS)/trunk-$(TRUNK_VERSION)/bin/trunk)
	@tools/setup.sh build
	@mkdir -p $(@D) && touch $@

$(STAMPS)/npm: package-lock.json $(call again_without,node_modules/.bin/wasm-opt)
	@command -v npm >/dev/null || { echo "alongside: npm is missing. Install Node 20 or newer." >&2; exit 1; }
	@npm ci --silent --no-audit --no-fund
	@mkdir -p $(@D) && touch $@

$(STAMPS)/browser: tools/setup.sh
	@tools/setup.sh browser
	@mkdir -p $(@D) && touch $@

$(STAMPS)/base: FORCE
	@mkdir -p $(@D) && echo '$(BASE)' | cmp -s - $@ || echo '$(BASE)' > $@

$(STAMPS)/release: $(STAMPS)/tools $(STAMPS)/npm $(STAMPS)/base $(wildcard $(APP)) $(call again_without,dist/index.html)
	@trunk build --release
	@mkdir -p $(@D) && touch $@

# Beside the release: the same with the page of all parts, for the tests that look at them.
$(STAMPS)/parts: $(STAMPS)/release $(call again_without,target/parts-site/parts.html)
	@ALONGSIDE_PARTS=1 trunk build --release --features parts --dist target/parts-site
	@touch $@

$(STAMPS)/example: $(STAMPS)/release $(call again_without,target/example-site/index.html)
	@node tools/example.mjs
	@touch $@

FORCE:
