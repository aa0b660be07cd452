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
 * What the registry knows of one repository, with the locks that can be changed.
 *
 * <p>To change locks, set them on a new object and send it as an update; a lock that is null keeps its value.
 */
public final class ContainerRepositoryProperties implements JsonSerializable<ContainerRepositoryProperties> {
    private final @Nullable String registryLoginServer;
    private final @Nullable String name;
    private final @Nullable OffsetDateTime createdOn;
    private final @Nullable OffsetDateTime lastUpdatedOn;
    private final int manifestCount;
    private final int tagCount;
    private final ChangeableAttributes attributes;

    /** Makes properties with nothing set, to be filled with the locks to change. */
    public ContainerRepositoryProperties() {
        this(new Builder());
    }

    private ContainerRepositoryProperties(Builder builder) {
        registryLoginServer = builder.registryLoginServer;
        name = builder.name;
        createdOn = builder.createdOn;
        lastUpdatedOn = builder.lastUpdatedOn;
        manifestCount = builder.manifestCount;
        tagCount = builder.tagCount;
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
    public @Nullable String getName() {
        return name;
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
     * Gives the time of the last change, which the service may give as earlier than the creation: the wire member
     * {@code lastUpdateTime}.
     *
     * @return the value, or null if unknown
     */
    public @Nullable OffsetDateTime getLastUpdatedOn() {
        return lastUpdatedOn;
    }

    /**
     * Gives the number of manifests, children of an index included: the wire member {@code manifestCount}.
     *
     * @return the number, 0 if unknown
     */
    public int getManifestCount() {
        return manifestCount;
    }

    /**
     * Gives the number of tags: the wire member {@code tagCount}.
     *
     * @return the number, 0 if unknown
     */
    public int getTagCount() {
        return tagCount;
    }

    /**
     * Says whether the repository may be deleted: the wire member {@code deleteEnabled}.
     *
     * @return the setting, or null if it was neither read nor set
     */
    public @Nullable Boolean isDeleteEnabled() {
        return attributes.get(Flag.DELETE);
    }

    /**
     * Sets whether the repository may be deleted; takes effect when the properties are sent as an update.
     *
     * @param deleteEnabled the setting, or null to leave the one in the registry as it is
     * @return this object
     */
    public ContainerRepositoryProperties setDeleteEnabled(@Nullable Boolean deleteEnabled) {
        attributes.set(Flag.DELETE, deleteEnabled);
        return this;
    }

    /**
     * Says whether the repository may be changed and pushed to: the wire member {@code writeEnabled}.
     *
     * @return the setting, or null if it was neither read nor set
     */
    public @Nullable Boolean isWriteEnabled() {
        return attributes.get(Flag.WRITE);
    }

    /**
     * Sets whether the repository may be changed and pushed to; takes effect when the properties are sent as an update.
     *
     * @param writeEnabled the setting, or null to leave the one in the registry as it is
     * @return this object
     */
    public ContainerRepositoryProperties setWriteEnabled(@Nullable Boolean writeEnabled) {
        attributes.set(Flag.WRITE, writeEnabled);
        return this;
    }

    /**
     * Says whether the repository shows in listings: the wire member {@code listEnabled}.
     *
     * @return the setting, or null if it was neither read nor set
     */
    public @Nullable Boolean isListEnabled() {
        return attributes.get(Flag.LIST);
    }

    /**
     * Sets whether the repository shows in listings; takes effect when the properties are sent as an update.
     *
     * @param listEnabled the setting, or null to leave the one in the registry as it is
     * @return this object
     */
    public ContainerRepositoryProperties setListEnabled(@Nullable Boolean listEnabled) {
        attributes.set(Flag.LIST, listEnabled);
        return this;
    }

    /**
     * Says whether the repository may be pulled: the wire member {@code readEnabled}.
     *
     * @return the setting, or null if it was neither read nor set
     */
    public @Nullable Boolean isReadEnabled() {
        return attributes.get(Flag.READ);
    }

    /**
     * Sets whether the repository may be pulled; takes effect when the properties are sent as an update.
     *
     * @param readEnabled the setting, or null to leave the one in the registry as it is
     * @return this object
     */
    public ContainerRepositoryProperties setReadEnabled(@Nullable Boolean readEnabled) {
        attributes.set(Flag.READ, readEnabled);
        return this;
    }

    /**
     * Writes the properties as the service gives them; members that are null are left out.
     *
     * @param jsonWriter where to write, not null
     * @return {@code jsonWriter}
     * @throws IOException if writing fails
     */
    @Override
    public JsonWriter toJson(JsonWriter jsonWriter) throws IOException {
        jsonWriter.writeStartObject();
        jsonWriter.writeStringField("registry", registryLoginServer);
        jsonWriter.writeStringField("imageName", name);
        JsonMembers.writeTime(jsonWriter, "createdTime", createdOn);
        JsonMembers.writeTime(jsonWriter, "lastUpdateTime", lastUpdatedOn);
        jsonWriter.writeIntField("manifestCount", manifestCount);
        jsonWriter.writeIntField("tagCount", tagCount);
        attributes.writeTo(jsonWriter);
        return jsonWriter.writeEndObject();
    }

    /**
     * Reads the service's answer for one repository; unknown members are passed over.
     *
     * @param jsonReader where to read, not null
     * @return the properties, or null if there is JSON null
     * @throws IOException if the text is not JSON, not an object, or has a member of the wrong kind
     */
    public static @Nullable ContainerRepositoryProperties fromJson(JsonReader jsonReader) throws IOException {
        Builder builder = new Builder();
        boolean found = JsonMembers.read(jsonReader, "repository properties", builder::readMember);
        return found ? builder.build() : null;
    }

    /**
     * Makes {@link ContainerRepositoryProperties} with every member set: for readers of service answers and for tests.
     * Not thread-safe.
     */
    public static final class Builder {
        private @Nullable String registryLoginServer;
        private @Nullable String name;
        private @Nullable OffsetDateTime createdOn;
        private @Nullable OffsetDateTime lastUpdatedOn;
        private int manifestCount;
        private int tagCount;
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
         * @param name the value, or null if unknown
         * @return this builder
         */
        public Builder name(@Nullable String name) {
            this.name = name;
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
         * Sets the time of the last change, which the service may give as earlier than the creation.
         *
         * @param lastUpdatedOn the value, or null if unknown
         * @return this builder
         */
        public Builder lastUpdatedOn(@Nullable OffsetDateTime lastUpdatedOn) {
            this.lastUpdatedOn = lastUpdatedOn;
            return this;
        }

        /**
         * Sets the number of manifests, children of an index included.
         *
         * @param manifestCount the number
         * @return this builder
         */
        public Builder manifestCount(int manifestCount) {
            this.manifestCount = manifestCount;
            return this;
        }

        /**
         * Sets the number of tags.
         *
         * @param tagCount the number
         * @return this builder
         */
        public Builder tagCount(int tagCount) {
            this.tagCount = tagCount;
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

        private void readMember(String member, JsonReader value) throws IOException {
            switch (member) {
                case "registry" -> registryLoginServer = JsonMembers.text(value, member);
                case "imageName" -> name = JsonMembers.text(value, member);
                case "createdTime" -> createdOn = JsonMembers.time(value, member);
                case "lastUpdateTime" -> lastUpdatedOn = JsonMembers.time(value, member);
                case "manifestCount" -> manifestCount = JsonMembers.smallNumber(value, member, 0);
                case "tagCount" -> tagCount = JsonMembers.smallNumber(value, member, 0);
                case ChangeableAttributes.MEMBER -> attributes.readFrom(value);
                default -> value.skipChildren();
            }
        }

        /**
         * Makes the object; the builder may be used again.
         *
         * @return the properties
         */
        public ContainerRepositoryProperties build() {
            return new ContainerRepositoryProperties(this);
        }
    }
}
