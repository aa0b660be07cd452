// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.cli.demo;

import com.azure.core.http.HttpClient;
import io.longshore.emulator.EmulatorCredential;
import io.longshore.emulator.EmulatorOptions;
import io.longshore.emulator.RecordedRequest;
import io.longshore.emulator.RegistryEmulator;
import io.longshore.registry.ContainerRegistryAsyncClient;
import io.longshore.registry.ContainerRegistryClient;
import io.longshore.registry.ContainerRegistryClientBuilder;
import io.longshore.registry.ContainerRegistryContentClient;
import io.longshore.registry.ContainerRegistryContentClientBuilder;
import io.longshore.registry.transport.RegistryHttpClientBuilder;
import java.util.List;
import java.util.function.ToLongFunction;

/** An emulator in this process: over HTTPS, with login, and anonymous pull allowed. */
public final class EmulatedRegistry implements DemoRegistry {
    private final RegistryEmulator emulator;
    private final HttpClient httpClient;
    private final EmulatorCredential credential;
    private final ContainerRegistryClient client;

    private EmulatedRegistry(RegistryEmulator emulator) {
        this.emulator = emulator;
        this.httpClient = new RegistryHttpClientBuilder()
                .trustCertificates(List.of(emulator.certificate()))
                .build();
        this.credential = new EmulatorCredential(emulator);
        this.client = builder().credential(credential).buildClient();
    }

    /** Starts it on a free port. */
    public static EmulatedRegistry start() {
        return new EmulatedRegistry(
                RegistryEmulator.start(EmulatorOptions.defaults().withAnonymousPull(true)));
    }

    /** What runs. */
    public RegistryEmulator emulator() {
        return emulator;
    }

    @Override
    public String endpoint() {
        return emulator.endpoint();
    }

    @Override
    public ContainerRegistryClient client() {
        return client;
    }

    @Override
    public ContainerRegistryAsyncClient anonymousClient() {
        return builder().buildAsyncClient();
    }

    @Override
    public ContainerRegistryContentClient contentClient(String repository) {
        return new ContainerRegistryContentClientBuilder()
                .endpoint(emulator.endpoint())
                .repositoryName(repository)
                .httpClient(httpClient)
                .credential(credential)
                .buildClient();
    }

    @Override
    public Traffic traffic() {
        List<RecordedRequest> requests = emulator.requests().all();
        return new Traffic(
                requests.size(),
                requests.stream().filter(EmulatedRegistry::asksForToken).count(),
                requests.stream().filter(EmulatedRegistry::hasToken).count(),
                requests.stream().filter(this::isSigned).count(),
                requests.stream()
                        .filter(this::isBare)
                        .filter(request -> request.status() == 401)
                        .count(),
                requests.stream()
                        .filter(this::isBare)
                        .filter(request -> request.status() < 400)
                        .count(),
                sum(requests, RecordedRequest::requestBytes),
                sum(requests, RecordedRequest::responseBytes));
    }

    @Override
    public void close() {
        emulator.close();
    }

    private ContainerRegistryClientBuilder builder() {
        return new ContainerRegistryClientBuilder()
                .endpoint(emulator.endpoint())
                .httpClient(httpClient);
    }

    private static boolean asksForToken(RecordedRequest request) {
        return request.path().startsWith("/oauth2/");
    }

    private static boolean hasToken(RecordedRequest request) {
        return request.header("authorization")
                .filter(value -> value.startsWith("Bearer"))
                .isPresent();
    }

    /** Those of the data endpoint are. */
    private boolean isSigned(RecordedRequest request) {
        return !request.host().equals(emulator.loginServer());
    }

    private boolean isBare(RecordedRequest request) {
        return !isSigned(request) && !asksForToken(request) && !hasToken(request);
    }

    private static long sum(List<RecordedRequest> requests, ToLongFunction<RecordedRequest> bytes) {
        return requests.stream().mapToLong(bytes).sum();
    }
}
