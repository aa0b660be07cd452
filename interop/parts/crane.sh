# shellcheck shell=bash
# Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.

check_crane() {
    row crane "is installed" go_install crane v0.22.1 github.com/google/go-containerregistry/cmd/crane || return
    crane_bin=$bin/crane
    row crane "is refused without a login" refused unauthorized crane catalog "$host"
    row crane "logs in" crane auth login "$host" -u admin -p secret
    row crane "pushes an image" crane_push
    row crane "validates what it pushed" crane validate --remote "$host/from/crane:v1"
    row crane "pulls the same bytes" crane_pull
    row crane "tags an image" crane tag "$host/from/crane:v1" v2
    row crane "copies to another repository" crane_copy
    row crane "pushes an index and lists its children" crane_index
    row crane "lists tags" says v2 crane ls "$host/from/crane"
    row crane "lists repositories" says copied/crane crane catalog "$host"
    row crane "deletes an image" crane_delete
}

crane() { DOCKER_CONFIG=$work/crane trusting "$crane_bin" "$@"; }

crane_push() { says "$host/from/crane@$image" crane push "$work/image" "$host/from/crane:v1"; }
crane_pull() { crane pull --format oci "$host/from/crane:v1" "$work/crane-pulled" && same_blobs "$work/crane-pulled"; }

crane_copy() {
    crane copy "$host/from/crane:v1" "$host/copied/crane:v1" && says "$image" crane digest "$host/copied/crane:v1"
}

crane_index() {
    crane index append -m "$host/from/crane@$image" -t "$host/from/crane:index" &&
        crane manifest "$host/from/crane:index" | grep "$image"
}

crane_delete() {
    crane delete "$host/copied/crane@$image" && refused MANIFEST_UNKNOWN crane manifest "$host/copied/crane@$image"
}
