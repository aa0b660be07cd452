# shellcheck shell=bash
# Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
#
# The other way round: the library against Debian's registry.

check_docker-registry() {
    row docker-registry "is installed" install_docker_registry || return
    row docker-registry "and the library, absolute locations" docker_registry_round_trip false 15001
    row docker-registry "and the library, relative locations" docker_registry_round_trip true 15002
}

install_docker_registry() {
    install_package docker-registry docker-registry && install_package skopeo skopeo &&
        versions[docker-registry]=$(package_version docker-registry)
}

start_docker_registry() {
    local relative=$1 port=$2
    mkdir -p "$work/registry-$port"
    cat >"$work/registry-$port.yml" <<YAML
version: 0.1
log: {level: error}
storage: {filesystem: {rootdirectory: "$work/registry-$port"}, delete: {enabled: true}}
http: {addr: "127.0.0.1:$port", relativeurls: $relative, secret: a-fixed-secret}
YAML
    docker-registry serve "$work/registry-$port.yml" >"$work/registry-$port.log" 2>&1 &
    pids+=($!)
    wait_for curl -sf "http://127.0.0.1:$port/v2/" || { cat "$work/registry-$port.log"; return 1; }
}

docker_registry_round_trip() {
    local relative=$1 port
    port=$(free_port "$2")
    start_docker_registry "$relative" "$port" && library roundtrip "http://127.0.0.1:$port" from/library &&
        command skopeo --insecure-policy copy --src-tls-verify=false \
            "docker://127.0.0.1:$port/from/library:v1" "dir:$work/copy-$port"
}

free_port() { python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])' 2>/dev/null || echo "$1"; }
