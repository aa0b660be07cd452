# shellcheck shell=bash
# Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
#
# OCI's conformance suite against the emulator. It is a program that reads its settings from the environment and leaves
# reports.

# Of the commit 97274622c111; the proxy of Go's modules does not have the suite of the release 1.1.1.
conformance_version=v0.0.0-20260831232431-97274622c111
conformance_expected=848

check_conformance() {
    row conformance "is installed" go_install conformance "$conformance_version" \
        github.com/opencontainers/distribution-spec/conformance || return
    conformance_bin=$bin/conformance
    conformance_report=$PWD/target/interop/conformance
    rm -rf "$conformance_report"
    row conformance "has no test that fails" run_conformance
    row conformance "$(conformance_passed) tests pass, $conformance_expected have to" conformance_is_complete
    row conformance "$(conformance_number skipped) tests are skipped, and these are known" conformance_skips
}

# It fails if one test does; then what the report says of those is shown.
run_conformance() (
    set -a
    # shellcheck source=interop/conformance.env
    source interop/conformance.env
    OCI_REGISTRY=$number OCI_RESULTS_DIR=$conformance_report trusting "$conformance_bin" >"$work/conformance" 2>&1 &&
        return
    grep -A 2 ': FAIL$\|: Error$\|^failed' "$work/conformance" | tail -n 50
    return 1
)

# conformance_number ATTRIBUTE: of the suite in its report, which leaves noughts out.
conformance_number() {
    local number
    number=$(sed -n "s/.*<testsuite .* $1=\"\([0-9]*\)\".*/\1/p" "$conformance_report/junit.xml")
    printf '%s' "${number:-0}"
}

conformance_passed() {
    printf '%s' $(($(conformance_number tests) - $(conformance_number failures) - $(conformance_number errors) -
        $(conformance_number skipped) - $(conformance_number disabled)))
}

conformance_is_complete() { [ "$(conformance_passed)" -ge "$conformance_expected" ]; }

conformance_skips() {
    diff <(grep -v '^#' interop/conformance.skipped | sort) \
        <(sed -n 's/.*<testcase name="\([^"]*\)".*status="skipped".*/\1/p' "$conformance_report/junit.xml" | sort -u)
}
