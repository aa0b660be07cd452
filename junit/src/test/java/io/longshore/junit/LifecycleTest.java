// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import io.longshore.emulator.RegistryEmulator;
import io.longshore.registry.ContainerRegistryClient;
import io.longshore.registry.ContainerRegistryContentClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Events;

/** Runs classes of tests, which lie below, and looks at what became of their registries. */
class LifecycleTest {
    @Test
    void registry_ofEachTest_isEmptyAndClosedAfterwards() {
        Events tests = run(OwnRegistries.class);

        tests.assertStatistics(stats -> stats.succeeded(5).failed(0));
        assertThat(OwnRegistries.FOLDERS).hasSize(5).doesNotHaveDuplicates().noneMatch(Files::exists);
    }

    @Test
    void registries_ofParallelTests_areApart() {
        Events tests = EngineTestKit.engine("junit-jupiter")
                .configurationParameter("junit.jupiter.execution.parallel.enabled", "true")
                .configurationParameter("junit.jupiter.execution.parallel.mode.default", "concurrent")
                .configurationParameter("junit.jupiter.execution.parallel.config.strategy", "fixed")
                .configurationParameter("junit.jupiter.execution.parallel.config.fixed.parallelism", "4")
                .selectors(selectClass(Parallel.class))
                .execute()
                .testEvents();

        tests.assertStatistics(stats -> stats.succeeded(8).failed(0));
    }

    @Test
    void registry_shared_isOneForAllAndClosedAfterTheLast() {
        Events tests = run(Shared.class);

        tests.assertStatistics(stats -> stats.succeeded(3).failed(0));
        assertThat(Shared.FOLDERS)
                .hasSize(3)
                .containsOnly(Shared.FOLDERS.element())
                .noneMatch(Files::exists);
    }

    @Test
    void subclass_ofAnnotatedClass_hasRegistries() {
        run(Inheriting.class).assertStatistics(stats -> stats.succeeded(1).failed(0));
    }

    @Test
    void beforeAll_withoutShared_saysWhatToWrite() {
        failure(BeforeAllWithoutShared.class, "@WithRegistry(shared = true)");
    }

    @Test
    void contentClient_withoutRepository_saysWhatToWrite() {
        failure(WithoutRepository.class, "@InRepository(\"name\")");
    }

    @Test
    void admin_withoutPassword_saysHowItIsWritten() {
        failure(AdminWithoutPassword.class, "user:password");
    }

    private static Events run(Class<?> tests) {
        return execute(tests).testEvents();
    }

    private static EngineExecutionResults execute(Class<?> tests) {
        return EngineTestKit.engine("junit-jupiter")
                .selectors(selectClass(tests))
                .execute();
    }

    private static void failure(Class<?> tests, String words) {
        List<String> messages = execute(tests).allEvents().failed().stream()
                .map(event -> event.getRequiredPayload(TestExecutionResult.class))
                .flatMap(result -> result.getThrowable().stream())
                .map(LifecycleTest::messages)
                .toList();
        assertThat(messages).singleElement().asString().contains(words);
    }

    private static String messages(Throwable thrown) {
        StringBuilder text = new StringBuilder();
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            text.append(cause.getMessage()).append('\n');
        }
        return text.toString();
    }

    @WithRegistry
    static class OwnRegistries {
        static final Queue<Path> FOLDERS = new ConcurrentLinkedQueue<>();

        @Test
        void one(RegistryEmulator registry, ContainerRegistryClient client) {
            fill(registry, client);
        }

        @Test
        void two(RegistryEmulator registry, ContainerRegistryClient client) {
            fill(registry, client);
        }

        @ParameterizedTest
        @ValueSource(ints = {1, 2})
        void three(int number, RegistryEmulator registry, ContainerRegistryClient client) {
            fill(registry, client);
        }

        @Nested
        class Inside {
            @Test
            void four(RegistryEmulator registry, ContainerRegistryClient client) {
                fill(registry, client);
            }
        }

        private static void fill(RegistryEmulator registry, ContainerRegistryClient client) {
            FOLDERS.add(registry.directory());
            assertThat(client.listRepositoryNames()).isEmpty();
            registry.seed().image("app", "v1");
        }
    }

    @WithRegistry
    static class Parallel {
        @ParameterizedTest
        @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
        void alone(int number, RegistryEmulator registry, ContainerRegistryClient client) {
            registry.seed().image("app" + number, "v1");
            assertThat(client.listRepositoryNames()).containsExactly("app" + number);
        }
    }

    @WithRegistry(shared = true)
    static class Shared {
        static final Queue<Path> FOLDERS = new ConcurrentLinkedQueue<>();

        private final RegistryEmulator registry;

        Shared(RegistryEmulator registry) {
            this.registry = registry;
        }

        @BeforeAll
        static void seed(RegistryEmulator registry) {
            registry.seed().image("app", "v1");
        }

        @Test
        void one(ContainerRegistryClient client) {
            check(client);
        }

        @Test
        void two(ContainerRegistryClient client) {
            check(client);
        }

        private void check(ContainerRegistryClient client) {
            FOLDERS.add(registry.directory());
            assertThat(client.listRepositoryNames()).containsExactly("app");
        }

        @Nested
        class Inside {
            @Test
            void three(ContainerRegistryClient client) {
                check(client);
            }
        }
    }

    static class Inheriting extends Parent {}

    @WithRegistry
    abstract static class Parent {
        @Test
        void test(RegistryEmulator registry) {
            assertThat(registry.endpoint()).startsWith("https://");
        }
    }

    @WithRegistry
    static class BeforeAllWithoutShared {
        @BeforeAll
        static void seed(RegistryEmulator registry) {
            registry.seed().image("app", "v1");
        }

        @Test
        void test() {}
    }

    @WithRegistry
    static class WithoutRepository {
        @Test
        void test(ContainerRegistryContentClient content) {
            assertThat(content).isNull();
        }
    }

    @WithRegistry(admin = "me")
    static class AdminWithoutPassword {
        @Test
        void test(RegistryEmulator registry) {
            assertThat(registry).isNull();
        }
    }
}
