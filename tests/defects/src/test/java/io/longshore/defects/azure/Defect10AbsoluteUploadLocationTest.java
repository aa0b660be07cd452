// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.defects.azure;

import static org.assertj.core.api.Assertions.assertThat;

import com.azure.core.util.BinaryData;
import io.longshore.defects.mark.Defect;
import io.longshore.defects.mark.OfficialFails;
import io.longshore.defects.registry.Clients;
import io.longshore.defects.registry.Content;
import io.longshore.defects.registry.ScriptedRegistry;
import io.longshore.defects.registry.Sessions;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@Defect(
        id = "10",
        what = "An upload's Location with a host, which the specification allows, is appended to the endpoint")
class Defect10AbsoluteUploadLocationTest {
    private final BinaryData content = BinaryData.fromString("content");
    private final AtomicReference<String> endpoint = new AtomicReference<>("");

    @AutoClose
    private final ScriptedRegistry registry = ScriptedRegistry.answering(
            Sessions.answering(path -> endpoint.get() + path, Content.sha256(content.toBytes())));

    @BeforeEach
    void know() {
        endpoint.set(registry.endpoint());
    }

    @Test
    @OfficialFails("Expecting all elements")
    void sync_locationWithHost_isFollowed() {
        Clients.of(registry).content().buildClient().uploadBlob(content);

        assertThat(registry.requests()).allMatch(request -> request.target().startsWith("/v2/"));
    }

    @Test
    @OfficialFails("Expecting all elements")
    void async_locationWithHost_isFollowed() {
        Clients.of(registry).content().buildAsyncClient().uploadBlob(content).block();

        assertThat(registry.requests()).allMatch(request -> request.target().startsWith("/v2/"));
    }
}
