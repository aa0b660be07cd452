// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.behaviour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.azure.core.exception.ClientAuthenticationException;
import io.longshore.emulator.EmulatorCredential;
import io.longshore.emulator.EmulatorOptions;
import io.longshore.emulator.EmulatorPermission;
import io.longshore.emulator.Fault;
import io.longshore.emulator.RegistryEmulator;
import io.longshore.registry.ContainerRegistryClient;
import io.longshore.registry.models.ArtifactTagOrder;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How many requests tokens cost, over https with the emulator's credential. */
class TokenTest {
    private RegistryEmulator registry = RegistryEmulator.start();

    @BeforeEach
    void fill() {
        Seeds.fill(registry);
        registry.requests().clear();
    }

    @AfterEach
    void close() {
        registry.close();
    }

    @Test
    void sixColdReads_twoRepositoriesInTurn_tenRequestsAtMost() {
        Way way = Clients.of(registry).sync();

        for (int round = 0; round < 3; round++) {
            way.properties(Seeds.APP);
            way.properties("other");
        }

        assertThat(registry.requests().all()).hasSizeLessThanOrEqualTo(10);
        assertThat(registry.requests().matching("POST", "/oauth2/exchange.*")).hasSize(1);
        assertThat(registry.requests().matching("POST", "/oauth2/token.*")).hasSize(2);
    }

    @Test
    void oneClient_thirtyTwoThreads_noWrongAndNoExtraToken() throws Exception {
        ContainerRegistryClient client = Clients.of(registry).builder().buildClient();
        List<String> repositories = List.of(Seeds.APP, "other", "library/hello-world", Seeds.APP);
        CountDownLatch together = new CountDownLatch(1);
        ExecutorService threads = Executors.newFixedThreadPool(32);
        try {
            List<Future<String>> names = java.util.stream.IntStream.range(0, 32)
                    .mapToObj(thread -> threads.submit((Callable<String>) () -> {
                        together.await();
                        String seen = "";
                        for (int round = 0; round < 10; round++) {
                            String name = repositories.get((thread + round) % repositories.size());
                            seen = client.getRepository(name).getProperties().getName();
                            assertThat(seen).isEqualTo(name);
                        }
                        return seen;
                    }))
                    .toList();
            together.countDown();
            for (Future<String> name : names) {
                assertThat(name.get(1, TimeUnit.MINUTES)).isNotEmpty();
            }
        } finally {
            threads.shutdownNow();
        }

        assertThat(registry.requests().matching("POST", "/oauth2/exchange.*")).hasSize(1);
        assertThat(registry.requests().matching("POST", "/oauth2/token.*")).hasSize(3);
        assertThat(registry.requests().matching(request -> request.status() == 401))
                .as("only the first request of each thread goes out before a token is known")
                .hasSizeLessThanOrEqualTo(32)
                .allMatch(request -> request.header("authorization").isEmpty());
    }

    @Test
    void knownScope_tokenIsSentWithoutAChallenge() {
        Way way = Clients.of(registry).sync();
        way.properties(Seeds.APP);
        registry.requests().clear();

        way.properties("other");

        assertThat(registry.requests().all())
                .extracting(request -> request.method() + " " + request.status())
                .containsExactly("POST 200", "GET 200");
    }

    @Test
    void anonymous_registryAllowsIt_readsWithoutExchange() {
        try (RegistryEmulator open =
                RegistryEmulator.start(EmulatorOptions.defaults().withAnonymousPull(true))) {
            Seeds.fill(open);
            open.requests().clear();

            assertThat(Clients.of(open).anonymous().sync().allTags(Seeds.APP, ArtifactTagOrder.NONE))
                    .hasSize(5);
            assertThat(open.requests().matching("POST", "/oauth2/exchange.*")).isEmpty();
        }
    }

    @Test
    void anonymous_deleting_isRefusedOnceWithAdvice() {
        try (RegistryEmulator open =
                RegistryEmulator.start(EmulatorOptions.defaults().withAnonymousPull(true))) {
            Seeds.fill(open);
            open.requests().clear();
            Way way = Clients.of(open).anonymous().sync();

            assertThatThrownBy(() -> way.deleteTag(Seeds.APP, "v1"))
                    .isInstanceOf(ClientAuthenticationException.class)
                    .hasMessageContaining("delete tag samples/app:v1 failed: 401 UNAUTHORIZED")
                    .hasMessageContaining("lacks the right");
            assertThat(open.requests().matching("DELETE", ".*")).hasSize(2);
        }
    }

    @Test
    void anonymous_registryWantsALogin_isRefusedWithAdvice() {
        Way way = Clients.of(registry).anonymous().sync();

        assertThatThrownBy(() -> way.properties(Seeds.APP))
                .isInstanceOf(ClientAuthenticationException.class)
                .hasMessageContaining("the token service does not accept this login");
    }

    @Test
    void credentialThatMayOnlyRead_deleting_isRefused() {
        EmulatorCredential reader = new EmulatorCredential(registry)
                .withPermissions(EmulatorPermission.READ, EmulatorPermission.METADATA_READ);
        Way way = Clients.of(registry).with(reader).sync();

        assertThat(way.tagProperties(Seeds.APP, "v1").getName()).isEqualTo("v1");
        assertThatThrownBy(() -> way.deleteTag(Seeds.APP, "v1"))
                .isInstanceOf(ClientAuthenticationException.class)
                .hasMessageContaining("AcrDelete");
    }

    @Test
    void tokenEndpointUnavailable_tokenCallIsRepeatedByItself() {
        registry.faults().add(Fault.status(503).on("POST", "/oauth2/token.*").times(2));
        Way way = Clients.of(registry).sync();

        way.properties(Seeds.APP);

        assertThat(registry.requests().matching("POST", "/oauth2/token.*")).hasSize(3);
        assertThat(registry.requests().matching("GET", "/acr/.*")).hasSize(2);
    }

    @Test
    void accessTokenExpiredUnnoticed_newOneFromTheSameRefreshToken() {
        Way way = Clients.of(registry).sync();
        way.properties(Seeds.APP);
        registry.clock().advance(Duration.ofMinutes(76));
        registry.requests().clear();

        assertThat(way.properties(Seeds.APP).getName()).isEqualTo(Seeds.APP);
        assertThat(registry.requests().all())
                .extracting(request -> request.path() + " " + request.status())
                .containsExactly("/acr/v1/samples/app 401", "/oauth2/token 200", "/acr/v1/samples/app 200");
    }

    @Test
    void refreshTokenExpiredUnnoticed_exchangedAnewOnce() {
        Way way = Clients.of(registry).async();
        way.properties(Seeds.APP);
        registry.clock().advance(Duration.ofHours(4));
        registry.requests().clear();

        assertThat(way.properties(Seeds.APP).getName()).isEqualTo(Seeds.APP);
        assertThat(registry.requests().all())
                .extracting(request -> request.path() + " " + request.status())
                .containsExactly(
                        "/acr/v1/samples/app 401",
                        "/oauth2/token 401",
                        "/oauth2/exchange 200",
                        "/oauth2/token 200",
                        "/acr/v1/samples/app 200");
    }

    @Test
    void storageAfterARedirect_getsNoToken() {
        Way way = Clients.of(registry).sync();

        way.download(Seeds.APP, Scenarios.digest(Seeds.BLOB_TEXT.getBytes(java.nio.charset.StandardCharsets.UTF_8)));

        assertThat(registry.requests().matching("GET", ".*/docker/registry/.*"))
                .hasSize(1)
                .allMatch(request -> request.header("authorization").isEmpty());
    }
}
