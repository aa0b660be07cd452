// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.registry.models;

import com.azure.json.JsonReader;
import com.azure.json.JsonSerializable;
import com.azure.json.JsonToken;
import com.azure.json.JsonWriter;
import io.longshore.registry.models.MemberOrder.Value;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The annotations of a manifest or a descriptor: those the OCI image specification names, and any others.
 *
 * <p>Whatever text was read is written again as it stood, unless the annotation is set anew. An annotation that is set
 * here wins over one of the same name among the additional properties.
 */
public final class OciAnnotations implements JsonSerializable<OciAnnotations> {
    private static final String PREFIX = "org.opencontainers.image.";
    private static final String CREATED = PREFIX + "created";
    private static final String AUTHORS = PREFIX + "authors";
    private static final String URL = PREFIX + "url";
    private static final String DOCUMENTATION = PREFIX + "documentation";
    private static final String SOURCE = PREFIX + "source";
    private static final String VERSION = PREFIX + "version";
    private static final String REVISION = PREFIX + "revision";
    private static final String VENDOR = PREFIX + "vendor";
    private static final String LICENSES = PREFIX + "licenses";
    private static final String NAME = PREFIX + "ref.name";
    private static final String TITLE = PREFIX + "title";
    private static final String DESCRIPTION = PREFIX + "description";

    /** The annotations with a property, in the order in which new ones are written. */
    private static final List<String> KNOWN = List.of(
            CREATED,
            AUTHORS,
            URL,
            DOCUMENTATION,
            SOURCE,
            VERSION,
            REVISION,
            VENDOR,
            LICENSES,
            NAME,
            TITLE,
            DESCRIPTION);

    private final MemberOrder members = new MemberOrder();
    private final Map<String, String> texts = new HashMap<>();
    private @Nullable OffsetDateTime createdOn;
    private @Nullable Map<String, @Nullable Object> additionalProperties;

    /** Makes annotations with nothing set. */
    public OciAnnotations() {}

    /**
     * Gives the time the image was built: the annotation {@code org.opencontainers.image.created}.
     *
     * @return the time; null if absent or not an RFC 3339 time, in which case its text is among the additional
     *     properties
     */
    public @Nullable OffsetDateTime getCreatedOn() {
        return createdOn;
    }

    /**
     * Sets the time the image was built, which is written as RFC 3339.
     *
     * @param createdOn the time, or null to leave the annotation out
     * @return this object
     */
    public OciAnnotations setCreatedOn(@Nullable OffsetDateTime createdOn) {
        this.createdOn = createdOn;
        return set(CREATED, createdOn == null ? null : JsonMembers.rfc3339(createdOn));
    }

    /**
     * Gives who is responsible for the image: the annotation {@code org.opencontainers.image.authors}.
     *
     * @return the text, or null if absent
     */
    public @Nullable String getAuthors() {
        return texts.get(AUTHORS);
    }

    /**
     * Sets who is responsible for the image.
     *
     * @param authors the text, or null to leave the annotation out
     * @return this object
     */
    public OciAnnotations setAuthors(@Nullable String authors) {
        return set(AUTHORS, authors);
    }

    /**
     * Gives where to find out more about the image: the annotation {@code org.opencontainers.image.url}.
     *
     * @return the text, or null if absent
     */
    public @Nullable String getUrl() {
        return texts.get(URL);
    }

    /**
     * Sets where to find out more about the image.
     *
     * @param url the text, or null to leave the annotation out
     * @return this object
     */
    public OciAnnotations setUrl(@Nullable String url) {
        return set(URL, url);
    }

    /**
     * Gives where the documentation is: the annotation {@code org.opencontainers.image.documentation}.
     *
     * @return the text, or null if absent
     */
    public @Nullable String getDocumentation() {
        return texts.get(DOCUMENTATION);
    }

    /**
     * Sets where the documentation is.
     *
     * @param documentation the text, or null to leave the annotation out
     * @return this object
     */
    public OciAnnotations setDocumentation(@Nullable String documentation) {
        return set(DOCUMENTATION, documentation);
    }

    /**
     * Gives where the source code is: the annotation {@code org.opencontainers.image.source}.
     *
     * @return the text, or null if absent
     */
    public @Nullable String getSource() {
        return texts.get(SOURCE);
    }

    /**
     * Sets where the source code is.
     *
     * @param source the text, or null to leave the annotation out
     * @return this object
     */
    public OciAnnotations setSource(@Nullable String source) {
        return set(SOURCE, source);
    }

    /**
     * Gives the version of the packaged software: the annotation {@code org.opencontainers.image.version}.
     *
     * @return the text, or null if absent
     */
    public @Nullable String getVersion() {
        return texts.get(VERSION);
    }

    /**
     * Sets the version of the packaged software.
     *
     * @param version the text, or null to leave the annotation out
     * @return this object
     */
    public OciAnnotations setVersion(@Nullable String version) {
        return set(VERSION, version);
    }

    /**
     * Gives the source control revision of the packaged software: the annotation
     * {@code org.opencontainers.image.revision}.
     *
     * @return the text, or null if absent
     */
    public @Nullable String getRevision() {
        return texts.get(REVISION);
    }

    /**
     * Sets the source control revision of the packaged software.
     *
     * @param revision the text, or null to leave the annotation out
     * @return this object
     */
    public OciAnnotations setRevision(@Nullable String revision) {
        return set(REVISION, revision);
    }

    /**
     * Gives who distributes the image: the annotation {@code org.opencontainers.image.vendor}.
     *
     * @return the text, or null if absent
     */
    public @Nullable String getVendor() {
        return texts.get(VENDOR);
    }

    /**
     * Sets who distributes the image.
     *
     * @param vendor the text, or null to leave the annotation out
     * @return this object
     */
    public OciAnnotations setVendor(@Nullable String vendor) {
        return set(VENDOR, vendor);
    }

    /**
     * Gives the licences as an SPDX expression: the annotation {@code org.opencontainers.image.licenses}.
     *
     * @return the text, or null if absent
     */
    public @Nullable String getLicenses() {
        return texts.get(LICENSES);
    }

    /**
     * Sets the licences as an SPDX expression.
     *
     * @param licenses the text, or null to leave the annotation out
     * @return this object
     */
    public OciAnnotations setLicenses(@Nullable String licenses) {
        return set(LICENSES, licenses);
    }

    /**
     * Gives the name of the reference to the target: the annotation {@code org.opencontainers.image.ref.name}.
     *
     * @return the text, or null if absent
     */
    public @Nullable String getName() {
        return texts.get(NAME);
    }

    /**
     * Sets the name of the reference to the target.
     *
     * @param name the text, or null to leave the annotation out
     * @return this object
     */
    public OciAnnotations setName(@Nullable String name) {
        return set(NAME, name);
    }

    /**
     * Gives the title for people: the annotation {@code org.opencontainers.image.title}.
     *
     * @return the text, or null if absent
     */
    public @Nullable String getTitle() {
        return texts.get(TITLE);
    }

    /**
     * Sets the title for people.
     *
     * @param title the text, or null to leave the annotation out
     * @return this object
     */
    public OciAnnotations setTitle(@Nullable String title) {
        return set(TITLE, title);
    }

    /**
     * Gives the description for people: the annotation {@code org.opencontainers.image.description}.
     *
     * @return the text, or null if absent
     */
    public @Nullable String getDescription() {
        return texts.get(DESCRIPTION);
    }

    /**
     * Sets the description for people.
     *
     * @param description the text, or null to leave the annotation out
     * @return this object
     */
    public OciAnnotations setDescription(@Nullable String description) {
        return set(DESCRIPTION, description);
    }

    /**
     * Gives the annotations without a property here, and those whose values the property cannot hold.
     *
     * @return the values by name: texts as a rule; numbers, lists and maps where a manifest has those; null if none
     */
    public @Nullable Map<String, @Nullable Object> getAdditionalProperties() {
        return additionalProperties;
    }

    /**
     * Sets the annotations without a property here.
     *
     * @param additionalProperties the values by name, not copied, or null for none
     * @return this object
     */
    public OciAnnotations setAdditionalProperties(@Nullable Map<String, @Nullable Object> additionalProperties) {
        this.additionalProperties = additionalProperties;
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
     * Reads OCI annotations; members that no property carries are kept for {@link #toJson}.
     *
     * @param jsonReader where to read, not null
     * @return the object, or null if there is JSON null
     * @throws IOException if the text is not JSON, not an object, or has a member of the wrong kind
     */
    public static @Nullable OciAnnotations fromJson(JsonReader jsonReader) throws IOException {
        OciAnnotations read = new OciAnnotations();
        return read.members.read(jsonReader, "OCI annotations", read::take) ? read : null;
    }

    private OciAnnotations set(String name, @Nullable String text) {
        if (text == null) {
            texts.remove(name);
        } else {
            texts.put(name, text);
        }
        return this;
    }

    private boolean take(String name, JsonReader value) throws IOException {
        boolean known = KNOWN.contains(name);
        if (known && value.currentToken() == JsonToken.NULL) {
            return false;
        }
        boolean held = known && value.currentToken() == JsonToken.STRING && hold(name, value.getString());
        if (!held) {
            additional().put(name, UntypedJson.read(value));
        }
        return true;
    }

    /** Keeps the text as the property's value; false if the property cannot hold it. */
    private boolean hold(String name, String text) {
        if (name.equals(CREATED)) {
            try {
                createdOn = OffsetDateTime.parse(text);
            } catch (DateTimeException e) {
                // Manifests of others must stay readable whatever they say here; the text is kept.
                return false;
            }
        }
        texts.put(name, text);
        return true;
    }

    private Map<String, @Nullable Object> additional() {
        Map<String, @Nullable Object> additional = additionalProperties;
        if (additional == null) {
            additional = new LinkedHashMap<>();
            additionalProperties = additional;
        }
        return additional;
    }

    private Map<String, Value> values() {
        Map<String, Value> values = new LinkedHashMap<>();
        for (String name : KNOWN) {
            MemberOrder.putText(values, name, texts.get(name));
        }
        if (additionalProperties != null) {
            additionalProperties.forEach(
                    (name, value) -> values.putIfAbsent(name, writer -> UntypedJson.write(writer, value)));
        }
        return values;
    }
}
