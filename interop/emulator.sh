# shellcheck shell=bash
# Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
#
# An emulator with TLS that lets nobody in without a login: user admin, password secret. Sourced.

# Sets endpoint, host, number (the host by its number: see docs/protocol/interop.md), certificate, and token, a file
# with a login for Azure's libraries.
start_emulator() {
    ./longshore serve --port 0 --dir "$work/emulator" --tls --admin admin:secret >"$work/serve" 2>&1 &
    pids+=($!)
    wait_for grep -q 'login token ' "$work/serve" || { cat "$work/serve"; return 1; }
    endpoint=$(grep -o 'https://[^ ]*' "$work/serve" | head -n 1)
    host=${endpoint#https://} number=127.0.0.1:${endpoint##*:}
    certificate=$work/emulator/certificate.pem
    token=$(sed -n 's/^ *login token *//p' "$work/serve")
    [ -f "$certificate" ] && [ -f "$token" ]
}

# trusting PROGRAM...: with the emulator's certificate as the only authority, as Go's programs find it.
trusting() { SSL_CERT_FILE=$certificate timeout 600 "$@"; }
