// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.defects.registry;

import java.util.Arrays;
import java.util.function.Function;

/** Blobs, manifests and properties of scripted registries. */
public final class Stored {
    private Stored() {}

    /** A blob, whole or in the range that is asked for. */
    public static Function<Received, Reply> blob(byte[] content) {
        return blob(content, content.length);
    }

    /** A blob of which no answer has more than so many bytes: of the whole, the connection breaks there. */
    public static Function<Received, Reply> blob(byte[] content, int most) {
        return request -> {
            String range = request.header("range");
            if (range.isEmpty()) {
                Reply whole = Reply.status(200).body(content);
                return most < content.length ? whole.cutAfter(most) : whole;
            }
            String[] ends = range.substring("bytes=".length()).split("-", 2);
            int first = Integer.parseInt(ends[0]);
            if (first >= content.length) {
                return Reply.error(416, "RANGE_INVALID").with("Content-Range", "bytes */" + content.length);
            }
            int asked = !ends[1].isEmpty() ? Integer.parseInt(ends[1]) + 1 : content.length;
            int end = Math.min(Math.min(content.length, asked), first + most);
            return Reply.status(206)
                    .with("Content-Range", "bytes " + first + "-" + (end - 1) + "/" + content.length)
                    .body(Arrays.copyOfRange(content, first, end));
        };
    }

    /** A manifest that the registry gives this digest. */
    public static Reply manifest(byte[] content, String digest) {
        return Reply.status(200)
                .with("Content-Type", "application/vnd.oci.image.manifest.v1+json")
                .with("Docker-Content-Digest", digest)
                .body(content);
    }

    /** The properties of the usual repository. */
    public static Reply repository() {
        return Reply.json("""
                {"registry":"localhost","imageName":"samples/app","createdTime":"2024-04-11T20:48:22.1328771Z",                "lastUpdateTime":"2024-04-11T20:48:22.1328771Z","manifestCount":1,"tagCount":1,                "changeableAttributes":{"deleteEnabled":true,"writeEnabled":true,"readEnabled":true,"listEnabled":true}}
                """);
    }
}
