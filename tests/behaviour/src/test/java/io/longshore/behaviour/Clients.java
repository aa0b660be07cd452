// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.behaviour;

import com.azure.core.credential.TokenCredential;
import com.azure.core.http.HttpClient;
import com.azure.core.http.policy.FixedDelayOptions;
import com.azure.core.http.policy.RetryOptions;
import io.longshore.emulator.EmulatorCredential;
import io.longshore.emulator.RegistryEmulator;
import io.longshore.registry.ContainerRegistryClientBuilder;
import io.longshore.registry.ContainerRegistryContentClientBuilder;
import io.longshore.registry.transport.RegistryHttpClientBuilder;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Builders that are ready for an emulator: its address, its certificate, its credential, and retries without waits. */
record Clients(
        RegistryEmulator emulator,
        HttpClient http,
        @Nullable TokenCredential credential) {
    private static final RetryOptions WITHOUT_WAITING =
            new RetryOptions(new FixedDelayOptions(3, Duration.ofMillis(1)));

    static Clients of(RegistryEmulator emulator) {
        return new Clients(emulator, http(emulator), new EmulatorCredential(emulator));
    }

    Clients anonymous() {
        return new Clients(emulator, http, null);
    }

    Clients with(TokenCredential other) {
        return new Clients(emulator, http, other);
    }

    Clients through(HttpClient other) {
        return new Clients(emulator, other, credential);
    }

    ContainerRegistryClientBuilder builder() {
        return new ContainerRegistryClientBuilder()
                .endpoint(emulator.endpoint())
                .credential(credential)
                .httpClient(http)
                .retryOptions(WITHOUT_WAITING)
                .allowLoopbackHttp(!emulator.options().tls());
    }

    ContainerRegistryContentClientBuilder content(String repository) {
        return new ContainerRegistryContentClientBuilder()
                .endpoint(emulator.endpoint())
                .repositoryName(repository)
                .credential(credential)
                .httpClient(http)
                .retryOptions(WITHOUT_WAITING)
                .allowLoopbackHttp(!emulator.options().tls());
    }

    Way sync() {
        return new SyncWay(
                builder().buildClient(), repository -> content(repository).buildClient());
    }

    Way async() {
        return new AsyncWay(
                builder().buildAsyncClient(), repository -> content(repository).buildAsyncClient());
    }

    private static HttpClient http(RegistryEmulator emulator) {
        RegistryHttpClientBuilder http = new RegistryHttpClientBuilder();
        return emulator.options().tls()
                ? http.trustCertificates(List.of(emulator.certificate())).build()
                : http.build();
    }
}
