// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.registry.models;

import static org.assertj.core.api.Assertions.assertThat;

import com.azure.json.JsonProviders;
import com.azure.json.JsonReader;
import java.io.IOException;
import java.time.OffsetDateTime;
import org.junit.jupiter.api.Test;

class ArtifactTagPropertiesTest {
    private static final String DIGEST = "sha256:234cb88d3020898631af0ccbbcca9a66ae7306ecd30c9720690858c1b007d2a0";

    private static final String ATTRIBUTES = """
            {"name":"v2","digest":"sha256:234cb88d3020898631af0ccbbcca9a66ae7306ecd30c9720690858c1b007d2a0",\
            "createdTime":"2021-05-11T23:33:33.4763945Z","lastUpdateTime":"2021-07-09T18:05:30.3249018Z",\
            "signed":false,"quarantineState":"Passed","changeableAttributes":{"deleteEnabled":false,\
            "writeEnabled":true,"readEnabled":true,"listEnabled":true}}""";

    private static final String RECORDED =
            "{\"registry\":\"pallavitcontainerregistry.azurecr.io\",\"imageName\":\"library/alpine\",\"tag\":"
                    + ATTRIBUTES + "}\n";

    @Test
    void fromJson_recordedAnswer_readsEveryMember() throws IOException {
        ArtifactTagProperties read = Json.parse(RECORDED, ArtifactTagProperties::fromJson);

        assertThat(read.getRegistryLoginServer()).isEqualTo("pallavitcontainerregistry.azurecr.io");
        assertThat(read.getRepositoryName()).isEqualTo("library/alpine");
        assertThat(read.getName()).isEqualTo("v2");
        assertThat(read.getDigest()).isEqualTo(DIGEST);
        assertThat(read.getCreatedOn()).isEqualTo(OffsetDateTime.parse("2021-05-11T23:33:33.4763945Z"));
        assertThat(read.getLastUpdatedOn()).isEqualTo(OffsetDateTime.parse("2021-07-09T18:05:30.3249018Z"));
        assertThat(read.isDeleteEnabled()).isFalse();
        assertThat(read.isWriteEnabled()).isTrue();
        assertThat(read.isListEnabled()).isTrue();
        assertThat(read.isReadEnabled()).isTrue();
    }

    @Test
    void readAttributes_listEntry_hasTheLoginServerOfTheList() throws IOException {
        try (JsonReader entry = JsonProviders.createReader(ATTRIBUTES)) {
            ArtifactTagProperties read = ArtifactTagProperties.builder()
                    .registryLoginServer("example.azurecr.io")
                    .repositoryName("library/alpine")
                    .readAttributes(entry)
                    .build();

            assertThat(read.getRegistryLoginServer()).isEqualTo("example.azurecr.io");
            assertThat(read.getRepositoryName()).isEqualTo("library/alpine");
            assertThat(read.getName()).isEqualTo("v2");
            assertThat(read.isDeleteEnabled()).isFalse();
        }
    }

    @Test
    void toJson_afterFromJson_readsTheSameAgain() throws IOException {
        ArtifactTagProperties read = Json.parse(RECORDED, ArtifactTagProperties::fromJson);
        ArtifactTagProperties again = Json.parse(Json.write(read), ArtifactTagProperties::fromJson);

        assertThat(again).usingRecursiveComparison().isEqualTo(read);
    }

    @Test
    void toJson_onlyLocks_writesThemInsideTag() throws IOException {
        assertThat(Json.write(new ArtifactTagProperties().setWriteEnabled(false)))
                .isEqualTo("{\"tag\":{\"changeableAttributes\":{\"writeEnabled\":false}}}");
    }
}
