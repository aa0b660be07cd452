// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.junit;

import com.azure.core.credential.TokenCredential;
import com.azure.core.http.HttpClient;
import io.longshore.emulator.EmulatorCredential;
import io.longshore.emulator.EmulatorOptions;
import io.longshore.emulator.RegistryEmulator;
import io.longshore.registry.ContainerRegistryClientBuilder;
import io.longshore.registry.ContainerRegistryContentClientBuilder;
import io.longshore.registry.transport.RegistryHttpClientBuilder;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionContext.Store.CloseableResource;

/** A registry and how to reach it. JUnit 5 closes it by the one interface, JUnit 6 by the other. */
@SuppressWarnings("deprecation")
final class RunningRegistry implements CloseableResource, AutoCloseable {
    private final RegistryEmulator emulator;
    private final HttpClient httpClient;

    private RunningRegistry(RegistryEmulator emulator) {
        this.emulator = emulator;
        this.httpClient = httpClient(emulator);
    }

    static RunningRegistry start(WithRegistry wanted) {
        return new RunningRegistry(RegistryEmulator.start(options(wanted)));
    }

    RegistryEmulator emulator() {
        return emulator;
    }

    HttpClient httpClient() {
        return httpClient;
    }

    TokenCredential credential() {
        return new EmulatorCredential(emulator);
    }

    ContainerRegistryClientBuilder clientBuilder() {
        return new ContainerRegistryClientBuilder()
                .endpoint(emulator.endpoint())
                .httpClient(httpClient)
                .credential(usualCredential())
                .allowLoopbackHttp(true);
    }

    ContainerRegistryContentClientBuilder contentClientBuilder(String repository) {
        return new ContainerRegistryContentClientBuilder()
                .endpoint(emulator.endpoint())
                .repositoryName(repository)
                .httpClient(httpClient)
                .credential(usualCredential())
                .allowLoopbackHttp(true);
    }

    @Override
    public void close() {
        emulator.close();
    }

    private @Nullable TokenCredential usualCredential() {
        return emulator.options().loginRequired() ? credential() : null;
    }

    private static HttpClient httpClient(RegistryEmulator emulator) {
        RegistryHttpClientBuilder builder = new RegistryHttpClientBuilder();
        return emulator.options().tls()
                ? builder.trustCertificates(List.of(emulator.certificate())).build()
                : builder.build();
    }

    private static EmulatorOptions options(WithRegistry wanted) {
        EmulatorOptions options = EmulatorOptions.defaults()
                .withTls(wanted.tls())
                .withLoginRequired(wanted.loginRequired())
                .withAnonymousPull(wanted.anonymousPull())
                .withMaximumPageSize(wanted.maximumPageSize())
                .withDataEndpoint(wanted.dataEndpoint());
        return wanted.admin().isEmpty() ? options : withAdmin(options, wanted.admin());
    }

    private static EmulatorOptions withAdmin(EmulatorOptions options, String admin) {
        int colon = admin.indexOf(':');
        if (colon < 1 || colon == admin.length() - 1) {
            // Without what was written, which may be a password.
            throw new IllegalArgumentException("The admin of @WithRegistry is written user:password.");
        }
        return options.withAdmin(admin.substring(0, colon), admin.substring(colon + 1));
    }
}
