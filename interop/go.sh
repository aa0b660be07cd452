# shellcheck shell=bash
# Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
#
# Programs in Go, each built once at one version, with all that this takes in a cache folder of its own. Sourced.

cache=${LONGSHORE_INTEROP_CACHE:-${XDG_CACHE_HOME:-$HOME/.cache}/longshore-interop}

# go_install TOOL VERSION PACKAGE: the program is in the folder $bin then. A version may be that of a commit.
go_install() {
    local tool=$1 version=$2 package=$3 folder=$cache/bin/$1-$2
    bin=$folder
    versions[$tool]=${version##*[v-]}
    [ -x "$folder/${package##*/}" ] && return
    need_go || return 1
    # A Go that is older than the package wants fetches the one that it wants, as it does by default.
    GOBIN=$folder GOPATH=$cache/go GOCACHE=$cache/go-build GOTOOLCHAIN=${GOTOOLCHAIN:-auto} CGO_ENABLED=0 \
        GOFLAGS="${GOFLAGS:-} -modcacherw" go install -trimpath "$package@$version"
}

need_go() {
    PATH=$PATH:/usr/local/go/bin
    install_package go golang-go || return 1
    local minor
    minor=$(go env GOVERSION | sed -n 's/^go1\.\([0-9]*\).*/\1/p')
    [ "${minor:-0}" -ge 21 ] && return
    echo "Go 1.21 or newer is needed, and here is $(go env GOVERSION): install one from https://go.dev/dl"
    return 1
}
