// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.defects.azure;

import static org.assertj.core.api.Assertions.assertThat;

import io.longshore.defects.mark.Defect;
import io.longshore.defects.mark.OfficialFails;
import io.longshore.defects.registry.Clients;
import io.longshore.defects.registry.Content;
import io.longshore.defects.registry.Received;
import io.longshore.defects.registry.Reply;
import io.longshore.defects.registry.ScriptedRegistry;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

@Defect(id = "7", what = "A Link header without parameters breaks the listing")
class Defect07LinkWithoutParametersTest {
    private static final String DIGEST = Content.sha256(Content.random(1));

    @AutoClose
    private final ScriptedRegistry registry = ScriptedRegistry.answering(Defect07LinkWithoutParametersTest::page);

    @Test
    @OfficialFails("StringIndexOutOfBoundsException")
    void sync_tagsInTwoPages_areListed() {
        var artifact = Clients.of(registry).registry().buildClient().getArtifact(Clients.REPOSITORY, DIGEST);

        assertThat(artifact.listTagProperties())
                .extracting(tag -> tag.getName())
                .containsExactly("v1", "v2");
    }

    @Test
    @OfficialFails("StringIndexOutOfBoundsException")
    void async_repositoriesInTwoPages_areListed() {
        var client = Clients.of(registry).registry().buildAsyncClient();

        assertThat(client.listRepositoryNames().toIterable()).containsExactly("a", "b");
    }

    private static Reply page(Received request) {
        boolean isFirst = !request.target().contains("last=");
        String path = request.target().replaceFirst("\\?.*", "");
        Reply page = path.endsWith("_catalog") ? repositories(isFirst) : tags(isFirst);
        return isFirst ? page.with("Link", "<" + path + "?last=a>") : page;
    }

    private static Reply repositories(boolean isFirst) {
        return Reply.json("{\"repositories\":[\"" + (isFirst ? "a" : "b") + "\"]}");
    }

    private static Reply tags(boolean isFirst) {
        return Reply.json("{\"registry\":\"localhost\",\"imageName\":\"samples/app\",\"tags\":[{\"name\":\"v"
                + (isFirst ? 1 : 2) + "\",\"digest\":\"" + DIGEST
                + "\",\"createdTime\":\"2024-04-11T20:48:22Z\",\"lastUpdateTime\":\"2024-04-11T20:48:22Z\","
                + "\"changeableAttributes\":{}}]}");
    }
}
