# shellcheck shell=bash
# Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.

check_oras() {
    local host=$number
    row oras "is installed" go_install oras v1.3.6 oras.land/oras/cmd/oras || return
    oras_bin=$bin/oras
    mkdir -p "$work/oras"
    row oras "is refused with a wrong password" refused unauthorized oras login "$host" -u admin -p wrong
    row oras "logs in" oras login "$host" -u admin -p secret
    row oras "pushes an artifact of files" oras_push
    row oras "pulls the same files" oras_pull
    row oras "copies an image from a layout" oras cp --from-oci-layout "$work/image:v1" "$host/from/oras:image"
    row oras "copies an image into a layout" oras_layout
    row oras "attaches artifacts, one to another" oras_attach
    row oras "discovers referrers, all and by type" oras_discover
    row oras "copies with referrers to another repository" oras_copy
    row oras "lists tags" says v1 oras repo tags "$host/from/oras"
    row oras "lists repositories" says copied/oras oras repo ls "$host"
    row oras "pushes, fetches and deletes a blob" oras_blob
    row oras "deletes a subject, and its referrers go along" oras_delete
}

# In a folder of its own: what is pushed is named by its path.
oras() (
    cd "$work/oras" && DOCKER_CONFIG=$work/oras trusting "$oras_bin" "$@"
)

oras_push() {
    printf 'Longshore' >"$work/oras/document.txt"
    oras push --artifact-type application/vnd.example.document "$host/from/oras:v1" document.txt:text/plain
}

oras_pull() { oras pull -o pulled "$host/from/oras:v1" && cmp "$work/oras/document.txt" "$work/oras/pulled/document.txt"; }
oras_layout() { oras cp --to-oci-layout "$host/from/oras:image" "$work/oras-layout:v1" && same_blobs "$work/oras-layout"; }

oras_attach() {
    printf '{}' >"$work/oras/sbom.json" && printf 'signed' >"$work/oras/signature"
    sbom=$(attached "$host/from/oras:v1" application/vnd.example.sbom sbom.json) &&
        attached "$host/from/oras@$sbom" application/vnd.example.signature signature
}

# attached SUBJECT TYPE FILE: prints the digest.
attached() { oras attach --artifact-type "$2" "$1" "$3" --format go-template --template '{{.digest}}'; }

# referrers SUBJECT [OPTION...]: the types that are listed, one level deep.
referrers() {
    local subject=$1
    shift
    oras discover "$@" --depth 1 --format go-template --template '{{range .referrers}}{{println .artifactType}}{{end}}' "$subject"
}

oras_discover() {
    says application/vnd.example.sbom referrers "$host/from/oras:v1" &&
        says application/vnd.example.signature referrers "$host/from/oras@$sbom" &&
        says application/vnd.example.sbom referrers "$host/from/oras:v1" --artifact-type application/vnd.example.sbom &&
        [ -z "$(referrers "$host/from/oras:v1" --artifact-type application/vnd.example.signature)" ]
}

oras_copy() {
    oras cp -r "$host/from/oras:v1" "$host/copied/oras:v1" &&
        says application/vnd.example.signature referrers "$host/copied/oras@$sbom"
}

oras_blob() {
    local digest
    printf 'a blob' >"$work/oras/blob"
    digest=sha256:$(sha256sum "$work/oras/blob" | cut -d' ' -f1)
    oras blob push "$host/from/oras@$digest" blob && oras blob fetch -o fetched "$host/from/oras@$digest" &&
        cmp "$work/oras/blob" "$work/oras/fetched" && oras blob delete -f "$host/from/oras@$digest" &&
        refused 'not found' oras blob fetch -o again "$host/from/oras@$digest"
}

oras_delete() {
    oras manifest delete -f "$host/copied/oras:v1" &&
        refused 'not found' oras manifest fetch "$host/copied/oras:v1" &&
        refused 'not found' oras manifest fetch "$host/copied/oras@$sbom"
}
