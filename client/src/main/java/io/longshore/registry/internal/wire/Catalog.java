// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.registry.internal.wire;

import com.azure.json.JsonReader;
import io.longshore.registry.internal.run.Pages;
import java.util.List;

/** The registry's list of repositories. */
public record Catalog(Endpoint endpoint) {

    /** All repository names, in the order of their names. */
    public Pages<String> names() {
        return new Listing<>(
                "list repositories",
                endpoint,
                "registry:catalog:*",
                "/_catalog",
                List.of(),
                answer -> answer.json(json -> JsonPage.read(json, "repositories", JsonReader::getString))
                        .items());
    }
}
