// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.registry.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.OffsetDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;

class ArtifactManifestPropertiesTest {
    private static final String INDEX = """
            {"registry":"t1cec8409edba3804.azurecr.io","imageName":"library/hello-world","manifest":{\
            "digest":"sha256:d4aaab6242e0cace87e2ec17a2ed3d779d18fbfd03042ea58f2995626396a274",\
            "imageSize":325359048,"createdTime":"2026-01-13T17:34:15.876657Z",\
            "lastUpdateTime":"2026-01-13T17:34:15.876657Z",\
            "mediaType":"application/vnd.oci.image.index.v1+json","tags":["latest","v1","v2","v3","v4"],\
            "changeableAttributes":{"deleteEnabled":true,"writeEnabled":false,"readEnabled":true,"listEnabled":true},\
            "references":[{"digest":"sha256:2771e37a12b7bcb2902456ecf3f29bf9ee11ec348e66e8eb322d9780ad7fc2df",\
            "architecture":"amd64","os":"linux"},\
            {"digest":"sha256:6b75187531c5e9b6a85c8946d5d82e4ef3801e051fbff338f382f3edfa60e3d2",\
            "architecture":"unknown","os":"unknown"}]}}
            """;

    @Test
    void fromJson_recordedIndex_readsEveryMember() throws IOException {
        ArtifactManifestProperties read = Json.parse(INDEX, ArtifactManifestProperties::fromJson);

        assertThat(read.getRegistryLoginServer()).isEqualTo("t1cec8409edba3804.azurecr.io");
        assertThat(read.getRepositoryName()).isEqualTo("library/hello-world");
        assertThat(read.getDigest()).startsWith("sha256:d4aaab62");
        assertThat(read.getSizeInBytes()).isEqualTo(325_359_048L);
        assertThat(read.getCreatedOn()).isEqualTo(OffsetDateTime.parse("2026-01-13T17:34:15.876657Z"));
        assertThat(read.getLastUpdatedOn()).isEqualTo(OffsetDateTime.parse("2026-01-13T17:34:15.876657Z"));
        assertThat(read.getArchitecture()).isNull();
        assertThat(read.getOperatingSystem()).isNull();
        assertThat(read.getTags()).containsExactly("latest", "v1", "v2", "v3", "v4");
        assertThat(read.isDeleteEnabled()).isTrue();
        assertThat(read.isWriteEnabled()).isFalse();
        assertThat(read.isListEnabled()).isTrue();
        assertThat(read.isReadEnabled()).isTrue();
    }

    @Test
    void fromJson_recordedIndex_keepsTheOrderOfReferences() throws IOException {
        List<ArtifactManifestPlatform> related =
                Json.parse(INDEX, ArtifactManifestProperties::fromJson).getRelatedArtifacts();

        assertThat(related)
                .extracting(ArtifactManifestPlatform::getArchitecture)
                .containsExactly(ArtifactArchitecture.AMD64, ArtifactArchitecture.fromString("unknown"));
        assertThat(related)
                .extracting(ArtifactManifestPlatform::getOperatingSystem)
                .containsExactly(ArtifactOperatingSystem.LINUX, ArtifactOperatingSystem.fromString("unknown"));
        assertThat(related.get(0).getDigest()).startsWith("sha256:2771e37a");
    }

    @Test
    void toJson_afterFromJson_readsTheSameAgain() throws IOException {
        ArtifactManifestProperties read = Json.parse(INDEX, ArtifactManifestProperties::fromJson);
        ArtifactManifestProperties again = Json.parse(Json.write(read), ArtifactManifestProperties::fromJson);

        assertThat(again).usingRecursiveComparison().isEqualTo(read);
    }

    @Test
    void fromJson_nullLists_areEmpty() throws IOException {
        ArtifactManifestProperties read = Json.parse(
                "{\"manifest\":{\"tags\":null,\"references\":null,\"changeableAttributes\":null}}",
                ArtifactManifestProperties::fromJson);

        assertThat(read.getTags()).isEmpty();
        assertThat(read.getRelatedArtifacts()).isEmpty();
        assertThat(read.isDeleteEnabled()).isNull();
    }

    @Test
    void fromJson_untaggedManifest_hasEmptyTags() throws IOException {
        assertThat(Json.parse("{\"manifest\":{\"digest\":\"sha256:1\"}}", ArtifactManifestProperties::fromJson)
                        .getTags())
                .isEmpty();
    }

    @Test
    void fromJson_fractionalSize_fails() {
        assertThatThrownBy(() -> Json.parse("{\"manifest\":{\"imageSize\":1.5}}", ArtifactManifestProperties::fromJson))
                .isInstanceOf(IOException.class)
                .hasMessageContainingAll("imageSize", "1.5");
    }

    @Test
    void fromJson_cutOff_fails() {
        assertThatThrownBy(() -> Json.parse("{\"manifest\":{\"tags\":[\"a\"", ArtifactManifestProperties::fromJson))
                .isInstanceOf(IOException.class);
    }

    @Test
    void build_everyMember_isGivenBack() {
        ArtifactManifestPlatform child = ArtifactManifestPlatform.builder()
                .digest("sha256:2")
                .architecture(ArtifactArchitecture.ARM64)
                .operatingSystem(ArtifactOperatingSystem.WINDOWS)
                .build();
        ArtifactManifestProperties built = ArtifactManifestProperties.builder()
                .sizeInBytes(7L)
                .architecture(ArtifactArchitecture.WASM)
                .operatingSystem(ArtifactOperatingSystem.JS)
                .relatedArtifacts(List.of(child))
                .tags(List.of("a"))
                .deleteEnabled(true)
                .writeEnabled(false)
                .listEnabled(true)
                .readEnabled(false)
                .build();

        assertThat(built.getSizeInBytes()).isEqualTo(7);
        assertThat(built.getArchitecture()).isEqualTo(ArtifactArchitecture.WASM);
        assertThat(built.getOperatingSystem()).isEqualTo(ArtifactOperatingSystem.JS);
        assertThat(built.getRelatedArtifacts()).containsExactly(child);
        assertThat(built.getTags()).containsExactly("a");
        assertThat(built.isDeleteEnabled()).isTrue();
        assertThat(built.isWriteEnabled()).isFalse();
        assertThat(built.isListEnabled()).isTrue();
        assertThat(built.isReadEnabled()).isFalse();
    }
}
