// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.defects.registry;

import com.azure.core.credential.AccessToken;
import com.azure.core.credential.TokenCredential;
import com.azure.core.http.HttpClient;
import com.azure.core.http.policy.FixedDelayOptions;
import com.azure.core.http.policy.RetryOptions;
import io.longshore.defects.transport.Trust;
import io.longshore.emulator.EmulatorCredential;
import io.longshore.emulator.RegistryEmulator;
import io.longshore.registry.ContainerRegistryClientBuilder;
import io.longshore.registry.ContainerRegistryContentClientBuilder;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Builders that are ready for a registry of these tests, without retries unless a test sets them. */
public record Clients(String endpoint, @Nullable TokenCredential credential, HttpClient http) {
    /** The repository of most tests. */
    public static final String REPOSITORY = "samples/app";

    private static final RetryOptions NO_RETRIES = new RetryOptions(new FixedDelayOptions(0, Duration.ofMillis(1)));

    private static final HttpClient SCRIPTED = Trust.in(ServerIdentity.certificate());

    /** With the emulator's own credential. */
    public static Clients of(RegistryEmulator emulator) {
        return new Clients(emulator.endpoint(), new EmulatorCredential(emulator), Trust.in(emulator.certificate()));
    }

    /** Without a credential. */
    public static Clients of(ScriptedRegistry registry) {
        return new Clients(registry.endpoint(), null, SCRIPTED);
    }

    /** With a credential that always has the same Entra token. */
    public Clients withLogin() {
        AccessToken token =
                new AccessToken("entra", OffsetDateTime.now(ZoneOffset.UTC).plusHours(1));
        return new Clients(endpoint, request -> Mono.just(token), http);
    }

    /** For the registry. */
    public ContainerRegistryClientBuilder registry() {
        return new ContainerRegistryClientBuilder()
                .endpoint(endpoint)
                .credential(credential)
                .httpClient(http)
                .retryOptions(NO_RETRIES);
    }

    /** For the content of the usual repository. */
    public ContainerRegistryContentClientBuilder content() {
        return new ContainerRegistryContentClientBuilder()
                .endpoint(endpoint)
                .repositoryName(REPOSITORY)
                .credential(credential)
                .httpClient(http)
                .retryOptions(NO_RETRIES);
    }
}
