# shellcheck shell=bash
# Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.

check_regctl() {
    local host=$number
    row regctl "is installed" go_install regctl v0.11.7 github.com/regclient/regclient/cmd/regctl || return
    regctl_bin=$bin/regctl
    mkdir -p "$work/regctl"
    row regctl "is refused with a wrong password" refused unauthorized regctl registry login "$host" -u admin -p wrong
    row regctl "logs in" regctl registry login "$host" -u admin -p secret
    row regctl "pushes an image" regctl_push
    row regctl "pulls the same bytes" regctl_pull
    row regctl "puts an artifact with a subject" regctl_attach
    row regctl "lists referrers, all and by type" regctl_referrers
    row regctl "copies with referrers to another repository" regctl_copy
    row regctl "pushes an index" regctl_index
    row regctl "lists tags" says v1 regctl tag ls "$host/from/regctl"
    row regctl "lists repositories" says copied/regctl regctl repo ls "$host"
    row regctl "puts, copies and deletes a blob" regctl_blob
    row regctl "deletes a tag, and its manifest stays" regctl_untag
    row regctl "deletes an image" regctl_delete
}

regctl() { DOCKER_CONFIG=$work/regctl REGCTL_CONFIG=$work/regctl/config.json trusting "$regctl_bin" "$@"; }

regctl_push() {
    regctl image copy "ocidir://$work/image:v1" "$host/from/regctl:v1" &&
        says "$image" regctl image digest "$host/from/regctl:v1"
}

regctl_pull() {
    regctl image copy "$host/from/regctl:v1" "ocidir://$work/regctl-pulled:v1" && same_blobs "$work/regctl-pulled"
}

regctl_attach() {
    printf '{}' | regctl artifact put --artifact-type application/vnd.example.sbom --subject "$host/from/regctl:v1" &&
        says '{}' regctl artifact get --subject "$host/from/regctl:v1" --filter-artifact-type application/vnd.example.sbom
}

regctl_referrers() {
    local types='{{range .Descriptors}}{{println .ArtifactType}}{{end}}'
    says application/vnd.example.sbom regctl artifact list "$host/from/regctl:v1" --format "$types" &&
        [ -z "$(regctl artifact list "$host/from/regctl:v1" --filter-artifact-type application/vnd.other --format "$types")" ]
}

regctl_copy() {
    regctl image copy --referrers "$host/from/regctl:v1" "$host/copied/regctl:v1" &&
        regctl artifact list "$host/copied/regctl:v1" | grep application/vnd.example.sbom
}

regctl_index() {
    regctl index create "$host/from/regctl:index" --ref "$host/from/regctl:v1" --desc-platform linux/amd64 &&
        says "$image" regctl image digest --platform linux/amd64 "$host/from/regctl:index"
}

regctl_blob() {
    local digest
    digest=$(printf 'a blob' | regctl blob put "$host/from/regctl") &&
        regctl blob copy "$host/from/regctl" "$host/copied/regctl" "$digest" &&
        says 'a blob' regctl blob get "$host/copied/regctl" "$digest" &&
        regctl blob delete "$host/copied/regctl" "$digest" &&
        refused 'not found' regctl blob get "$host/copied/regctl" "$digest"
}

regctl_untag() {
    regctl tag rm "$host/copied/regctl:v1" && refused 'not found' regctl manifest head "$host/copied/regctl:v1" &&
        regctl manifest head "$host/copied/regctl@$image"
}

regctl_delete() {
    regctl manifest delete "$host/copied/regctl@$image" &&
        refused 'not found' regctl manifest head "$host/copied/regctl@$image"
}
