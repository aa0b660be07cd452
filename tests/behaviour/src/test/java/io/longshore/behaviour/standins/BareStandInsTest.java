// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.behaviour.standins;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.azure.core.util.BinaryData;
import com.azure.core.util.Context;
import io.longshore.registry.ContainerRegistryAsyncClient;
import io.longshore.registry.ContainerRegistryClient;
import io.longshore.registry.ContainerRegistryContentAsyncClient;
import io.longshore.registry.ContainerRegistryContentClient;
import io.longshore.registry.ContainerRepository;
import io.longshore.registry.ContainerRepositoryAsync;
import io.longshore.registry.RegistryArtifact;
import io.longshore.registry.RegistryArtifactAsync;
import io.longshore.registry.models.ArtifactManifestOrder;
import io.longshore.registry.models.ArtifactManifestProperties;
import io.longshore.registry.models.ArtifactTagOrder;
import io.longshore.registry.models.ArtifactTagProperties;
import io.longshore.registry.models.ContainerRepositoryProperties;
import io.longshore.registry.models.OciImageManifest;
import io.longshore.registry.models.SetManifestOptions;
import io.longshore.registry.models.UploadBlobOptions;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.channels.Channels;
import java.nio.channels.WritableByteChannel;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;

/** Stand-ins that override nothing: each method says what is missing, the new ones that are still to come too. */
class BareStandInsTest {
    private static final BinaryData CONTENT = BinaryData.fromString("content");

    @TempDir
    private Path folder;

    @TestFactory
    Stream<DynamicTest> everyMethod_notOverridden_saysWhatToDo() {
        return Stream.of(
                        new ContainerRegistryClient() {},
                        new ContainerRegistryAsyncClient() {},
                        new ContainerRegistryContentClient() {},
                        new ContainerRegistryContentAsyncClient() {},
                        new ContainerRepository() {},
                        new ContainerRepositoryAsync() {},
                        new RegistryArtifact() {},
                        new RegistryArtifactAsync() {})
                .flatMap(this::tests);
    }

    private Stream<DynamicTest> tests(Object standIn) {
        Class<?> type = standIn.getClass().getSuperclass();
        return Arrays.stream(type.getDeclaredMethods())
                .filter(method -> Modifier.isPublic(method.getModifiers()) && !method.isSynthetic())
                .map(method -> DynamicTest.dynamicTest(
                        type.getSimpleName() + "." + method.getName(),
                        () -> assertThatThrownBy(() -> call(standIn, method))
                                .isInstanceOf(UnsupportedOperationException.class)
                                .hasMessageContaining("this " + type.getSimpleName() + " is a stand-in")
                                .hasMessageContaining("override it")));
    }

    private void call(Object standIn, Method method) throws Throwable {
        Object[] arguments =
                Arrays.stream(method.getParameterTypes()).map(this::sample).toArray();
        try {
            Object result = method.invoke(standIn, arguments);
            if (result instanceof Publisher<?> publisher) {
                Flux.from(publisher).blockLast();
            }
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    private Object sample(Class<?> type) {
        Map<Class<?>, Object> samples = Map.ofEntries(
                Map.entry(String.class, "sha256:" + "0".repeat(64)),
                Map.entry(String[].class, new String[] {"registry:catalog:*"}),
                Map.entry(Context.class, Context.NONE),
                Map.entry(BinaryData.class, CONTENT),
                Map.entry(Path.class, folder.resolve("content")),
                Map.entry(InputStream.class, InputStream.nullInputStream()),
                Map.entry(WritableByteChannel.class, Channels.newChannel(new ByteArrayOutputStream())),
                Map.entry(OciImageManifest.class, new OciImageManifest()),
                Map.entry(SetManifestOptions.class, new SetManifestOptions(new OciImageManifest())),
                Map.entry(UploadBlobOptions.class, new UploadBlobOptions(CONTENT)),
                Map.entry(ArtifactManifestOrder.class, ArtifactManifestOrder.NONE),
                Map.entry(ArtifactTagOrder.class, ArtifactTagOrder.NONE),
                Map.entry(ArtifactManifestProperties.class, new ArtifactManifestProperties()),
                Map.entry(ArtifactTagProperties.class, new ArtifactTagProperties()),
                Map.entry(ContainerRepositoryProperties.class, new ContainerRepositoryProperties()));
        Object sample = samples.get(type);
        if (sample == null) {
            throw new IllegalStateException("no sample of " + type + ": add one here");
        }
        return sample;
    }
}
