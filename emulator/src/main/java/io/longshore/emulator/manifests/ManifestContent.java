// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.emulator.manifests;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.longshore.emulator.http.Refusal;
import io.longshore.emulator.http.RegistryError;
import io.longshore.emulator.http.StrictJson;
import io.longshore.emulator.store.Referral;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/**
 * What is in a manifest, as far as a registry needs to know.
 *
 * @param mediaType what it was pushed as
 * @param config the configuration of an image
 * @param layers the layers of an image, or the blobs of an artifact
 * @param children the manifests of an index
 * @param referral what the manifest refers to as its subject
 */
record ManifestContent(
        String mediaType,
        Optional<Descriptor> config,
        List<Descriptor> layers,
        List<Descriptor> children,
        Optional<Referral> referral) {
    /** A reference to content. */
    record Descriptor(
            String mediaType,
            String digest,
            long size,
            @Nullable String architecture,
            @Nullable String os) {}

    /** Reads a manifest pushed under a content type; empty stands for none. */
    static ManifestContent read(byte[] bytes, String contentType) {
        JsonObject json = parse(bytes);
        String inside = text(json, "mediaType").orElse("");
        String mediaType = contentType.isEmpty() ? inside : contentType;
        if (!inside.isEmpty() && !inside.equals(mediaType)) {
            throw invalid("the Content-Type is " + mediaType + ", but the manifest says " + inside);
        }
        Optional<Referral> referral = ReferrerJson.read(json, mediaType);
        if (MediaTypes.isImage(mediaType)) {
            Descriptor config = descriptor(json.get("config"));
            if (has(json, "manifests")) {
                throw invalid("an image manifest has no manifests");
            }
            return new ManifestContent(
                    mediaType, Optional.of(config), descriptors(json, "layers"), List.of(), referral);
        }
        if (MediaTypes.isIndex(mediaType)) {
            if (has(json, "config") || has(json, "layers")) {
                throw invalid("an index has neither config nor layers");
            }
            return new ManifestContent(
                    mediaType, Optional.empty(), List.of(), descriptors(json, "manifests"), referral);
        }
        if (MediaTypes.isArtifact(mediaType)) {
            List<Descriptor> blobs = json.has("blobs") ? descriptors(json, "blobs") : List.of();
            return new ManifestContent(mediaType, Optional.empty(), blobs, List.of(), referral);
        }
        throw invalid("the media type is not supported: " + mediaType);
    }

    boolean isIndex() {
        return MediaTypes.isIndex(mediaType);
    }

    /** The sum of declared sizes, which may be anything. */
    static long sum(LongStream sizes) {
        try {
            return sizes.reduce(0, Math::addExact);
        } catch (ArithmeticException e) {
            throw invalid("the sizes add up to more than there can be");
        }
    }

    private static JsonObject parse(byte[] bytes) {
        JsonElement json = StrictJson.parse(bytes).orElseThrow(() -> invalid("the manifest is not JSON"));
        if (!json.isJsonObject()) {
            throw invalid("the manifest is not a JSON object");
        }
        return json.getAsJsonObject();
    }

    /** Whether there is such a member, which null is not. */
    private static boolean has(JsonObject json, String member) {
        return json.has(member) && !json.get(member).isJsonNull();
    }

    private static List<Descriptor> descriptors(JsonObject json, String member) {
        // Tools written in Go send null for an empty list.
        if (json.has(member) && !has(json, member)) {
            return List.of();
        }
        if (!(json.get(member) instanceof JsonArray array)) {
            throw invalid("the manifest has no " + member);
        }
        List<Descriptor> descriptors = new ArrayList<>();
        array.forEach(element -> descriptors.add(descriptor(element)));
        return List.copyOf(descriptors);
    }

    private static Descriptor descriptor(@Nullable JsonElement element) {
        if (!(element instanceof JsonObject json)) {
            throw invalid("a descriptor is missing");
        }
        String digest = text(json, "digest").orElseThrow(() -> invalid("a descriptor has no digest"));
        Optional<JsonObject> platform =
                json.get("platform") instanceof JsonObject object ? Optional.of(object) : Optional.empty();
        return new Descriptor(
                text(json, "mediaType").orElse(""),
                digest,
                size(json),
                platform.flatMap(found -> text(found, "architecture")).orElse(null),
                platform.flatMap(found -> text(found, "os")).orElse(null));
    }

    private static long size(JsonObject json) {
        JsonElement size = json.get("size");
        try {
            return size == null ? 0 : Math.max(0, size.getAsLong());
        } catch (NumberFormatException | UnsupportedOperationException | IllegalStateException e) {
            throw invalid("a descriptor's size is no number");
        }
    }

    static Optional<String> text(JsonObject json, String member) {
        JsonElement value = json.get(member);
        return value != null
                        && value.isJsonPrimitive()
                        && value.getAsJsonPrimitive().isString()
                ? Optional.of(value.getAsString())
                : Optional.empty();
    }

    private static Refusal invalid(String detail) {
        return new Refusal(RegistryError.MANIFEST_INVALID.reply(detail));
    }
}
