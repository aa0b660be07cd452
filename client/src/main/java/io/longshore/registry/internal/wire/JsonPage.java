// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.registry.internal.wire;

import com.azure.json.JsonReader;
import com.azure.json.JsonToken;
import com.azure.json.ReadValueCallback;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One page of an {@code /acr/v1} listing: a list, and whose it is. The list is null where there is nothing to list.
 *
 * @param registry the registry's name for itself, null if absent
 * @param repository the repository, null if absent
 */
record JsonPage<T>(@Nullable String registry, @Nullable String repository, List<T> items) {

    static <T> JsonPage<T> read(JsonReader json, String member, ReadValueCallback<JsonReader, T> item)
            throws IOException {
        return json.readObject(page -> {
            String registry = null;
            String repository = null;
            List<T> items = List.of();
            while (page.nextToken() != JsonToken.END_OBJECT) {
                String name = page.getFieldName();
                page.nextToken();
                if (name.equals("registry")) {
                    registry = page.getString();
                } else if (name.equals("imageName")) {
                    repository = page.getString();
                } else if (name.equals(member)) {
                    List<T> read = page.readArray(entry -> present(entry, item, member));
                    items = read == null ? items : read;
                } else {
                    page.skipChildren();
                }
            }
            return new JsonPage<>(registry, repository, items);
        });
    }

    /** Asked before it is read: some readers make an empty entry out of a null. */
    private static <T> T present(JsonReader entry, ReadValueCallback<JsonReader, T> item, String member)
            throws IOException {
        if (entry.currentToken() == JsonToken.NULL) {
            throw new IOException("the list " + member + " has an entry that is null");
        }
        return item.read(entry);
    }
}
