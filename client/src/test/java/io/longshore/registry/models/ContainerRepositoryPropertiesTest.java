// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.registry.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.azure.core.util.BinaryData;
import com.azure.json.JsonProviders;
import java.io.IOException;
import java.time.OffsetDateTime;
import org.junit.jupiter.api.Test;

class ContainerRepositoryPropertiesTest {
    private static final String RECORDED = """
            {"registry":"localtestacr04.azurecr.io","imageName":"library/hello-world",\
            "createdTime":"2021-05-10T15:38:32.7001869Z","lastUpdateTime":"2021-05-10T15:38:30.9547013Z",\
            "manifestCount":10,"tagCount":5,"changeableAttributes":{"deleteEnabled":true,"writeEnabled":true,\
            "readEnabled":false,"listEnabled":true,"teleportEnabled":false}}""";

    @Test
    void fromJson_recordedAnswer_readsEveryMember() throws IOException {
        ContainerRepositoryProperties read = Json.parse(RECORDED, ContainerRepositoryProperties::fromJson);

        assertThat(read.getRegistryLoginServer()).isEqualTo("localtestacr04.azurecr.io");
        assertThat(read.getName()).isEqualTo("library/hello-world");
        assertThat(read.getCreatedOn()).isEqualTo(OffsetDateTime.parse("2021-05-10T15:38:32.7001869Z"));
        assertThat(read.getLastUpdatedOn()).isEqualTo(OffsetDateTime.parse("2021-05-10T15:38:30.9547013Z"));
        assertThat(read.getManifestCount()).isEqualTo(10);
        assertThat(read.getTagCount()).isEqualTo(5);
        assertThat(read.isDeleteEnabled()).isTrue();
        assertThat(read.isWriteEnabled()).isTrue();
        assertThat(read.isListEnabled()).isTrue();
        assertThat(read.isReadEnabled()).isFalse();
    }

    @Test
    void toJson_afterFromJson_givesTheSameMembers() throws IOException {
        ContainerRepositoryProperties read = Json.parse(RECORDED, ContainerRepositoryProperties::fromJson);

        assertThat(Json.write(read)).isEqualTo("""
                        {"registry":"localtestacr04.azurecr.io","imageName":"library/hello-world",\
                        "createdTime":"2021-05-10T15:38:32.7001869Z","lastUpdateTime":"2021-05-10T15:38:30.9547013Z",\
                        "manifestCount":10,"tagCount":5,"changeableAttributes":{"deleteEnabled":true,\
                        "writeEnabled":true,"listEnabled":true,"readEnabled":false}}""");
    }

    @Test
    void toJson_oneLockSet_writesNoOtherLock() throws IOException {
        assertThat(Json.write(new ContainerRepositoryProperties()
                        .setDeleteEnabled(false)
                        .setReadEnabled(true)
                        .setReadEnabled(null)))
                .isEqualTo("{\"manifestCount\":0,\"tagCount\":0,\"changeableAttributes\":{\"deleteEnabled\":false}}");
    }

    @Test
    void toObject_throughBinaryData_findsFromJson() {
        assertThat(BinaryData.fromString(RECORDED)
                        .toObject(ContainerRepositoryProperties.class)
                        .getTagCount())
                .isEqualTo(5);
    }

    @Test
    void build_builderUsedAgain_leavesTheFirstObjectAlone() {
        ContainerRepositoryProperties.Builder builder =
                ContainerRepositoryProperties.builder().name("a").listEnabled(true);
        ContainerRepositoryProperties first = builder.build();
        builder.name("b").listEnabled(false).build();

        assertThat(first.getName()).isEqualTo("a");
        assertThat(first.isListEnabled()).isTrue();
    }

    @Test
    void fromJson_jsonNull_givesNull() throws IOException {
        assertThat(ContainerRepositoryProperties.fromJson(JsonProviders.createReader("null")))
                .isNull();
    }

    @Test
    void fromJson_memberOfWrongKind_namesTheMember() {
        assertThatThrownBy(() -> Json.parse("{\"imageName\":{\"a\":1}}", ContainerRepositoryProperties::fromJson))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("imageName");
    }

    @Test
    void fromJson_unreadableTime_namesTheMember() {
        assertThatThrownBy(() -> Json.parse("{\"createdTime\":\"today\"}", ContainerRepositoryProperties::fromJson))
                .isInstanceOf(IOException.class)
                .hasMessageContainingAll("createdTime", "today");
    }

    @Test
    void fromJson_countBeyondInt_fails() {
        assertThatThrownBy(() -> Json.parse("{\"tagCount\":5000000000}", ContainerRepositoryProperties::fromJson))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("tagCount");
    }

    @Test
    void fromJson_array_fails() {
        assertThatThrownBy(() -> Json.parse("[]", ContainerRepositoryProperties::fromJson))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("START_ARRAY");
    }
}
