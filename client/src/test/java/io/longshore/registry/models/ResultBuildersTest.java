// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.registry.models;

import static org.assertj.core.api.Assertions.assertThat;

import com.azure.core.util.BinaryData;
import io.longshore.registry.ContainerRegistryClient;
import io.longshore.registry.ContainerRegistryContentClient;
import io.longshore.registry.ContainerRepository;
import io.longshore.registry.RegistryArtifact;
import java.beans.Introspector;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A test of somebody's program can make whatever a client returns. */
class ResultBuildersTest {
    private static final Map<Class<?>, Object> SAMPLES = Map.ofEntries(
            Map.entry(String.class, "text"),
            Map.entry(int.class, 7),
            Map.entry(Integer.class, 7),
            Map.entry(long.class, 5_000_000_000L),
            Map.entry(Long.class, 5_000_000_000L),
            Map.entry(Boolean.class, true),
            Map.entry(OffsetDateTime.class, OffsetDateTime.parse("2026-01-13T17:34:15.876657Z")),
            Map.entry(BinaryData.class, BinaryData.fromString("{}")),
            Map.entry(ManifestMediaType.class, ManifestMediaType.OCI_IMAGE_MANIFEST),
            Map.entry(ArtifactArchitecture.class, ArtifactArchitecture.RISC_V64),
            Map.entry(ArtifactOperatingSystem.class, ArtifactOperatingSystem.LINUX));

    @Test
    void results_thatWereFound_areThoseOfTheClients() {
        assertThat(results())
                .contains(
                        ArtifactManifestPlatform.class,
                        ArtifactManifestProperties.class,
                        ArtifactTagProperties.class,
                        ContainerRepositoryProperties.class,
                        GetManifestResult.class,
                        SetManifestResult.class,
                        UploadRegistryBlobResult.class);
    }

    @ParameterizedTest
    @MethodSource("results")
    void builder_everyGetter_hasItsCounterpartAndGivesBackWhatWasSet(Class<?> result) throws Exception {
        Object builder = result.getMethod("builder").invoke(null);
        Map<Method, Object> expected = new HashMap<>();
        for (Method getter : getters(result)) {
            Object sample = sample(getter.getGenericReturnType());
            setter(builder, getter).invoke(builder, sample);
            expected.put(getter, sample);
        }

        Object built = builder.getClass().getMethod("build").invoke(builder);

        assertThat(expected).isNotEmpty();
        for (Map.Entry<Method, Object> each : expected.entrySet()) {
            assertThat(each.getKey().invoke(built)).as(each.getKey().toString()).isEqualTo(each.getValue());
        }
    }

    /** What the clients' methods return that is ours, and what that holds. */
    static Stream<Class<?>> results() {
        Stream<Class<?>> returned = Stream.of(
                        ContainerRegistryClient.class,
                        ContainerRegistryContentClient.class,
                        ContainerRepository.class,
                        RegistryArtifact.class)
                .flatMap(client -> Arrays.stream(client.getMethods()))
                .map(method -> innermost(method.getGenericReturnType()));
        return returned.filter(ResultBuildersTest::isResult)
                .distinct()
                .flatMap(result -> Stream.concat(
                        Stream.of(result),
                        getters(result).stream().map(getter -> innermost(getter.getGenericReturnType()))))
                .filter(ResultBuildersTest::isResult)
                .distinct();
    }

    private static boolean isResult(Class<?> type) {
        return type.getPackageName().equals(ResultBuildersTest.class.getPackageName()) && !SAMPLES.containsKey(type);
    }

    private static Class<?> innermost(Type type) {
        return type instanceof ParameterizedType generic
                ? innermost(generic.getActualTypeArguments()[0])
                : type instanceof Class<?> plain && plain.getPackage() != null ? plain : Object.class;
    }

    private static List<Method> getters(Class<?> result) {
        return Arrays.stream(result.getDeclaredMethods())
                .filter(method -> Modifier.isPublic(method.getModifiers()) && !Modifier.isStatic(method.getModifiers()))
                .filter(method ->
                        method.getParameterCount() == 0 && method.getName().matches("(get|is)[A-Z].*"))
                .toList();
    }

    private static Method setter(Object builder, Method getter) {
        String name = Introspector.decapitalize(getter.getName().replaceFirst("^(get|is)", ""));
        return Arrays.stream(builder.getClass().getMethods())
                .filter(method -> method.getName().equals(name) && method.getParameterCount() == 1)
                .findFirst()
                .orElseThrow(() -> new AssertionError("the builder lacks " + name));
    }

    private static Object sample(Type type) throws ReflectiveOperationException {
        if (type instanceof ParameterizedType list) {
            return List.of(sample(list.getActualTypeArguments()[0]));
        }
        Object plain = SAMPLES.get(type);
        if (plain != null) {
            return plain;
        }
        Object builder = ((Class<?>) type).getMethod("builder").invoke(null);
        return builder.getClass().getMethod("build").invoke(builder);
    }
}
