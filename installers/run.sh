#!/usr/bin/env bash
# From a clean machine to the running app: installs what is missing, builds, starts Sluice on its built-in simulated cloud.
# With a display the window opens with the wizard; without one `sluicectl demo` shows the whole life in about 20 seconds.
#   installers/run.sh [--no-start] [arguments for the program]
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
# shellcheck source=installers/prepare.sh
. "$here/installers/prepare.sh"

start=yes
if [ "${1:-}" = --no-start ]; then
    start=no
    shift
fi

ensure_packages "$here/installers/packages-build.txt"
folder=$(build_root "$here")/release
targets=(sluice sluicectl sluice-sandbox)
if [ ! -x "$folder/bin/sluicectl" ]; then
    say "Building Sluice (Release). The first time takes some minutes; later runs start at once."
fi
build "$here" "$folder" release "${targets[@]}"

if [ "$start" = no ]; then
    say "Built: $folder/bin/sluice, sluicectl, sluice-sandbox"
    exit 0
fi
if [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ]; then
    say "Starting the window on the sandbox account (a simulated cloud: nothing costs money)"
    exec "$folder/bin/sluice" --wizard "$@"
fi
say "No display: running the demo on the embedded sandbox"
"$folder/bin/sluicectl" demo "$@"
say "Done. With a display this command opens the window; $folder/bin/sluicectl --help lists the commands."
