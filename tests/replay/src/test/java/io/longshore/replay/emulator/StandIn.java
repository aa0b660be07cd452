// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.replay.emulator;

import io.longshore.replay.recording.Content;
import java.util.List;

/**
 * Content that stands for content which the recordings do not have.
 *
 * @param content the bytes: a manifest or a blob
 * @param mediaType of a manifest; empty for a blob
 * @param blobs what a manifest refers to and has to be there before
 * @param children recorded digests of the manifests that an index refers to
 */
record StandIn(Content content, String mediaType, List<Content> blobs, List<String> children) {

    String digest() {
        return content.digest();
    }

    static StandIn blob(Content content) {
        return new StandIn(content, "", List.of(), List.of());
    }
}
