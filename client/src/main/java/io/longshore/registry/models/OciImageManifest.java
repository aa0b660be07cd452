// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.registry.models;

import com.azure.json.JsonReader;
import com.azure.json.JsonSerializable;
import com.azure.json.JsonToken;
import com.azure.json.JsonWriter;
import io.longshore.registry.models.MemberOrder.Value;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An OCI image manifest: the configuration of an image or artifact, and its layers.
 *
 * <p>A manifest that was read and is written unchanged has equal JSON: members without a property here, such as
 * {@code mediaType}, {@code artifactType} and {@code subject}, are kept with their values and places. Blanks between
 * tokens are not kept; to send exact bytes, use
 * {@link SetManifestOptions#SetManifestOptions(com.azure.core.util.BinaryData, ManifestMediaType)}.
 */
public final class OciImageManifest implements JsonSerializable<OciImageManifest> {
    private static final String SCHEMA_VERSION = "schemaVersion";
    private static final String CONFIG = "config";
    private static final String LAYERS = "layers";
    private static final String ANNOTATIONS = "annotations";

    /** The only version OCI image manifests have. */
    private static final int OCI_SCHEMA_VERSION = 2;

    private final MemberOrder members = new MemberOrder();
    private int schemaVersion = OCI_SCHEMA_VERSION;
    private @Nullable OciDescriptor configuration;
    private @Nullable List<OciDescriptor> layers;
    private @Nullable OciAnnotations annotations;

    /** Makes a manifest of schema version 2 with nothing else set. */
    public OciImageManifest() {}

    /**
     * Gives the descriptor of the configuration blob: the wire member {@code config}.
     *
     * @return the value, or null if absent
     */
    public @Nullable OciDescriptor getConfiguration() {
        return configuration;
    }

    /**
     * Sets the descriptor of the configuration blob.
     *
     * @param configuration the value, or null to leave the member out
     * @return this object
     */
    public OciImageManifest setConfiguration(@Nullable OciDescriptor configuration) {
        this.configuration = configuration;
        return this;
    }

    /**
     * Gives the descriptors of the layers, lowest first: the wire member {@code layers}.
     *
     * @return the value, or null if absent
     */
    public @Nullable List<OciDescriptor> getLayers() {
        return layers;
    }

    /**
     * Sets the descriptors of the layers, lowest first.
     *
     * @param layers the value, or null to leave the member out
     * @return this object
     */
    public OciImageManifest setLayers(@Nullable List<OciDescriptor> layers) {
        this.layers = layers;
        return this;
    }

    /**
     * Gives the annotations of the image: the wire member {@code annotations}.
     *
     * @return the value, or null if absent
     */
    public @Nullable OciAnnotations getAnnotations() {
        return annotations;
    }

    /**
     * Sets the annotations of the image.
     *
     * @param annotations the value, or null to leave the member out
     * @return this object
     */
    public OciImageManifest setAnnotations(@Nullable OciAnnotations annotations) {
        this.annotations = annotations;
        return this;
    }

    /**
     * Gives the schema version, 2 unless set or read otherwise: the wire member {@code schemaVersion}.
     *
     * @return the value
     */
    public int getSchemaVersion() {
        return schemaVersion;
    }

    /**
     * Sets the schema version, 2 unless set or read otherwise.
     *
     * @param schemaVersion the value
     * @return this object
     */
    public OciImageManifest setSchemaVersion(int schemaVersion) {
        this.schemaVersion = schemaVersion;
        return this;
    }

    /**
     * Writes the object; members that were read keep their places, and those that no property carries their text.
     *
     * @param jsonWriter where to write, not null
     * @return {@code jsonWriter}
     * @throws IOException if writing fails
     */
    @Override
    public JsonWriter toJson(JsonWriter jsonWriter) throws IOException {
        return members.write(jsonWriter, values());
    }

    /**
     * Reads an OCI image manifest; members that no property carries are kept for {@link #toJson}.
     *
     * @param jsonReader where to read, not null
     * @return the object, or null if there is JSON null
     * @throws IOException if the text is not JSON, not an object, or has a member of the wrong kind
     */
    public static @Nullable OciImageManifest fromJson(JsonReader jsonReader) throws IOException {
        OciImageManifest read = new OciImageManifest();
        return read.members.read(jsonReader, "an OCI image manifest", read::take) ? read : null;
    }

    private boolean take(String name, JsonReader value) throws IOException {
        switch (name) {
            case SCHEMA_VERSION -> schemaVersion = JsonMembers.smallNumber(value, name, OCI_SCHEMA_VERSION);
            case CONFIG -> configuration = OciDescriptor.fromJson(value);
            case LAYERS -> layers = JsonMembers.list(value, name, OciDescriptor::fromJson);
            case ANNOTATIONS -> annotations = OciAnnotations.fromJson(value);
            default -> {
                return false;
            }
        }
        return value.currentToken() != JsonToken.NULL;
    }

    private Map<String, Value> values() {
        Map<String, Value> values = new LinkedHashMap<>();
        values.put(SCHEMA_VERSION, writer -> writer.writeInt(schemaVersion));
        MemberOrder.putObject(values, CONFIG, configuration);
        members.putList(values, LAYERS, layers, JsonWriter::writeJson);
        MemberOrder.putObject(values, ANNOTATIONS, annotations);
        return values;
    }
}
