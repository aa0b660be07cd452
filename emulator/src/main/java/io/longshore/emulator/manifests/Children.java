// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.emulator.manifests;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import io.longshore.emulator.manifests.ManifestContent.Descriptor;
import io.longshore.emulator.store.Manifests;
import io.longshore.emulator.store.Sql;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The manifests of an index. They are looked up together: an index may have tens of thousands, and everybody who
 * changes something waits meanwhile.
 *
 * @param declared as the index has them
 * @param known those that the repository has, by their digests
 */
record Children(List<Descriptor> declared, Map<String, Manifests.Child> known) {
    /** Looks them up. */
    static Children of(Sql sql, String repository, List<Descriptor> declared) {
        Set<String> digests = declared.stream().map(Descriptor::digest).collect(Collectors.toSet());
        return new Children(
                declared,
                Manifests.children(sql, repository, digests).stream()
                        .collect(Collectors.toMap(Manifests.Child::digest, Function.identity())));
    }

    /** The digests of those that are not there, in the order of the index. */
    List<String> missing() {
        return declared.stream()
                .map(Descriptor::digest)
                .distinct()
                .filter(digest -> !known.containsKey(digest))
                .toList();
    }

    /** The sum of those that are there. */
    long imageSize() {
        return ManifestContent.sum(known.values().stream().mapToLong(Manifests.Child::imageSize));
    }

    /** What the properties of the index tell of them. */
    JsonArray references() {
        JsonArray references = new JsonArray();
        for (Descriptor child : declared) {
            Optional<Manifests.Child> found = Optional.ofNullable(known.get(child.digest()));
            JsonObject reference = new JsonObject();
            reference.addProperty("digest", child.digest());
            add(reference, "architecture", child.architecture(), found.map(Manifests.Child::architecture));
            add(reference, "os", child.os(), found.map(Manifests.Child::os));
            references.add(reference);
        }
        return references;
    }

    private static void add(JsonObject json, String name, @Nullable String declared, Optional<String> known) {
        Optional.ofNullable(declared).or(() -> known).ifPresent(value -> json.addProperty(name, value));
    }
}
