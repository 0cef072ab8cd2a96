#!/usr/bin/env bash
# Installs what is missing, builds, runs every test with CTest; ends with CTest's summary.
#   tests/run.sh [--sanitizers|--coverage] [arguments for ctest, e.g. -R engine]
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
# shellcheck source=installers/prepare.sh
. "$here/installers/prepare.sh"

preset=test
case "${1:-}" in
--sanitizers) preset=asan; shift ;;
--coverage) preset=coverage; shift ;;
esac

packages=("$here/installers/packages-build.txt" "$here/installers/packages-test.txt")
if [ -n "${LAB_REQUIRED:-}" ]; then
    packages+=("$here/installers/packages-lab.txt")
fi
ensure_packages "${packages[@]}"
folder=$(build_root "$here")/$preset
say "Building the programs and tests ($preset)"
build "$here" "$folder" "$preset"
say "Running the tests"
cd "$folder"
if [ "$preset" = coverage ]; then
    # The figure is printed whatever the tests say; their failure still is this script's.
    outcome=0
    ctest --output-on-failure -j 2 "$@" || outcome=$?
    gcovr --root "$here" --object-directory "$folder" --filter "$here/core/" --filter "$here/ui/" --filter "$here/app/" --gcov-ignore-parse-errors --print-summary --output coverage.txt
    exit "$outcome"
fi
exec ctest --output-on-failure -j 2 "$@"
