// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.defects.dotnet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.longshore.defects.mark.Defect;
import io.longshore.defects.mark.OfficialFails;
import io.longshore.defects.mark.OfficialPasses;
import io.longshore.defects.registry.Clients;
import io.longshore.defects.registry.Content;
import io.longshore.defects.registry.ScriptedRegistry;
import io.longshore.defects.registry.Stored;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

@Defect(id = "N8", what = "The limit for manifests is looked at when the whole answer is in memory")
class NetWeakness08ManifestLimitAfterReadingTest {
    private static final int HUGE = 64 * 1024 * 1024;

    @AutoClose
    private final ScriptedRegistry registry = ScriptedRegistry.answering(request ->
            Stored.manifest(new byte[HUGE], Content.sha256(new byte[1])).chunked());

    @Test
    @OfficialPasses("its sync client refuses an answer without a length before it reads it")
    void sync_hugeAnswerOfUnknownLength_isNotReadToItsEnd() {
        var client = Clients.of(registry).content().buildClient();

        assertThatThrownBy(() -> client.getManifest("v1")).isInstanceOf(RuntimeException.class);
        assertThat(registry.sentBytes()).isLessThan(HUGE / 2);
    }

    @Test
    @OfficialFails("to be less than")
    void async_hugeAnswerOfUnknownLength_isNotReadToItsEnd() {
        var reading = Clients.of(registry).content().buildAsyncClient().getManifest("v1");

        assertThatThrownBy(reading::block).isInstanceOf(RuntimeException.class);
        assertThat(registry.sentBytes()).isLessThan(HUGE / 2);
    }
}
