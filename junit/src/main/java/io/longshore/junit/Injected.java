// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.junit;

import com.azure.core.credential.TokenCredential;
import com.azure.core.http.HttpClient;
import io.longshore.emulator.RegistryEmulator;
import io.longshore.registry.ContainerRegistryAsyncClient;
import io.longshore.registry.ContainerRegistryClient;
import io.longshore.registry.ContainerRegistryClientBuilder;
import io.longshore.registry.ContainerRegistryContentAsyncClient;
import io.longshore.registry.ContainerRegistryContentClient;
import io.longshore.registry.ContainerRegistryContentClientBuilder;
import io.longshore.registry.ContainerRepository;
import io.longshore.registry.ContainerRepositoryAsync;
import java.lang.reflect.Parameter;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ParameterResolutionException;

/** The types that a test's parameters may have, and how their values are made. */
final class Injected {
    private static final Map<Class<?>, Function<RunningRegistry, Object>> OF_REGISTRY = Map.of(
            RegistryEmulator.class,
            RunningRegistry::emulator,
            HttpClient.class,
            RunningRegistry::httpClient,
            TokenCredential.class,
            RunningRegistry::credential,
            ContainerRegistryClientBuilder.class,
            RunningRegistry::clientBuilder,
            ContainerRegistryClient.class,
            registry -> registry.clientBuilder().buildClient(),
            ContainerRegistryAsyncClient.class,
            registry -> registry.clientBuilder().buildAsyncClient());

    private static final Map<Class<?>, BiFunction<RunningRegistry, String, Object>> OF_REPOSITORY = Map.of(
            ContainerRegistryContentClientBuilder.class,
            RunningRegistry::contentClientBuilder,
            ContainerRegistryContentClient.class,
            (registry, name) -> registry.contentClientBuilder(name).buildClient(),
            ContainerRegistryContentAsyncClient.class,
            (registry, name) -> registry.contentClientBuilder(name).buildAsyncClient(),
            ContainerRepository.class,
            (registry, name) -> registry.clientBuilder().buildClient().getRepository(name),
            ContainerRepositoryAsync.class,
            (registry, name) -> registry.clientBuilder().buildAsyncClient().getRepository(name));

    private Injected() {}

    static boolean isKnown(Class<?> type) {
        return OF_REGISTRY.containsKey(type) || OF_REPOSITORY.containsKey(type);
    }

    static Object value(Parameter parameter, RunningRegistry registry, @Nullable String repository) {
        Function<RunningRegistry, Object> ofRegistry = OF_REGISTRY.get(parameter.getType());
        if (ofRegistry != null) {
            return ofRegistry.apply(registry);
        }
        BiFunction<RunningRegistry, String, Object> ofRepository = OF_REPOSITORY.get(parameter.getType());
        if (ofRepository == null || repository == null) {
            throw new ParameterResolutionException(parameter.getType().getSimpleName() + " " + parameter.getName()
                    + " belongs to a repository: name it with @InRepository(\"name\").");
        }
        return ofRepository.apply(registry, repository);
    }
}
