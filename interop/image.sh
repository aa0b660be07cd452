# shellcheck shell=bash
# Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
#
# An OCI layout with one image of two layers, made of files of this repository. Sourced.

make_image() {
    local layout=$work/image blobs=$work/image/blobs/sha256
    mkdir -p "$blobs"
    printf '{"imageLayoutVersion":"1.0.0"}' >"$layout/oci-layout"
    tar -c -f "$work/tar1" LICENSE && tar -c -f "$work/tar2" README.md client/src/main/java || return 1
    # Zipped already, so that no tool has a reason to change them.
    gzip -n -c "$work/tar1" >"$work/layer1" && gzip -n -c "$work/tar2" >"$work/layer2" || return 1
    local first second config
    first=$(add "$work/layer1") && second=$(add "$work/layer2")
    printf '{"architecture":"amd64","os":"linux","config":{},"rootfs":{"type":"layers","diff_ids":["sha256:%s","sha256:%s"]}}' \
        "$(sha256sum "$work/tar1" | cut -d' ' -f1)" "$(sha256sum "$work/tar2" | cut -d' ' -f1)" >"$work/config"
    config=$(add "$work/config")
    printf '{"schemaVersion":2,"mediaType":"application/vnd.oci.image.manifest.v1+json","config":%s,"layers":[%s,%s]}' \
        "$(descriptor application/vnd.oci.image.config.v1+json "$work/config" "$config")" \
        "$(descriptor application/vnd.oci.image.layer.v1.tar+gzip "$work/layer1" "$first")" \
        "$(descriptor application/vnd.oci.image.layer.v1.tar+gzip "$work/layer2" "$second")" >"$work/manifest"
    image=$(add "$work/manifest")
    layer=$first
    local listed
    listed=$(descriptor application/vnd.oci.image.manifest.v1+json "$work/manifest" "$image")
    printf '{"schemaVersion":2,"manifests":[%s]}' \
        "${listed%\}},\"annotations\":{\"org.opencontainers.image.ref.name\":\"v1\"}}" >"$layout/index.json"
}

add() {
    local hex
    hex=$(sha256sum "$1" | cut -d' ' -f1)
    cp "$1" "$work/image/blobs/sha256/$hex"
    printf 'sha256:%s' "$hex"
}

descriptor() {
    printf '{"mediaType":"%s","digest":"%s","size":%s}' "$1" "$3" "$(stat -c %s "$2")"
}

# same_blobs LAYOUT: it holds the image's manifest, configuration and layers, byte for byte.
same_blobs() {
    local blob
    for blob in "$work"/image/blobs/sha256/*; do
        cmp "$blob" "$1/blobs/sha256/${blob##*/}" || return 1
    done
}
