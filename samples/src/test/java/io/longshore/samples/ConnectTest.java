// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.samples;

import static org.assertj.core.api.Assertions.assertThat;

import com.azure.core.credential.TokenCredential;
import io.longshore.emulator.RegistryEmulator;
import io.longshore.junit.WithRegistry;
import io.longshore.registry.ContainerRegistryClient;
import io.longshore.registry.ContainerRegistryClientBuilder;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import org.junit.jupiter.api.Test;

/** The samples know no certificate of the emulator's, so they meet one without TLS that wants no login. */
class ConnectTest {
    private static final Duration LIMIT = Duration.ofSeconds(30);

    @Test
    @WithRegistry(tls = false, loginRequired = false)
    void clients_ofAllKinds_work(RegistryEmulator registry, TokenCredential credential) {
        registry.seed().image("sample-oci-image", "demo");
        String endpoint = registry.endpoint();

        assertThat(Connect.withEntra(endpoint, credential).listRepositoryNames())
                .containsExactly("sample-oci-image");
        assertThat(Connect.withEntraAsync(endpoint, credential)
                        .listRepositoryNames()
                        .collectList()
                        .block(LIMIT))
                .containsExactly("sample-oci-image");
        assertThat(Connect.anonymously(endpoint).listRepositoryNames()).containsExactly("sample-oci-image");
        assertThat(Connect.logged(endpoint).listRepositoryNames()).containsExactly("sample-oci-image");
        assertThat(Connect.inChina(endpoint, credential).listRepositoryNames()).containsExactly("sample-oci-image");
        assertThat(Connect.forContent(endpoint, credential).getManifest("demo").getDigest())
                .startsWith("sha256:");
    }

    @Test
    @WithRegistry(tls = false)
    void dockerLogin_passwordAndToken_areAccepted(RegistryEmulator registry, TokenCredential credential)
            throws Exception {
        registry.seed().image("samples/app", "v1");
        ContainerRegistryClient client = new ContainerRegistryClientBuilder()
                .endpoint(registry.endpoint())
                .credential(credential)
                .allowLoopbackHttp(true)
                .buildClient();
        String login = DockerLogin.USER + ":" + DockerLogin.password(client);

        assertThat(status(
                        registry,
                        "/oauth2/token?scope=repository:samples/app:pull&service="
                                + URI.create(registry.endpoint()).getAuthority(),
                        "Basic " + Base64.getEncoder().encodeToString(login.getBytes(StandardCharsets.UTF_8))))
                .isEqualTo(200);
        assertThat(status(registry, "/v2/samples/app/manifests/v1", "Bearer " + DockerLogin.pullToken(client)))
                .isEqualTo(200);
    }

    private static int status(RegistryEmulator registry, String path, String authorization) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(registry.endpoint() + path))
                .header("Authorization", authorization)
                .build();
        return HttpClient.newHttpClient()
                .send(request, HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }
}
