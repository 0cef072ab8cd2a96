# Sourced by installers/run.sh and tests/run.sh: packages, build folder, progress. Not a program of its own.

say() { printf '\033[1m==>\033[0m %s\n' "$*"; }
fail() { printf 'sluice: %s\n' "$*" >&2; exit 1; }

# ensure_packages FILE...: installs the listed Debian packages that are missing; asks before it uses sudo.
ensure_packages() {
    command -v dpkg-query >/dev/null 2>&1 || {
        say "This system has no dpkg: install what is listed in $* with its own package manager. Going on with what is there."
        return 0
    }
    local wanted missing=() package
    wanted=$(cat "$@" | sed 's/#.*//' | tr -s ' \n' '\n' | sed '/^$/d')
    for package in $wanted; do
        dpkg-query -W -f='${db:Status-Abbrev}' "$package" 2>/dev/null | grep -q '^ii' || missing+=("$package")
    done
    if [ ${#missing[@]} -eq 0 ]; then
        return 0
    fi
    say "Missing packages (${#missing[@]}): ${missing[*]}"
    local as_root=()
    if [ "$(id -u)" -ne 0 ]; then
        command -v sudo >/dev/null 2>&1 || fail "Not root and no sudo. Run as root: apt-get install --no-install-recommends ${missing[*]}"
        if [ -t 0 ]; then
            printf 'Install them with sudo apt-get? [Y/n] '
            read -r answer
            case "$answer" in [nN]*) fail "Nothing installed. Install the packages above, then run this again." ;; esac
        else
            sudo -n true 2>/dev/null || fail "sudo needs a password and nobody is there to type it. Run: sudo apt-get install --no-install-recommends ${missing[*]}"
        fi
        as_root=(sudo)
    fi
    say "Installing with apt-get (a minute or two)"
    "${as_root[@]}" apt-get update -qq || fail "apt-get update failed: is the package mirror reachable?"
    "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null \
        || fail "apt-get could not install the packages above; its own message is printed before this line."
    say "Packages installed"
}

# Where to build: in the checkout, or in the user's cache when the checkout is read-only.
build_root() {
    if mkdir -p "$1/build" 2>/dev/null && [ -w "$1/build" ]; then
        printf '%s\n' "$1/build"
    else
        local cache="${XDG_CACHE_HOME:-$HOME/.cache}/sluice/build-$(printf '%s' "$1" | cksum | cut -d' ' -f1)"
        mkdir -p "$cache" || fail "Neither $1/build nor $cache can be written."
        printf '%s\n' "$cache"
    fi
}

# build SOURCE FOLDER PRESET TARGETS...: configures once, then builds with a progress line.
build() {
    local source=$1 folder=$2 preset=$3
    shift 3
    if [ ! -f "$folder/build.ninja" ]; then
        say "Configuring ($preset)"
        (cd "$source" && cmake --preset "$preset" -B "$folder" >"$folder.configure.log" 2>&1) || {
            tail -n 25 "$folder.configure.log" >&2
            fail "CMake could not configure the project; the whole output is in $folder.configure.log"
        }
    fi
    export NINJA_STATUS='[%f/%t %es] '
    if [ -t 1 ]; then
        ninja -C "$folder" "$@" || fail "The build failed; the first error is above."
    else
        # Without a terminal: one line for each 25 steps instead of one for each file, errors whole.
        ninja -C "$folder" "$@" >"$folder.build.log" 2>&1 &
        local pid=$! shown=""
        while kill -0 "$pid" 2>/dev/null; do
            local line
            line=$(grep -oE '^\[[0-9]+/[0-9]+ [0-9.]+s\]' "$folder.build.log" 2>/dev/null | tail -n 1 || true)
            local step=${line#[}
            step=${step%%/*}
            if [ -n "$line" ] && [ "$(( ${step:-0} / 25 ))" != "$shown" ]; then
                shown=$(( ${step:-0} / 25 ))
                printf 'building %s\n' "$line"
            fi
            sleep 1
        done
        if ! wait "$pid"; then
            grep -nE 'error|FAILED|undefined' "$folder.build.log" | head -n 40 >&2
            tail -n 15 "$folder.build.log" >&2
            fail "The build failed; the whole output is in $folder.build.log"
        fi
        tail -n 1 "$folder.build.log"
    fi
}
