// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.emulator.manifests;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.longshore.emulator.http.Refusal;
import io.longshore.emulator.http.RegistryError;
import io.longshore.emulator.store.Digests;
import io.longshore.emulator.store.Referral;
import io.longshore.emulator.store.Referrers;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a manifest says of its subject, and what a list of referrers says of the manifest. */
final class ReferrerJson {
    /** A media type, which is two names of at most 127 characters. */
    private static final int LONGEST_ARTIFACT_TYPE = 255;

    private ReferrerJson() {}

    /** Reads a manifest; empty if it has no subject, or is of a type that knows none. */
    static Optional<Referral> read(JsonObject manifest, String mediaType) {
        JsonElement subject = manifest.get("subject");
        if (!MediaTypes.knowsSubjects(mediaType) || subject == null || subject.isJsonNull()) {
            return Optional.empty();
        }
        String digest = Optional.of(subject)
                .filter(JsonElement::isJsonObject)
                .flatMap(object -> ManifestContent.text(object.getAsJsonObject(), "digest"))
                .filter(Digests::isWellFormed)
                .orElseThrow(() -> invalid("the subject has no digest"));
        return Optional.of(new Referral(digest, artifactType(manifest, mediaType), annotations(manifest)));
    }

    /** The descriptor of a referrer. */
    static JsonObject descriptor(Referrers.Entry referrer) {
        JsonObject json = new JsonObject();
        json.addProperty("mediaType", referrer.mediaType());
        json.addProperty("digest", referrer.digest());
        json.addProperty("size", referrer.size());
        String annotations = referrer.referral().annotations();
        if (annotations != null) {
            json.add("annotations", JsonParser.parseString(annotations));
        }
        if (referrer.referral().artifactType() != null) {
            json.addProperty("artifactType", referrer.referral().artifactType());
        }
        return json;
    }

    private static @Nullable String artifactType(JsonObject manifest, String mediaType) {
        Optional<String> type = ManifestContent.text(manifest, "artifactType")
                .filter(found -> !found.isEmpty())
                .or(() -> MediaTypes.isImage(mediaType) ? configType(manifest) : Optional.empty());
        if (type.isPresent() && !isArtifactType(type.get())) {
            throw invalid("the artifact type is longer than " + LONGEST_ARTIFACT_TYPE
                    + " characters or has control characters");
        }
        return type.orElse(null);
    }

    private static boolean isArtifactType(String type) {
        return type.length() <= LONGEST_ARTIFACT_TYPE && type.chars().noneMatch(Character::isISOControl);
    }

    private static Optional<String> configType(JsonObject manifest) {
        return manifest.get("config") instanceof JsonObject config
                ? ManifestContent.text(config, "mediaType").filter(type -> !type.isEmpty())
                : Optional.empty();
    }

    private static @Nullable String annotations(JsonObject manifest) {
        JsonElement annotations = manifest.get("annotations");
        if (annotations == null || annotations.isJsonNull()) {
            return null;
        }
        boolean texts = annotations instanceof JsonObject object
                && object.keySet().stream()
                        .allMatch(name -> ManifestContent.text(object, name).isPresent());
        if (!texts) {
            throw invalid("the annotations are no texts");
        }
        return annotations.toString();
    }

    private static Refusal invalid(String detail) {
        return new Refusal(RegistryError.MANIFEST_INVALID.reply(detail));
    }
}
