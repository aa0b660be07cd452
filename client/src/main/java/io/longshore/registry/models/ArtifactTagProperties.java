// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.registry.models;

import com.azure.json.JsonReader;
import com.azure.json.JsonSerializable;
import com.azure.json.JsonWriter;
import io.longshore.registry.models.ChangeableAttributes.Flag;
import java.io.IOException;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * What the registry knows of one tag, with the locks that can be changed.
 *
 * <p>To change locks, set them on a new object and send it as an update; a lock that is null keeps its value. The locks
 * of a tag are its own: those of its manifest and of its repository are apart.
 */
public final class ArtifactTagProperties implements JsonSerializable<ArtifactTagProperties> {
    private final @Nullable String registryLoginServer;
    private final @Nullable String repositoryName;
    private final @Nullable String name;
    private final @Nullable String digest;
    private final @Nullable OffsetDateTime createdOn;
    private final @Nullable OffsetDateTime lastUpdatedOn;
    private final ChangeableAttributes attributes;

    /** Makes properties with nothing set, to be filled with the locks to change. */
    public ArtifactTagProperties() {
        this(new Builder());
    }

    private ArtifactTagProperties(Builder builder) {
        registryLoginServer = builder.registryLoginServer;
        repositoryName = builder.repositoryName;
        name = builder.name;
        digest = builder.digest;
        createdOn = builder.createdOn;
        lastUpdatedOn = builder.lastUpdatedOn;
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
     * Gives the tag: the wire member {@code name}.
     *
     * @return the value, or null if unknown
     */
    public @Nullable String getName() {
        return name;
    }

    /**
     * Gives the digest of the manifest the tag points to: the wire member {@code digest}.
     *
     * @return the value, or null if unknown
     */
    public @Nullable String getDigest() {
        return digest;
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
     * Says whether the tag may be deleted: the wire member {@code deleteEnabled}.
     *
     * @return the setting, or null if it was neither read nor set
     */
    public @Nullable Boolean isDeleteEnabled() {
        return attributes.get(Flag.DELETE);
    }

    /**
     * Sets whether the tag may be deleted; takes effect when the properties are sent as an update.
     *
     * @param deleteEnabled the setting, or null to leave the one in the registry as it is
     * @return this object
     */
    public ArtifactTagProperties setDeleteEnabled(@Nullable Boolean deleteEnabled) {
        attributes.set(Flag.DELETE, deleteEnabled);
        return this;
    }

    /**
     * Says whether the tag may be moved or deleted: the wire member {@code writeEnabled}.
     *
     * @return the setting, or null if it was neither read nor set
     */
    public @Nullable Boolean isWriteEnabled() {
        return attributes.get(Flag.WRITE);
    }

    /**
     * Sets whether the tag may be moved or deleted; takes effect when the properties are sent as an update.
     *
     * @param writeEnabled the setting, or null to leave the one in the registry as it is
     * @return this object
     */
    public ArtifactTagProperties setWriteEnabled(@Nullable Boolean writeEnabled) {
        attributes.set(Flag.WRITE, writeEnabled);
        return this;
    }

    /**
     * Says whether the tag shows in listings: the wire member {@code listEnabled}.
     *
     * @return the setting, or null if it was neither read nor set
     */
    public @Nullable Boolean isListEnabled() {
        return attributes.get(Flag.LIST);
    }

    /**
     * Sets whether the tag shows in listings; takes effect when the properties are sent as an update.
     *
     * @param listEnabled the setting, or null to leave the one in the registry as it is
     * @return this object
     */
    public ArtifactTagProperties setListEnabled(@Nullable Boolean listEnabled) {
        attributes.set(Flag.LIST, listEnabled);
        return this;
    }

    /**
     * Says whether the tag may be pulled: the wire member {@code readEnabled}.
     *
     * @return the setting, or null if it was neither read nor set
     */
    public @Nullable Boolean isReadEnabled() {
        return attributes.get(Flag.READ);
    }

    /**
     * Sets whether the tag may be pulled; takes effect when the properties are sent as an update.
     *
     * @param readEnabled the setting, or null to leave the one in the registry as it is
     * @return this object
     */
    public ArtifactTagProperties setReadEnabled(@Nullable Boolean readEnabled) {
        attributes.set(Flag.READ, readEnabled);
        return this;
    }

    /**
     * Writes the properties as the service gives them, the tag in the member {@code tag}; null members are left out.
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
        jsonWriter.writeStartObject("tag");
        jsonWriter.writeStringField("name", name);
        jsonWriter.writeStringField("digest", digest);
        JsonMembers.writeTime(jsonWriter, "createdTime", createdOn);
        JsonMembers.writeTime(jsonWriter, "lastUpdateTime", lastUpdatedOn);
        attributes.writeTo(jsonWriter);
        jsonWriter.writeEndObject();
        return jsonWriter.writeEndObject();
    }

    /**
     * Reads the service's answer for one tag, {@code {"registry","imageName","tag":{…}}}; unknown members are passed
     * over.
     *
     * @param jsonReader where to read, not null
     * @return the properties, or null if there is JSON null
     * @throws IOException if the text is not JSON, not an object, or has a member of the wrong kind
     */
    public static @Nullable ArtifactTagProperties fromJson(JsonReader jsonReader) throws IOException {
        Builder builder = new Builder();
        boolean found = JsonMembers.read(jsonReader, "tag properties", builder::readMember);
        return found ? builder.build() : null;
    }

    /**
     * Makes {@link ArtifactTagProperties} with every member set: for readers of service answers and for tests. Not
     * thread-safe.
     */
    public static final class Builder {
        private @Nullable String registryLoginServer;
        private @Nullable String repositoryName;
        private @Nullable String name;
        private @Nullable String digest;
        private @Nullable OffsetDateTime createdOn;
        private @Nullable OffsetDateTime lastUpdatedOn;
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
         * Sets the tag.
         *
         * @param name the value, or null if unknown
         * @return this builder
         */
        public Builder name(@Nullable String name) {
            this.name = name;
            return this;
        }

        /**
         * Sets the digest of the manifest the tag points to.
         *
         * @param digest the value, or null if unknown
         * @return this builder
         */
        public Builder digest(@Nullable String digest) {
            this.digest = digest;
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
         * Takes over the object that the service has for one tag: an entry of the list {@code tags}, which lacks the
         * registry and the repository, or the member {@code tag} of a single answer.
         *
         * @param jsonReader standing before or on the object, not null; JSON null changes nothing
         * @return this builder
         * @throws IOException if the text is not JSON, not an object, or has a member of the wrong kind
         */
        public Builder readAttributes(JsonReader jsonReader) throws IOException {
            JsonMembers.read(jsonReader, "tag attributes", this::readAttribute);
            return this;
        }

        private void readAttribute(String member, JsonReader value) throws IOException {
            switch (member) {
                case "name" -> name = JsonMembers.text(value, member);
                case "digest" -> digest = JsonMembers.text(value, member);
                case "createdTime" -> createdOn = JsonMembers.time(value, member);
                case "lastUpdateTime" -> lastUpdatedOn = JsonMembers.time(value, member);
                case ChangeableAttributes.MEMBER -> attributes.readFrom(value);
                default -> value.skipChildren();
            }
        }

        private void readMember(String member, JsonReader value) throws IOException {
            switch (member) {
                case "registry" -> registryLoginServer = JsonMembers.text(value, member);
                case "imageName" -> repositoryName = JsonMembers.text(value, member);
                case "tag" -> readAttributes(value);
                default -> value.skipChildren();
            }
        }

        /**
         * Makes the object; the builder may be used again.
         *
         * @return the properties
         */
        public ArtifactTagProperties build() {
            return new ArtifactTagProperties(this);
        }
    }
}
