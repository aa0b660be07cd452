# shellcheck shell=bash
# Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.

check_skopeo() {
    row skopeo "is installed" install_skopeo || return
    row skopeo "pushes an image" skopeo_push
    row skopeo "is refused with a wrong password" skopeo_refused
    row skopeo "lists tags" skopeo_list
    row skopeo "inspects an image" skopeo_inspect
    row longshore "reads what skopeo pushed" library read "$endpoint" "$certificate" "$token" from/skopeo v1
    row skopeo "copies within the registry" skopeo_copy
    row skopeo "pulls the same bytes" skopeo_pull
    row skopeo "deletes an image" skopeo_delete
}

install_skopeo() { install_package skopeo skopeo && versions[skopeo]=$(package_version skopeo); }

skopeo() {
    local operation=$1
    shift
    trusting skopeo --insecure-policy "$operation" "$@"
}

skopeo_push() { skopeo copy --preserve-digests --dest-creds admin:secret "oci:$work/image" "docker://$host/from/skopeo:v1"; }

skopeo_refused() {
    refused unauthorized skopeo copy --dest-creds admin:wrong "oci:$work/image" "docker://$host/from/skopeo:v2"
}

skopeo_list() { skopeo list-tags --creds admin:secret "docker://$host/from/skopeo" | grep '"v1"'; }
skopeo_inspect() { skopeo inspect --creds admin:secret "docker://$host/from/skopeo:v1" | grep '"Architecture": "amd64"'; }

skopeo_copy() {
    skopeo copy --src-creds admin:secret --dest-creds admin:secret \
        "docker://$host/from/skopeo:v1" "docker://$host/copied/skopeo:v1"
}

skopeo_pull() {
    skopeo copy --src-creds admin:secret "docker://$host/copied/skopeo:v1" "oci:$work/skopeo-pulled:v1" &&
        same_blobs "$work/skopeo-pulled"
}

skopeo_delete() {
    skopeo delete --creds admin:secret "docker://$host/from/skopeo:v1" &&
        refused 'manifest unknown\|not found' skopeo inspect --creds admin:secret "docker://$host/from/skopeo:v1"
}
