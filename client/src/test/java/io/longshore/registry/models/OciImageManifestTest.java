// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.registry.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.azure.core.util.BinaryData;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OciImageManifestTest {
    private static final String RECORDED = """
            {"config":{"mediaType":"application/vnd.acme.rocket.config","size":171,\
            "digest":"sha256:d25b42d3dbad5361ed2d909624d899e7254a822c9a632b582ebd3a44f9b0dbc8"},\
            "layers":[{"mediaType":"application/vnd.oci.image.layer.v1.tar","size":28,\
            "digest":"sha256:654b93f61054e4ce90ed203bb8d556a6200d5f906cf3eca0620738d6dc18cbed"}],\
            "schemaVersion":2}""";

    private static final String WITH_UNKNOWN_MEMBERS = """
            {"schemaVersion":2,"mediaType":"application/vnd.oci.image.manifest.v1+json",\
            "artifactType":"application/vnd.example.sbom.v1",\
            "config":{"mediaType":"application/vnd.oci.empty.v1+json","digest":"sha256:44","size":2,"data":"e30="},\
            "layers":[{"mediaType":"text/plain","digest":"sha256:11","size":3,\
            "platform":{"os":"linux","architecture":"arm","variant":"v7"},"urls":["https://example.org/l"]}],\
            "subject":{"mediaType":"m","digest":"sha256:22","size":12345678901234567890,\
            "odd":[1.10,1e-7,null,{"a":"\\n"}]},\
            "annotations":{"com.example.key":"value","org.opencontainers.image.title":"t"}}""";

    @Test
    void fromJson_recordedManifest_readsEveryMember() throws IOException {
        OciImageManifest read = Json.parse(RECORDED, OciImageManifest::fromJson);

        assertThat(read.getSchemaVersion()).isEqualTo(2);
        assertThat(read.getConfiguration().getMediaType()).isEqualTo("application/vnd.acme.rocket.config");
        assertThat(read.getConfiguration().getSizeInBytes()).isEqualTo(171);
        assertThat(read.getLayers()).hasSize(1);
        assertThat(read.getLayers().get(0).getDigest()).startsWith("sha256:654b93f6");
        assertThat(read.getAnnotations()).isNull();
    }

    @Test
    void toJson_recordedManifest_givesTheSameBytes() throws IOException {
        assertThat(Json.write(Json.parse(RECORDED, OciImageManifest::fromJson))).isEqualTo(RECORDED);
    }

    @Test
    void toJson_nothingSet_writesSchemaVersionTwo() throws IOException {
        assertThat(Json.write(new OciImageManifest())).isEqualTo("{\"schemaVersion\":2}");
    }

    @Test
    void toJson_versionMissingInText_writesSchemaVersionTwo() throws IOException {
        assertThat(Json.write(Json.parse("{\"layers\":[]}", OciImageManifest::fromJson)))
                .isEqualTo("{\"layers\":[],\"schemaVersion\":2}");
    }

    @Test
    void toJson_unknownMembers_areKeptWithPlacesAndDigits() throws IOException {
        assertThat(Json.write(Json.parse(WITH_UNKNOWN_MEMBERS, OciImageManifest::fromJson)))
                .isEqualTo(WITH_UNKNOWN_MEMBERS);
    }

    @Test
    void toObject_throughBinaryData_keepsUnknownMembers() {
        OciImageManifest read = BinaryData.fromString(WITH_UNKNOWN_MEMBERS).toObject(OciImageManifest.class);

        assertThat(BinaryData.fromObject(read).toString()).isEqualTo(WITH_UNKNOWN_MEMBERS);
    }

    @Test
    void toJson_builtManifest_writesMembersInFixedOrder() throws IOException {
        OciDescriptor blob = new OciDescriptor()
                .setUrls(List.of("https://example.org"))
                .setDigest("sha256:1")
                .setSizeInBytes(3L)
                .setMediaType("m");
        OciImageManifest built = new OciImageManifest()
                .setAnnotations(new OciAnnotations().setVendor("v").setAuthors("a"))
                .setLayers(List.of(blob))
                .setConfiguration(new OciDescriptor().setDigest("sha256:2"));

        assertThat(Json.write(built)).isEqualTo("""
                        {"schemaVersion":2,"config":{"digest":"sha256:2"},"layers":[{"mediaType":"m","size":3,\
                        "digest":"sha256:1","urls":["https://example.org"]}],"annotations":{\
                        "org.opencontainers.image.authors":"a","org.opencontainers.image.vendor":"v"}}""");
    }

    @Test
    void setConfiguration_toNullAfterReading_leavesTheMemberOut() throws IOException {
        OciImageManifest read = Json.parse(RECORDED, OciImageManifest::fromJson);

        assertThat(Json.write(read.setConfiguration(null))).startsWith("{\"layers\":[");
    }

    @Test
    void fromJson_nullLayers_areEmptyAndCanBeFilled() throws IOException {
        OciImageManifest read = Json.parse("{\"schemaVersion\":2,\"layers\":null}", OciImageManifest::fromJson);

        assertThat(read.getLayers()).isEmpty();
        assertThat(Json.write(read)).isEqualTo("{\"schemaVersion\":2,\"layers\":null}");
        read.getLayers().add(new OciDescriptor().setMediaType("m"));
        assertThat(Json.write(read)).isEqualTo("{\"schemaVersion\":2,\"layers\":[{\"mediaType\":\"m\"}]}");
    }

    @Test
    void setAnnotations_afterReadingNull_replacesTheNull() throws IOException {
        OciImageManifest read = Json.parse("{\"annotations\":null,\"schemaVersion\":2}", OciImageManifest::fromJson);

        assertThat(Json.write(read)).isEqualTo("{\"annotations\":null,\"schemaVersion\":2}");
        read.setAnnotations(new OciAnnotations().setTitle("t"));
        assertThat(Json.write(read))
                .isEqualTo("{\"annotations\":{\"org.opencontainers.image.title\":\"t\"},\"schemaVersion\":2}");
    }

    @Test
    void fromJson_halfOfASurrogatePair_isReadable() throws IOException {
        String text = "{\"x\":\"\\ud800\",\"y\":[\"\\ud800\"],\"schemaVersion\":2}";

        assertThat(Json.parse(text, OciImageManifest::fromJson).getSchemaVersion())
                .isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "\"text\"",
                "{\"schemaVersion\":\"2\"}",
                "{\"schemaVersion\":2.5}",
                "{\"schemaVersion\":4294967298}",
                "{\"config\":[]}",
                "{\"layers\":{}}",
                "{\"layers\":[null]}",
                "{\"layers\":[{\"size\":1e40}]}",
                "{\"layers\":[{\"urls\":[1]}]}",
                "{\"config\":{\"digest\":\"a\"}",
                "{\"unknown\":[1,",
                "{\"unknown\":nope}"
            })
    void fromJson_notAManifest_isAnIoException(String text) {
        assertThatThrownBy(() -> Json.parse(text, OciImageManifest::fromJson)).isInstanceOf(IOException.class);
    }
}
