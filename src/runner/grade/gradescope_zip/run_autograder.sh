#!/usr/bin/env bash
# Runs for every submission. Where it fails, Gradescope says so, and nobody gets points for that or loses any.
set -e
export HOME="${HOME:-/root}"
if [ -f "$HOME/.cargo/env" ]; then . "$HOME/.cargo/env"; fi
cd /autograder/source
rm -rf graded
./gradlings grade /autograder/submission --one submission --course course --out graded \
    --format gradescope --sandbox SANDBOX
mkdir -p /autograder/results
cp graded/gradescope/submission/results.json /autograder/results/results.json
