// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.registry.models;

import com.azure.json.JsonReader;
import com.azure.json.JsonSerializable;
import com.azure.json.JsonWriter;
import io.longshore.registry.models.ChangeableAttributes.Flag;
import java.io.IOException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What the registry knows of one manifest, with the locks that can be changed.
 *
 * <p>To change locks, set them on a new object and send it as an update; a lock that is null keeps its value.
 */
public final class ArtifactManifestProperties implements JsonSerializable<ArtifactManifestProperties> {
    private final @Nullable String registryLoginServer;
    private final @Nullable String repositoryName;
    private final @Nullable String digest;
    private final @Nullable Long sizeInBytes;
    private final @Nullable OffsetDateTime createdOn;
    private final @Nullable OffsetDateTime lastUpdatedOn;
    private final @Nullable ArtifactArchitecture architecture;
    private final @Nullable ArtifactOperatingSystem operatingSystem;
    private final List<ArtifactManifestPlatform> relatedArtifacts;
    private final List<String> tags;
    private final ChangeableAttributes attributes;

    /** Makes properties with nothing set, to be filled with the locks to change. */
    public ArtifactManifestProperties() {
        this(new Builder());
    }

    private ArtifactManifestProperties(Builder builder) {
        registryLoginServer = builder.registryLoginServer;
        repositoryName = builder.repositoryName;
        digest = builder.digest;
        sizeInBytes = builder.sizeInBytes;
        createdOn = builder.createdOn;
        lastUpdatedOn = builder.lastUpdatedOn;
        architecture = builder.architecture;
        operatingSystem = builder.operatingSystem;
        relatedArtifacts = builder.relatedArtifacts;
        tags = builder.tags;
        attributes = builder.attributes.copy();
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
     * Gives the registry's host name, such as {@code example.azurecr.io}: the wire member {@code registry}.
     *
     * @return the value, or null if unknown
     */
    public @Nullable String getRegistryLoginServer() {
        return registryLoginServer;
    }

    /**
     * Gives the name of the repository: the wire member {@code imageName}.
     *
     * @return the value, or null if unknown
     */
    public @Nullable String getRepositoryName() {
        return repositoryName;
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
     * Gives the size of the image in bytes as the service counts it, which follows no single rule: the wire member
     * {@code imageSize}.
     *
     * @return the value, or null if unknown
     */
    public @Nullable Long getSizeInBytes() {
        return sizeInBytes;
    }

    /**
     * Gives the time of creation, up to seven fractional digits: the wire member {@code createdTime}.
     *
     * @return the value, or null if unknown
     */
    public @Nullable OffsetDateTime getCreatedOn() {
        return createdOn;
    }

    /**
     * Gives the time of the last change: the wire member {@code lastUpdateTime}.
     *
     * @return the value, or null if unknown
     */
    public @Nullable OffsetDateTime getLastUpdatedOn() {
        return lastUpdatedOn;
    }

    /**
     * Gives the processor the image is built for; an index has none: the wire member {@code architecture}.
     *
     * @return the value, or null if unknown
     */
    public @Nullable ArtifactArchitecture getArchitecture() {
        return architecture;
    }

    /**
     * Gives the operating system the image is built for; an index has none: the wire member {@code os}.
     *
     * @return the value, or null if unknown
     */
    public @Nullable ArtifactOperatingSystem getOperatingSystem() {
        return operatingSystem;
    }

    /**
     * Gives the manifests an index points to, in its order; listings leave them out: the wire member
     * {@code references}.
     *
     * @return an unmodifiable list, empty if there are none
     */
    public List<ArtifactManifestPlatform> getRelatedArtifacts() {
        return relatedArtifacts;
    }

    /**
     * Gives the tags that point to the manifest: the wire member {@code tags}.
     *
     * @return an unmodifiable list, empty if there are none
     */
    public List<String> getTags() {
        return tags;
    }

    /**
     * Says whether the manifest may be deleted: the wire member {@code deleteEnabled}.
     *
     * @return the setting, or null if it was neither read nor set
     */
    public @Nullable Boolean isDeleteEnabled() {
        return attributes.get(Flag.DELETE);
    }

    /**
     * Sets whether the manifest may be deleted; takes effect when the properties are sent as an update.
     *
     * @param deleteEnabled the setting, or null to leave the one in the registry as it is
     * @return this object
     */
    public ArtifactManifestProperties setDeleteEnabled(@Nullable Boolean deleteEnabled) {
        attributes.set(Flag.DELETE, deleteEnabled);
        return this;
    }

    /**
     * Says whether the manifest may be changed or deleted: the wire member {@code writeEnabled}.
     *
     * @return the setting, or null if it was neither read nor set
     */
    public @Nullable Boolean isWriteEnabled() {
        return attributes.get(Flag.WRITE);
    }

    /**
     * Sets whether the manifest may be changed or deleted; takes effect when the properties are sent as an update.
     *
     * @param writeEnabled the setting, or null to leave the one in the registry as it is
     * @return this object
     */
    public ArtifactManifestProperties setWriteEnabled(@Nullable Boolean writeEnabled) {
        attributes.set(Flag.WRITE, writeEnabled);
        return this;
    }

    /**
     * Says whether the manifest shows in listings: the wire member {@code listEnabled}.
     *
     * @return the setting, or null if it was neither read nor set
     */
    public @Nullable Boolean isListEnabled() {
        return attributes.get(Flag.LIST);
    }

    /**
     * Sets whether the manifest shows in listings; takes effect when the properties are sent as an update.
     *
     * @param listEnabled the setting, or null to leave the one in the registry as it is
     * @return this object
     */
    public ArtifactManifestProperties setListEnabled(@Nullable Boolean listEnabled) {
        attributes.set(Flag.LIST, listEnabled);
        return this;
    }

    /**
     * Says whether the manifest may be pulled: the wire member {@code readEnabled}.
     *
     * @return the setting, or null if it was neither read nor set
     */
    public @Nullable Boolean isReadEnabled() {
        return attributes.get(Flag.READ);
    }

    /**
     * Sets whether the manifest may be pulled; takes effect when the properties are sent as an update.
     *
     * @param readEnabled the setting, or null to leave the one in the registry as it is
     * @return this object
     */
    public ArtifactManifestProperties setReadEnabled(@Nullable Boolean readEnabled) {
        attributes.set(Flag.READ, readEnabled);
        return this;
    }

    /**
     * Writes the properties as the service gives them, the manifest in the member {@code manifest}; null members and
     * empty lists are left out.
     *
     * @param jsonWriter where to write, not null
     * @return {@code jsonWriter}
     * @throws IOException if writing fails
     */
    @Override
    public JsonWriter toJson(JsonWriter jsonWriter) throws IOException {
        jsonWriter.writeStartObject();
        jsonWriter.writeStringField("registry", registryLoginServer);
        jsonWriter.writeStringField("imageName", repositoryName);
        jsonWriter.writeStartObject("manifest");
        jsonWriter.writeStringField("digest", digest);
        jsonWriter.writeNumberField("imageSize", sizeInBytes);
        JsonMembers.writeTime(jsonWriter, "createdTime", createdOn);
        JsonMembers.writeTime(jsonWriter, "lastUpdateTime", lastUpdatedOn);
        jsonWriter.writeStringField("architecture", Objects.toString(architecture, null));
        jsonWriter.writeStringField("os", Objects.toString(operatingSystem, null));
        if (!tags.isEmpty()) {
            jsonWriter.writeArrayField("tags", tags, JsonWriter::writeString);
        }
        if (!relatedArtifacts.isEmpty()) {
            jsonWriter.writeArrayField("references", relatedArtifacts, JsonWriter::writeJson);
        }
        attributes.writeTo(jsonWriter);
        jsonWriter.writeEndObject();
        return jsonWriter.writeEndObject();
    }

    /**
     * Reads the service's answer for one manifest, {@code {"registry","imageName","manifest":{…}}}; unknown members are
     * passed over, and null lists are empty ones.
     *
     * @param jsonReader where to read, not null
     * @return the properties, or null if there is JSON null
     * @throws IOException if the text is not JSON, not an object, or has a member of the wrong kind
     */
    public static @Nullable ArtifactManifestProperties fromJson(JsonReader jsonReader) throws IOException {
        Builder builder = new Builder();
        boolean found = JsonMembers.read(jsonReader, "manifest properties", builder::readMember);
        return found ? builder.build() : null;
    }

    /**
     * Makes {@link ArtifactManifestProperties} with every member set: for readers of service answers and for tests. Not
     * thread-safe.
     */
    public static final class Builder {
        private @Nullable String registryLoginServer;
        private @Nullable String repositoryName;
        private @Nullable String digest;
        private @Nullable Long sizeInBytes;
        private @Nullable OffsetDateTime createdOn;
        private @Nullable OffsetDateTime lastUpdatedOn;
        private @Nullable ArtifactArchitecture architecture;
        private @Nullable ArtifactOperatingSystem operatingSystem;
        private List<ArtifactManifestPlatform> relatedArtifacts = List.of();
        private List<String> tags = List.of();
        private final ChangeableAttributes attributes = new ChangeableAttributes();

        private Builder() {}

        /**
         * Sets the registry's host name, such as {@code example.azurecr.io}.
         *
         * @param registryLoginServer the value, or null if unknown
         * @return this builder
         */
        public Builder registryLoginServer(@Nullable String registryLoginServer) {
            this.registryLoginServer = registryLoginServer;
            return this;
        }

        /**
         * Sets the name of the repository.
         *
         * @param repositoryName the value, or null if unknown
         * @return this builder
         */
        public Builder repositoryName(@Nullable String repositoryName) {
            this.repositoryName = repositoryName;
            return this;
        }

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
         * Sets the size of the image in bytes as the service counts it, which follows no single rule.
         *
         * @param sizeInBytes the value, or null if unknown
         * @return this builder
         */
        public Builder sizeInBytes(@Nullable Long sizeInBytes) {
            this.sizeInBytes = sizeInBytes;
            return this;
        }

        /**
         * Sets the time of creation, up to seven fractional digits.
         *
         * @param createdOn the value, or null if unknown
         * @return this builder
         */
        public Builder createdOn(@Nullable OffsetDateTime createdOn) {
            this.createdOn = createdOn;
            return this;
        }

        /**
         * Sets the time of the last change.
         *
         * @param lastUpdatedOn the value, or null if unknown
         * @return this builder
         */
        public Builder lastUpdatedOn(@Nullable OffsetDateTime lastUpdatedOn) {
            this.lastUpdatedOn = lastUpdatedOn;
            return this;
        }

        /**
         * Sets the processor the image is built for; an index has none.
         *
         * @param architecture the value, or null if unknown
         * @return this builder
         */
        public Builder architecture(@Nullable ArtifactArchitecture architecture) {
            this.architecture = architecture;
            return this;
        }

        /**
         * Sets the operating system the image is built for; an index has none.
         *
         * @param operatingSystem the value, or null if unknown
         * @return this builder
         */
        public Builder operatingSystem(@Nullable ArtifactOperatingSystem operatingSystem) {
            this.operatingSystem = operatingSystem;
            return this;
        }

        /**
         * Sets the manifests an index points to, in its order; listings leave them out.
         *
         * @param relatedArtifacts the entries, not null; copied
         * @return this builder
         */
        public Builder relatedArtifacts(List<ArtifactManifestPlatform> relatedArtifacts) {
            this.relatedArtifacts = List.copyOf(relatedArtifacts);
            return this;
        }

        /**
         * Sets the tags that point to the manifest.
         *
         * @param tags the entries, not null; copied
         * @return this builder
         */
        public Builder tags(List<String> tags) {
            this.tags = List.copyOf(tags);
            return this;
        }

        /**
         * Sets whether it may be deleted.
         *
         * @param deleteEnabled the setting, or null if unknown
         * @return this builder
         */
        public Builder deleteEnabled(@Nullable Boolean deleteEnabled) {
            attributes.set(Flag.DELETE, deleteEnabled);
            return this;
        }

        /**
         * Sets whether it may be changed.
         *
         * @param writeEnabled the setting, or null if unknown
         * @return this builder
         */
        public Builder writeEnabled(@Nullable Boolean writeEnabled) {
            attributes.set(Flag.WRITE, writeEnabled);
            return this;
        }

        /**
         * Sets whether it shows in listings.
         *
         * @param listEnabled the setting, or null if unknown
         * @return this builder
         */
        public Builder listEnabled(@Nullable Boolean listEnabled) {
            attributes.set(Flag.LIST, listEnabled);
            return this;
        }

        /**
         * Sets whether it may be pulled.
         *
         * @param readEnabled the setting, or null if unknown
         * @return this builder
         */
        public Builder readEnabled(@Nullable Boolean readEnabled) {
            attributes.set(Flag.READ, readEnabled);
            return this;
        }

        /**
         * Takes over the object that the service has for one manifest: an entry of the list {@code manifests}, which
         * lacks the registry and the repository, or the member {@code manifest} of a single answer.
         *
         * @param jsonReader standing before or on the object, not null; JSON null changes nothing
         * @return this builder
         * @throws IOException if the text is not JSON, not an object, or has a member of the wrong kind
         */
        public Builder readAttributes(JsonReader jsonReader) throws IOException {
            JsonMembers.read(jsonReader, "manifest attributes", this::readAttribute);
            return this;
        }

        private void readAttribute(String member, JsonReader value) throws IOException {
            switch (member) {
                case "digest" -> digest = JsonMembers.text(value, member);
                case "imageSize" -> sizeInBytes = JsonMembers.wholeNumber(value, member);
                case "createdTime" -> createdOn = JsonMembers.time(value, member);
                case "lastUpdateTime" -> lastUpdatedOn = JsonMembers.time(value, member);
                case "architecture" -> architecture = ArtifactManifestPlatform.architecture(value, member);
                case "os" -> operatingSystem = ArtifactManifestPlatform.operatingSystem(value, member);
                case "tags" -> tags(JsonMembers.texts(value, member));
                case "references" ->
                    relatedArtifacts(JsonMembers.list(value, member, ArtifactManifestPlatform::fromJson));
                case ChangeableAttributes.MEMBER -> attributes.readFrom(value);
                default -> value.skipChildren();
            }
        }

        private void readMember(String member, JsonReader value) throws IOException {
            switch (member) {
                case "registry" -> registryLoginServer = JsonMembers.text(value, member);
                case "imageName" -> repositoryName = JsonMembers.text(value, member);
                case "manifest" -> readAttributes(value);
                default -> value.skipChildren();
            }
        }

        /**
         * Makes the object; the builder may be used again.
         *
         * @return the properties
         */
        public ArtifactManifestProperties build() {
            return new ArtifactManifestProperties(this);
        }
    }
}
