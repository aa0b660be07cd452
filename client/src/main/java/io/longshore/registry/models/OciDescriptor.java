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
 * An OCI descriptor: what a manifest says of a blob or of another manifest.
 *
 * <p>Members without a property here, such as {@code data}, {@code platform} and {@code artifactType}, are kept when a
 * descriptor is read and written.
 */
public final class OciDescriptor implements JsonSerializable<OciDescriptor> {
    private static final String MEDIA_TYPE = "mediaType";
    private static final String SIZE = "size";
    private static final String DIGEST = "digest";
    private static final String URLS = "urls";
    private static final String ANNOTATIONS = "annotations";

    private final MemberOrder members = new MemberOrder();
    private @Nullable String mediaType;
    private @Nullable Long sizeInBytes;
    private @Nullable String digest;
    private @Nullable List<String> urls;
    private @Nullable OciAnnotations annotations;

    /** Makes a descriptor with nothing set. */
    public OciDescriptor() {}

    /**
     * Gives the media type of the content: the wire member {@code mediaType}.
     *
     * @return the value, or null if absent
     */
    public @Nullable String getMediaType() {
        return mediaType;
    }

    /**
     * Sets the media type of the content.
     *
     * @param mediaType the value, or null to leave the member out
     * @return this object
     */
    public OciDescriptor setMediaType(@Nullable String mediaType) {
        this.mediaType = mediaType;
        return this;
    }

    /**
     * Gives the size of the content in bytes: the wire member {@code size}.
     *
     * @return the value, or null if absent
     */
    public @Nullable Long getSizeInBytes() {
        return sizeInBytes;
    }

    /**
     * Sets the size of the content in bytes.
     *
     * @param sizeInBytes the value, or null to leave the member out
     * @return this object
     */
    public OciDescriptor setSizeInBytes(@Nullable Long sizeInBytes) {
        this.sizeInBytes = sizeInBytes;
        return this;
    }

    /**
     * Gives the digest of the content, such as {@code sha256:…}: the wire member {@code digest}.
     *
     * @return the value, or null if absent
     */
    public @Nullable String getDigest() {
        return digest;
    }

    /**
     * Sets the digest of the content, such as {@code sha256:…}.
     *
     * @param digest the value, or null to leave the member out
     * @return this object
     */
    public OciDescriptor setDigest(@Nullable String digest) {
        this.digest = digest;
        return this;
    }

    /**
     * Gives the places the content may be had from besides the registry: the wire member {@code urls}.
     *
     * @return the value, or null if absent
     */
    public @Nullable List<String> getUrls() {
        return urls;
    }

    /**
     * Sets the places the content may be had from besides the registry.
     *
     * @param urls the value, or null to leave the member out
     * @return this object
     */
    public OciDescriptor setUrls(@Nullable List<String> urls) {
        this.urls = urls;
        return this;
    }

    /**
     * Gives the annotations of the content: the wire member {@code annotations}.
     *
     * @return the value, or null if absent
     */
    public @Nullable OciAnnotations getAnnotations() {
        return annotations;
    }

    /**
     * Sets the annotations of the content.
     *
     * @param annotations the value, or null to leave the member out
     * @return this object
     */
    public OciDescriptor setAnnotations(@Nullable OciAnnotations annotations) {
        this.annotations = annotations;
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
     * Reads an OCI descriptor; members that no property carries are kept for {@link #toJson}.
     *
     * @param jsonReader where to read, not null
     * @return the object, or null if there is JSON null
     * @throws IOException if the text is not JSON, not an object, or has a member of the wrong kind
     */
    public static @Nullable OciDescriptor fromJson(JsonReader jsonReader) throws IOException {
        OciDescriptor read = new OciDescriptor();
        return read.members.read(jsonReader, "an OCI descriptor", read::take) ? read : null;
    }

    private boolean take(String name, JsonReader value) throws IOException {
        switch (name) {
            case MEDIA_TYPE -> mediaType = JsonMembers.text(value, name);
            case SIZE -> sizeInBytes = JsonMembers.wholeNumber(value, name);
            case DIGEST -> digest = JsonMembers.text(value, name);
            case URLS -> urls = JsonMembers.texts(value, name);
            case ANNOTATIONS -> annotations = OciAnnotations.fromJson(value);
            default -> {
                return false;
            }
        }
        return value.currentToken() != JsonToken.NULL;
    }

    private Map<String, Value> values() {
        Map<String, Value> values = new LinkedHashMap<>();
        MemberOrder.putText(values, MEDIA_TYPE, mediaType);
        Long size = sizeInBytes;
        if (size != null) {
            values.put(SIZE, writer -> writer.writeLong(size));
        }
        MemberOrder.putText(values, DIGEST, digest);
        members.putList(values, URLS, urls, JsonWriter::writeString);
        MemberOrder.putObject(values, ANNOTATIONS, annotations);
        return values;
    }
}
