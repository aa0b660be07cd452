// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.defects.azure;

import static org.assertj.core.api.Assertions.assertThat;

import com.azure.core.util.BinaryData;
import io.longshore.defects.mark.Defect;
import io.longshore.defects.mark.OfficialFails;
import io.longshore.defects.registry.Clients;
import io.longshore.emulator.RegistryEmulator;
import io.longshore.registry.models.OciAnnotations;
import io.longshore.registry.models.OciDescriptor;
import io.longshore.registry.models.OciImageManifest;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

@Defect(
        id = "13",
        what = "The manifest model writes a wrong version and a wrong time, and loses or refuses what it does not know")
class Defect13ManifestModelTest {
    @AutoClose
    private final RegistryEmulator registry = RegistryEmulator.start();

    private final String config = registry.seed().blob(Clients.REPOSITORY, "{}".getBytes(StandardCharsets.UTF_8));

    @Test
    @OfficialFails("\"schemaVersion\":0")
    void sync_versionNotSet_isTwo() {
        assertThat(syncStored(manifest())).contains("\"schemaVersion\":2");
    }

    @Test
    @OfficialFails("\"schemaVersion\":0")
    void async_versionNotSet_isTwo() {
        assertThat(asyncStored(manifest())).contains("\"schemaVersion\":2");
    }

    @Test
    @OfficialFails("2023-01-01T00:00Z")
    void sync_creationTime_isWrittenByRfc3339() {
        assertThat(syncStored(dated())).contains("\"2023-01-01T00:00:00Z\"");
    }

    @Test
    @OfficialFails("2023-01-01T00:00Z")
    void async_creationTime_isWrittenByRfc3339() {
        assertThat(asyncStored(dated())).contains("\"2023-01-01T00:00:00Z\"");
    }

    @Test
    @OfficialFails("DateTimeParseException")
    void creationTimeOfAnotherForm_doesNotMakeTheManifestUnreadable() {
        OciImageManifest read = pulled("\"annotations\":{\"org.opencontainers.image.created\":\"yesterday\"}");

        assertThat(read.getConfiguration().getDigest()).isEqualTo(config);
    }

    @Test
    @OfficialFails("\"layers\":[]}\"")
    void unknownMembers_surviveARoundTrip() {
        OciImageManifest read = pulled("\"artifactType\":\"application/vnd.example\",\"x-own\":{\"a\":[1,null,true]}");

        assertThat(BinaryData.fromObject(read).toString())
                .contains("\"artifactType\":\"application/vnd.example\"", "\"x-own\":{\"a\":[1,null,true]}");
    }

    private OciImageManifest manifest() {
        return new OciImageManifest()
                .setConfiguration(new OciDescriptor()
                        .setMediaType("application/vnd.example.config")
                        .setDigest(config)
                        .setSizeInBytes(2L))
                .setLayers(List.of());
    }

    private OciImageManifest dated() {
        OffsetDateTime newYear = OffsetDateTime.of(2023, 1, 1, 0, 0, 0, 0, ZoneOffset.UTC);
        return manifest().setSchemaVersion(2).setAnnotations(new OciAnnotations().setCreatedOn(newYear));
    }

    private String syncStored(OciImageManifest manifest) {
        var client = Clients.of(registry).content().buildClient();
        client.setManifest(manifest, "v1");
        return client.getManifest("v1").getManifest().toString();
    }

    private String asyncStored(OciImageManifest manifest) {
        var client = Clients.of(registry).content().buildAsyncClient();
        return client.setManifest(manifest, "v1")
                .then(client.getManifest("v1"))
                .map(read -> read.getManifest().toString())
                .block();
    }

    private OciImageManifest pulled(String members) {
        String json = "{\"schemaVersion\":2,\"config\":{\"mediaType\":\"application/vnd.example.config\",\"digest\":\""
                + config + "\",\"size\":2},\"layers\":[]," + members + "}";
        registry.seed()
                .manifest(
                        Clients.REPOSITORY,
                        "v1",
                        "application/vnd.oci.image.manifest.v1+json",
                        json.getBytes(StandardCharsets.UTF_8));
        var client = Clients.of(registry).content().buildClient();
        return client.getManifest("v1").getManifest().toObject(OciImageManifest.class);
    }
}
