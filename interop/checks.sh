# shellcheck shell=bash
# Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
#
# Rows of the table: a check that passed, one that failed, and their sum. Sourced.

rows=()
failed=0
declare -A versions=()

# row TOOL WHAT COMMAND...: runs the command; what it printed is shown only if it fails.
row() {
    local tool=$1 what=$2 result=ok
    shift 2
    "$@" >"$work/log" 2>&1 || result=FAILED
    rows+=("$result|$tool|$what")
    [ $result = ok ] && return
    failed=$((failed + 1))
    printf -- '--- %s: %s\n' "$tool" "$what"
    tail -n 60 "$work/log"
    return 1
}

# report TOOL COMMAND...: the command makes several checks, and prints "ok WHAT" or "FAILED WHAT" for each. It fails only
# if it could not make them all.
report() {
    local tool=$1 said status result what
    shift
    said=$("$@" 2>"$work/said")
    status=$?
    while read -r result what; do
        case $result in
            ok) row "$tool" "$what" true ;;
            FAILED) row "$tool" "$what" show_errors ;;
        esac
    done <<<"$said"
    [ $status = 0 ] && [ -n "$said" ] || row "$tool" "makes all checks" show_errors
}

show_errors() {
    head -n 60 "$work/said"
    return 1
}

# The versions are known only once the tools are there.
table() {
    local line result tool what
    printf '\nInterop\n'
    for line in "${rows[@]}"; do
        IFS='|' read -r result tool what <<<"$line"
        printf '  %-7s %-16s %-19s %s\n' "$result" "$tool" "${versions[$tool]:--}" "$what"
    done
    printf '  %d passed, %d failed, in %d s\n' $((${#rows[@]} - failed)) "$failed" "$SECONDS"
}

wait_for() {
    for _ in $(seq 600); do
        "$@" && return 0
        sleep 0.1
    done
    return 1
}

# refused REASON COMMAND...: it fails, and says why.
refused() {
    local reason=$1 said
    shift
    said=$("$@" 2>&1) && { printf 'nothing was refused\n%s\n' "$said"; return 1; }
    printf '%s\n' "$said"
    grep -qi "$reason" <<<"$said"
}

# says TEXT COMMAND...: it succeeds, and prints a line that is exactly this.
says() {
    local text=$1 said
    shift
    said=$("$@") || return 1
    printf '%s\n' "$said"
    grep -qxF -- "$text" <<<"$said"
}

# install_package COMMAND PACKAGE: from Debian, as root or by sudo.
install_package() {
    local root=()
    command -v "$1" >/dev/null && return
    command -v apt-get >/dev/null || { echo "there is no $1, and no apt-get to get it with"; return 1; }
    [ "$(id -u)" = 0 ] || root=(sudo -n)
    "${root[@]}" apt-get update && "${root[@]}" env DEBIAN_FRONTEND=noninteractive \
        apt-get install -y --no-install-recommends "$2" && command -v "$1"
}

# package_version PACKAGE: as Debian counts, without its own additions.
package_version() { dpkg-query -W -f '${Version}' "$1" 2>/dev/null | sed 's/^[0-9]*://; s/[+~-].*//'; }
