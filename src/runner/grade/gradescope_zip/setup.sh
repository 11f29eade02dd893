#!/usr/bin/env bash
# Runs once, when Gradescope makes the machine: a linker, Rust, and everything that programs of the course link.
set -e
if ! command -v cargo >/dev/null; then
    apt-get update
    apt-get install -y --no-install-recommends build-essential ca-certificates curl
    curl --proto '=https' --tlsv1.2 -sSf https://sh.rustup.rs |
        sh -s -- -y --profile minimal --default-toolchain RUST_VERSION
    . "$HOME/.cargo/env"
fi
cd /autograder/source
chmod +x gradlings run_autograder
# No exercise passes yet, which is exit code 1. Every check is worked out, so that no submission waits for that.
./gradlings --course course check-all >/dev/null || [ $? -eq 1 ]
