#!/usr/bin/env bash
# House rules a machine can check. Prints every violation, then one summary line; exit 1 when there is any.
# Self-test: `check.sh --self-test` runs the layer rule over planted violations and fails if it misses one.
set -uo pipefail

# Which core folders a core folder may include (besides itself). "sandbox" stands on base alone.
allowed() {
    case "$1" in
    base) echo "" ;;
    http) echo "base" ;;
    digitalocean | kubernetes) echo "base http" ;;
    ssh | store) echo "base" ;;
    sandbox) echo "base" ;;
    blueprint) echo "base http digitalocean" ;;
    verify | engine) echo "base http digitalocean kubernetes ssh store blueprint" ;;
    interop) echo "base http digitalocean kubernetes ssh store blueprint engine verify" ;;
    operations) echo "base http digitalocean kubernetes ssh store blueprint engine verify interop" ;;
    *) echo "" ;;
    esac
}

violations=0
bad() {
    printf '%s\n' "$*"
    violations=$((violations + 1))
}

check_layers() {
    local root=$1 file module target
    while IFS=: read -r file include; do
        module=${file#"$root"/core/}
        module=${module%%/*}
        target=${include#core/}
        target=${target%%/*}
        case "$include" in
        core/*)
            [ "$target" = "$module" ] && continue
            case " $(allowed "$module") " in *" $target "*) ;; *) bad "layer: ${file#"$root"/} includes $include (core/$module may use: $(allowed "$module"))" ;; esac
            ;;
        ui/* | app/*) bad "layer: ${file#"$root"/} includes $include (core never knows the UI or the programs)" ;;
        esac
    done < <(grep -rnoE '^#include "[^"]+"' "$root/core" --include=*.h --include=*.cpp 2>/dev/null | sed -E 's/^([^:]+):[0-9]+:#include "([^"]+)"/\1:\2/')
    while IFS=: read -r file include; do
        bad "layer: ${file#"$root"/} includes $include (nothing in core uses widgets or painting)"
    done < <(grep -rnoE '^#include <(Q[A-Z]?Widget|QWidget|QGraphics|QPainter|QApplication|QtWidgets|QtGui|QPixmap|QImage)[^>]*>' "$root/core" --include=*.h --include=*.cpp 2>/dev/null | sed -E 's/^([^:]+):[0-9]+:#include <([^>]+)>/\1:\2/')
    while IFS=: read -r file include; do
        bad "layer: ${file#"$root"/} includes $include (the UI talks to the core's operations and values only)"
    done < <(grep -rnoE '^#include "core/(sandbox|http)/[^"]+"' "$root/ui" --include=*.h --include=*.cpp 2>/dev/null | sed -E 's/^([^:]+):[0-9]+:#include "([^"]+)"/\1:\2/')
    while IFS=: read -r file include; do
        bad "layer: ${file#"$root"/} includes $include (ui never knows the programs)"
    done < <(grep -rnoE '^#include "app/[^"]+"' "$root/ui" --include=*.h --include=*.cpp 2>/dev/null | sed -E 's/^([^:]+):[0-9]+:#include "([^"]+)"/\1:\2/')
    while IFS=: read -r file include; do
        bad "include: ${file#"$root"/} uses a relative path $include (write it from the top of the repository)"
    done < <(grep -rnoE '^#include "\.\.?/[^"]+"' "$root/core" "$root/ui" "$root/app" 2>/dev/null | sed -E 's/^([^:]+):[0-9]+:#include "([^"]+)"/\1:\2/')
}

check_sizes() {
    local root=$1 file lines
    while read -r lines file; do
        [ "$file" = total ] && continue
        [ "$lines" -gt 600 ] && bad "size: ${file#"$root"/} has $lines lines (limit 600: which of its jobs moves out?)"
    done < <(find "$root/core" "$root/ui" "$root/app" \( -name '*.cpp' -o -name '*.h' \) -exec wc -l {} + 2>/dev/null)
}

check_words() {
    local root=$1 line
    while read -r line; do bad "sleep: ${line#"$root"/} (readiness is probed, never slept for)"; done \
        < <(grep -rnE 'QThread::(m|u)?sleep|usleep\(|sleep_for|QTest::qWait\(|QTest::qSleep' "$root/core" "$root/ui" "$root/app" "$root/tests" --include=*.cpp --include=*.h 2>/dev/null)
    while read -r line; do bad "trust: ${line#"$root"/} (TLS and host-key checks are never off)"; done \
        < <(grep -rnE 'ignoreSslErrors|VerifyNone|StrictHostKeyChecking[= ]no|UserKnownHostsFile[= ]/dev/null|--insecure|insecure-skip' "$root/core" "$root/ui" "$root/app" "$root/tests" "$root/installers" --include=*.cpp --include=*.h --include=*.sh 2>/dev/null | grep -v -e 'tests/style/check.sh' -e 'core/sandbox/kubernetes/cluster_server.cpp.*of clients')
}

check_format() {
    local root=$1 formatter file
    formatter=$(command -v clang-format-14 || command -v clang-format) || {
        printf 'format: skipped, no clang-format here\n'
        return
    }
    while read -r file; do bad "format: ${file#"$root"/} (clang-format -i)"; done \
        < <(find "$root/core" "$root/ui" "$root/app" "$root/tests" \( -name '*.cpp' -o -name '*.h' \) -print0 2>/dev/null |
            xargs -0 -r -n 40 "$formatter" --dry-run -Werror 2>&1 | grep -oE '^[^:]+\.(cpp|h):' | tr -d : | sort -u)
}

self_test() {
    local root found
    root=$(mktemp -d)
    mkdir -p "$root"/core/base "$root"/core/sandbox "$root"/ui
    printf '#include "core/http/http.h"\n' >"$root/core/base/a.h"
    printf '#include "core/digitalocean/api.h"\n#include <QWidget>\n' >"$root/core/sandbox/b.h"
    printf '#include "core/sandbox/sandbox.h"\n' >"$root/ui/c.cpp"
    printf '#include "app/x.h"\n' >"$root/ui/d.cpp"
    check_layers "$root"
    found=$violations
    rm -rf "$root"
    violations=0
    if [ "$found" -ne 5 ]; then
        printf 'style: the layer check found %s of 5 planted violations\n' "$found"
        exit 1
    fi
}

[ $# -ge 1 ] || { printf 'usage: check.sh ROOT\n' >&2; exit 2; }
self_test >/dev/null || { printf 'style: self-test failed\n'; exit 1; }
root=$(cd "$1" && pwd)
check_layers "$root"
check_sizes "$root"
check_words "$root"
check_format "$root"
printf 'style: %s violations\n' "$violations"
[ "$violations" -eq 0 ]
