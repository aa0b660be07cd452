// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.registry.models;

import com.azure.json.JsonReader;
import com.azure.json.JsonSerializable;
import com.azure.json.JsonWriter;
import java.io.IOException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One manifest that an index points to: its digest and the platform it is built for. Immutable. */
public final class ArtifactManifestPlatform implements JsonSerializable<ArtifactManifestPlatform> {
    private final @Nullable String digest;
    private final @Nullable ArtifactArchitecture architecture;
    private final @Nullable ArtifactOperatingSystem operatingSystem;

    /** Makes an object with nothing set; see {@link #builder()} for one with values. */
    public ArtifactManifestPlatform() {
        this(new Builder());
    }

    private ArtifactManifestPlatform(Builder builder) {
        digest = builder.digest;
        architecture = builder.architecture;
        operatingSystem = builder.operatingSystem;
    }

    /**
     * Starts an object with nothing set.
     *
     * @return a new builder
     */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * Gives the digest of the manifest: the wire member {@code digest}.
     *
     * @return the value, or null if unknown
     */
    public @Nullable String getDigest() {
        return digest;
    }

    /**
     * Gives the processor the image is built for: the wire member {@code architecture}.
     *
     * @return the value, or null if unknown
     */
    public @Nullable ArtifactArchitecture getArchitecture() {
        return architecture;
    }

    /**
     * Gives the operating system the image is built for: the wire member {@code os}.
     *
     * @return the value, or null if unknown
     */
    public @Nullable ArtifactOperatingSystem getOperatingSystem() {
        return operatingSystem;
    }

    /**
     * Writes the object as the service gives it; members that are null are left out.
     *
     * @param jsonWriter where to write, not null
     * @return {@code jsonWriter}
     * @throws IOException if writing fails
     */
    @Override
    public JsonWriter toJson(JsonWriter jsonWriter) throws IOException {
        jsonWriter.writeStartObject();
        jsonWriter.writeStringField("digest", digest);
        jsonWriter.writeStringField("architecture", Objects.toString(architecture, null));
        jsonWriter.writeStringField("os", Objects.toString(operatingSystem, null));
        return jsonWriter.writeEndObject();
    }

    /**
     * Reads one entry of the wire member {@code references}; unknown members are passed over.
     *
     * @param jsonReader where to read, not null
     * @return the entry, or null if there is JSON null
     * @throws IOException if the text is not JSON, not an object, or has a member of the wrong kind
     */
    public static @Nullable ArtifactManifestPlatform fromJson(JsonReader jsonReader) throws IOException {
        Builder builder = new Builder();
        boolean found = JsonMembers.read(jsonReader, "a manifest reference", builder::readMember);
        return found ? builder.build() : null;
    }

    static @Nullable ArtifactArchitecture architecture(JsonReader value, String name) throws IOException {
        String text = JsonMembers.text(value, name);
        return text == null ? null : ArtifactArchitecture.fromString(text);
    }

    static @Nullable ArtifactOperatingSystem operatingSystem(JsonReader value, String name) throws IOException {
        String text = JsonMembers.text(value, name);
        return text == null ? null : ArtifactOperatingSystem.fromString(text);
    }

    /**
     * Makes {@link ArtifactManifestPlatform} with every member set: for readers of service answers and for tests. Not
     * thread-safe.
     */
    public static final class Builder {
        private @Nullable String digest;
        private @Nullable ArtifactArchitecture architecture;
        private @Nullable ArtifactOperatingSystem operatingSystem;

        private Builder() {}

        /**
         * Sets the digest of the manifest.
         *
         * @param digest the value, or null if unknown
         * @return this builder
         */
        public Builder digest(@Nullable String digest) {
            this.digest = digest;
            return this;
        }

        /**
         * Sets the processor the image is built for.
         *
         * @param architecture the value, or null if unknown
         * @return this builder
         */
        public Builder architecture(@Nullable ArtifactArchitecture architecture) {
            this.architecture = architecture;
            return this;
        }

        /**
         * Sets the operating system the image is built for.
         *
         * @param operatingSystem the value, or null if unknown
         * @return this builder
         */
        public Builder operatingSystem(@Nullable ArtifactOperatingSystem operatingSystem) {
            this.operatingSystem = operatingSystem;
            return this;
        }

        private void readMember(String member, JsonReader value) throws IOException {
            switch (member) {
                case "digest" -> digest = JsonMembers.text(value, member);
                case "architecture" -> architecture = ArtifactManifestPlatform.architecture(value, member);
                case "os" -> operatingSystem = ArtifactManifestPlatform.operatingSystem(value, member);
                default -> value.skipChildren();
            }
        }

        /**
         * Makes the object; the builder may be used again.
         *
         * @return the entry
         */
        public ArtifactManifestPlatform build() {
            return new ArtifactManifestPlatform(this);
        }
    }
}
