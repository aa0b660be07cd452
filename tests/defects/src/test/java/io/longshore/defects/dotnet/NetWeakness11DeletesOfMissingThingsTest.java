// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.defects.dotnet;

import static org.assertj.core.api.Assertions.assertThat;

import com.azure.core.http.rest.Response;
import com.azure.core.util.Context;
import io.longshore.defects.mark.Defect;
import io.longshore.defects.mark.Deliberate;
import io.longshore.defects.mark.OfficialFails;
import io.longshore.defects.registry.Clients;
import io.longshore.defects.registry.Content;
import io.longshore.emulator.RegistryEmulator;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;

@Deliberate(3)
@Defect(id = "N11", what = "Deleting what is not there succeeds or fails, depending on what it is")
class NetWeakness11DeletesOfMissingThingsTest {
    private static final String DIGEST = Content.sha256(Content.random(9));

    @AutoClose
    private final RegistryEmulator registry = RegistryEmulator.start();

    @Test
    @OfficialFails("[202, 202, 202, 202, 202, 202]")
    void sync_nothingToDelete_isNoFailureAndVisible() {
        var client = Clients.of(registry).registry().buildClient();
        var content = Clients.of(registry).content().buildClient();
        var repository = client.getRepository(Clients.REPOSITORY);

        assertThat(Stream.of(
                        content.deleteBlobWithResponse(DIGEST, Context.NONE),
                        content.deleteManifestWithResponse(DIGEST, Context.NONE),
                        repository.getArtifact(DIGEST).deleteWithResponse(Context.NONE),
                        repository.getArtifact("v1").deleteTagWithResponse("v1", Context.NONE),
                        repository.deleteWithResponse(Context.NONE),
                        client.deleteRepositoryWithResponse(Clients.REPOSITORY, Context.NONE)))
                .extracting(Response::getStatusCode)
                .containsOnly(404);
    }

    @Test
    @OfficialFails("[202, 202, 202, 202, 202, 202]")
    void async_nothingToDelete_isNoFailureAndVisible() {
        var client = Clients.of(registry).registry().buildAsyncClient();
        var content = Clients.of(registry).content().buildAsyncClient();
        var repository = client.getRepository(Clients.REPOSITORY);

        assertThat(Flux.concat(
                                content.deleteBlobWithResponse(DIGEST),
                                content.deleteManifestWithResponse(DIGEST),
                                repository.getArtifact(DIGEST).deleteWithResponse(),
                                repository.getArtifact("v1").deleteTagWithResponse("v1"),
                                repository.deleteWithResponse(),
                                client.deleteRepositoryWithResponse(Clients.REPOSITORY))
                        .toIterable())
                .extracting(Response::getStatusCode)
                .containsOnly(404);
    }
}
