// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.junit;

import static org.assertj.core.api.Assertions.assertThat;

import com.azure.core.http.HttpClient;
import com.azure.core.http.HttpHeaderName;
import com.azure.core.http.HttpMethod;
import com.azure.core.http.HttpRequest;
import com.azure.core.http.HttpResponse;
import com.azure.core.http.rest.PagedResponse;
import com.azure.core.util.Context;
import io.longshore.emulator.RegistryEmulator;
import io.longshore.registry.ContainerRegistryClient;
import io.longshore.registry.ContainerRegistryClientBuilder;
import io.longshore.registry.ContainerRegistryContentClient;
import java.io.ByteArrayOutputStream;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OptionsTest {
    @Test
    @WithRegistry(anonymousPull = true)
    void anonymousPull_wanted_anybodyMayList(RegistryEmulator registry, ContainerRegistryClientBuilder builder) {
        registry.seed().image("app", "v1");

        ContainerRegistryClient anonymous = builder.credential(null).buildClient();

        assertThat(anonymous.listRepositoryNames()).containsExactly("app");
    }

    @Test
    @WithRegistry(tls = false)
    void tls_notWanted_clientsSpeakHttpWithTokens(RegistryEmulator registry, ContainerRegistryClient client) {
        registry.seed().image("app", "v1");

        assertThat(registry.endpoint()).startsWith("http://");
        assertThat(client.listRepositoryNames()).containsExactly("app");
    }

    @Test
    @WithRegistry(loginRequired = false, tls = false)
    void login_notRequired_noTokenIsAskedFor(RegistryEmulator registry, ContainerRegistryClient client) {
        client.listRepositoryNames().forEach(name -> {});

        assertThat(registry.requests().count()).isEqualTo(1);
    }

    @Test
    @WithRegistry(maximumPageSize = 2)
    void pageSize_small_listingSpansPages(RegistryEmulator registry, ContainerRegistryClient client) {
        registry.seed().repositories("many", 5);

        assertThat(client.listRepositoryNames().streamByPage().map(PagedResponse::getValue))
                .extracting(names -> names.size())
                .containsExactly(2, 2, 1);
    }

    @ParameterizedTest
    @CsvSource({"me:a:secret, 200", "me:another, 401"})
    @WithRegistry(admin = "me:a:secret")
    void admin_wanted_logsInWithThePassword(String login, int status, RegistryEmulator registry, HttpClient http) {
        String encoded = Base64.getEncoder().encodeToString(login.getBytes(StandardCharsets.UTF_8));
        HttpRequest request = new HttpRequest(HttpMethod.GET, registry.endpoint() + "/v2/")
                .setHeader(HttpHeaderName.AUTHORIZATION, "Basic " + encoded);

        try (HttpResponse answer = http.sendSync(request, Context.NONE)) {
            assertThat(answer.getStatusCode()).isEqualTo(status);
        }
    }

    @Test
    @WithRegistry(dataEndpoint = false)
    void dataEndpoint_notWanted_blobsComeFromTheRegistryItself(
            RegistryEmulator registry, @InRepository("app") ContainerRegistryContentClient content) {
        String digest = registry.seed().blob("app", new byte[] {1, 2, 3});

        ByteArrayOutputStream blob = new ByteArrayOutputStream();
        content.downloadStream(digest, Channels.newChannel(blob));

        assertThat(blob.toByteArray()).containsExactly(1, 2, 3);
        assertThat(registry.requests().matching(request -> request.status() == 307))
                .isEmpty();
    }
}
