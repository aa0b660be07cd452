// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.registry.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OciAnnotationsTest {
    private static final String CREATED = "org.opencontainers.image.created";

    @Test
    void toJson_createdOnFullMinute_isRfc3339() throws IOException {
        OciAnnotations built =
                new OciAnnotations().setCreatedOn(OffsetDateTime.of(2023, 1, 1, 0, 0, 0, 0, ZoneOffset.UTC));

        assertThat(Json.write(built)).isEqualTo("{\"" + CREATED + "\":\"2023-01-01T00:00:00Z\"}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"yesterday", "2023-01-01", "2023-13-01T00:00:00Z", ""})
    void fromJson_unparsableCreated_isKeptAsRawText(String created) throws IOException {
        String text = "{\"a\":\"1\",\"" + CREATED + "\":\"" + created + "\",\"b\":\"2\"}";
        OciAnnotations read = Json.parse(text, OciAnnotations::fromJson);

        assertThat(read.getCreatedOn()).isNull();
        assertThat(read.getAdditionalProperties()).containsEntry(CREATED, created);
        assertThat(Json.write(read)).isEqualTo(text);
    }

    @Test
    void setCreatedOn_overUnparsableText_wins() throws IOException {
        OciAnnotations read = Json.parse("{\"" + CREATED + "\":\"yesterday\"}", OciAnnotations::fromJson);

        assertThat(Json.write(read.setCreatedOn(OffsetDateTime.parse("2023-01-01T00:00:00Z"))))
                .isEqualTo("{\"" + CREATED + "\":\"2023-01-01T00:00:00Z\"}");
    }

    @Test
    void toJson_createdWithTrailingZeros_keepsTheText() throws IOException {
        String text = "{\"" + CREATED + "\":\"2023-01-01T00:00:00.1000+00:00\"}";
        OciAnnotations read = Json.parse(text, OciAnnotations::fromJson);

        assertThat(read.getCreatedOn()).isEqualTo(OffsetDateTime.parse("2023-01-01T00:00:00.1Z"));
        assertThat(Json.write(read)).isEqualTo(text);
    }

    @Test
    void setters_everyAnnotation_areWrittenUnderTheirNames() throws IOException {
        OciAnnotations built = new OciAnnotations()
                .setDescription("description")
                .setTitle("title")
                .setName("name")
                .setLicenses("licenses")
                .setVendor("vendor")
                .setRevision("revision")
                .setVersion("version")
                .setSource("source")
                .setDocumentation("documentation")
                .setUrl("url")
                .setAuthors("authors");

        assertThat(Json.write(built).replace("org.opencontainers.image.", "")).isEqualTo("""
                        {"authors":"authors","url":"url","documentation":"documentation","source":"source",\
                        "version":"version","revision":"revision","vendor":"vendor","licenses":"licenses",\
                        "ref.name":"name","title":"title","description":"description"}""");
        assertThat(Json.parse(Json.write(built), OciAnnotations::fromJson).getDescription())
                .isEqualTo("description");
    }

    @Test
    void fromJson_valuesThatAreNoTexts_areKept() throws IOException {
        String text = """
                {"n":0.12345678901234567890,"big":123456789012345678901,"list":[1,true,null,{"x":[]}],"none":null,\
                "org.opencontainers.image.title":["not","text"],"org.opencontainers.image.vendor":null}""";
        OciAnnotations read = Json.parse(text, OciAnnotations::fromJson);

        assertThat(read.getAdditionalProperties())
                .containsEntry("n", new BigDecimal("0.12345678901234567890"))
                .containsEntry("none", null);
        assertThat(read.getTitle()).isNull();
        assertThat(Json.write(read)).isEqualTo(text);
    }

    @Test
    void setAdditionalProperties_ofUsers_areWrittenInTheirOrder() throws IOException {
        Map<String, Object> additional = new LinkedHashMap<>();
        additional.put("z", "1");
        additional.put("a", 2L);

        assertThat(Json.write(
                        new OciAnnotations().setAdditionalProperties(additional).setTitle("t")))
                .isEqualTo("{\"org.opencontainers.image.title\":\"t\",\"z\":\"1\",\"a\":2}");
    }

    @Test
    void fromJson_valueNestedBeyondReason_isAnIoException() {
        String text = "{\"a\":" + "[".repeat(100_000) + "]".repeat(100_000) + "}";

        assertThatThrownBy(() -> Json.parse(text, OciAnnotations::fromJson)).isInstanceOf(IOException.class);
    }

    @Test
    void removedAdditionalProperty_isNotWrittenAgain() throws IOException {
        OciAnnotations read = Json.parse("{\"a\":\"1\",\"b\":null}", OciAnnotations::fromJson);
        read.getAdditionalProperties().clear();

        assertThat(Json.write(read)).isEqualTo("{}");
    }
}
