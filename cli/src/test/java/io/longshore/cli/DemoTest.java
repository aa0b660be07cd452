// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.longshore.cli.demo.EmulatedRegistry;
import io.longshore.cli.view.Terminal;
import io.longshore.emulator.Fault;
import io.longshore.emulator.Seeding;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class DemoTest {
    @TempDir
    private Path temp;

    @Test
    void demo_untouched_tellsEveryStep() throws Exception {
        Run run = Run.of(EmulatedRegistry::start, jars(10), "demo");

        assertThat(run.err()).isEmpty();
        assertThat(run.code()).isZero();
        Golden.check("demo", Golden.normalised(run.out()));
    }

    @Test
    void demo_withFolder_leavesAnImageLayoutThere() throws Exception {
        Path folder = temp.resolve("image");

        Run run = Run.of(EmulatedRegistry::start, jars(5), "demo", "--dir", folder.toString());

        assertThat(run.code()).isZero();
        assertThat(folder).isDirectoryContaining("glob:**/oci-layout").isDirectoryContaining("glob:**/index.json");
        assertThat(folder.resolve("blobs/sha256").toFile().list()).hasSize(7);
    }

    @Test
    void demo_withAFolderThatHoldsAnotherImage_verifiesWhatItPulled() throws Exception {
        Path blobs = Files.createDirectories(temp.resolve("image/blobs/sha256"));
        Files.writeString(blobs.resolve("0".repeat(64)), "of another image");

        Run run = Run.of(
                EmulatedRegistry::start,
                jars(5),
                "demo",
                "--dir",
                temp.resolve("image").toString());

        assertThat(run.err()).isEmpty();
        assertThat(run.out()).contains("7 files read again");
    }

    @Test
    void demo_withAFolderThatIsAFile_saysWhyOnce() throws Exception {
        Path file = Files.writeString(temp.resolve("image"), "");

        Run run = Run.of(EmulatedRegistry::start, jars(5), "demo", "--dir", file.toString());

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.err()).containsOnlyOnce(file.toString());
    }

    @Test
    void demo_failedOnATerminal_saysSoWithoutColours() throws Exception {
        Longshore longshore = new Longshore(new Terminal(true), EmulatedRegistry::start, List::of);

        assertThat(Run.of(longshore, "demo").err()).startsWith("longshore: the demo failed");
    }

    @Test
    void demo_onATerminal_isColoured() throws Exception {
        List<Path> jars = jars(5);
        Longshore longshore = new Longshore(new Terminal(true), EmulatedRegistry::start, () -> jars);

        assertThat(Run.of(longshore, "demo").out()).contains("\033[1mList the repositories\033[0m");
    }

    @ParameterizedTest
    @MethodSource
    void demo_withAFault_failsAtThatStep(Fault fault, String step) throws Exception {
        Run run = Run.of(() -> disturbed(fault), jars(5), "demo");

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.out()).endsWith("    FAILED" + System.lineSeparator());
        assertThat(run.err()).startsWith("longshore: the demo failed at \"" + step);
    }

    static Stream<Arguments> demo_withAFault_failsAtThatStep() {
        return Stream.of(
                Arguments.of(Fault.status(400).on("PUT", "/manifests/1.3"), "Push 5 versions"),
                Arguments.of(Fault.status(404).on("GET", "^/acr/v1/_catalog"), "List the repositories"),
                Arguments.of(Fault.status(403).on("GET", "/_tags\\?.*orderby="), "List the tags"),
                Arguments.of(Fault.status(400).on("GET", "/_manifests\\?"), "List the manifests"),
                Arguments.of(Fault.status(404).on("GET", "^/acr/v1/longshore/app(\\?|$)"), "Read the properties"),
                Arguments.of(Fault.status(400).on("PATCH", "/_tags/"), "Lock a tag"),
                // Refused, but not because of the lock.
                Arguments.of(Fault.status(400).on("DELETE", "/_tags/1.1"), "Lock a tag"),
                // Done, as the client takes 404 for "already deleted".
                Arguments.of(Fault.status(404).on("DELETE", "/_tags/1.1"), "Lock a tag"),
                Arguments.of(Fault.status(404).on("DELETE", "/_tags/latest"), "List the aliases"),
                Arguments.of(Fault.status(404).on("GET", "/blobs/"), "Pull longshore/app:latest"),
                Arguments.of(Fault.status(400).on("DELETE", "/manifests/"), "Keep the newest 3"));
    }

    @Test
    void demo_whoseDeleteIsLost_noticesThatAnImageIsStillThere() throws Exception {
        // The client takes 404 for "already deleted".
        Fault fault = Fault.status(404).on("DELETE", "/v2/longshore/app/manifests/");

        Run run = Run.of(() -> disturbed(fault), jars(5), "demo");

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.err()).contains("Keep the newest 3", "expected what is left of longshore/app");
    }

    @ParameterizedTest
    @MethodSource
    void demo_inARegistryWithOtherContent_noticesIt(Consumer<Seeding> before, String message) throws Exception {
        Run run = Run.of(
                () -> {
                    EmulatedRegistry registry = EmulatedRegistry.start();
                    before.accept(registry.emulator().seed());
                    return registry;
                },
                jars(5),
                "demo");

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.err()).contains("expected " + message);
    }

    static Stream<Arguments> demo_inARegistryWithOtherContent_noticesIt() {
        Consumer<Seeding> repository = seed -> seed.image("other", "1.0");
        Consumer<Seeding> tag = seed -> seed.image("longshore/app", "0.9");
        Consumer<Seeding> manifest = seed -> seed.image("longshore/app", "1.1");
        return Stream.of(
                Arguments.of(repository, "the repositories to be"),
                Arguments.of(tag, "the tags, newest first, to be"),
                // The demonstration moves the tag, so that only the manifest is left.
                Arguments.of(manifest, "the manifests, newest first, to be"));
    }

    @Test
    void demo_withTooFewJars_saysSo() throws Exception {
        Run run = Run.of(EmulatedRegistry::start, jars(4), "demo");

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.err()).contains("at least 5 jars");
    }

    @Test
    void demo_failed_closesItsRegistry() throws Exception {
        AtomicReference<EmulatedRegistry> started = new AtomicReference<>();
        Run.of(
                () -> {
                    started.set(disturbed(Fault.status(404).on("GET", "^/acr/v1/_catalog")));
                    return started.get();
                },
                jars(5),
                "demo");

        assertThat(started.get().emulator().directory()).doesNotExist();
    }

    private static EmulatedRegistry disturbed(Fault fault) {
        EmulatedRegistry registry = EmulatedRegistry.start();
        registry.emulator().faults().add(fault);
        return registry;
    }

    private List<Path> jars(int count) throws IOException {
        List<Path> jars = new ArrayList<>();
        for (int number = 1; number <= count; number++) {
            jars.add(Files.writeString(temp.resolve("jar-" + number + ".jar"), "content ".repeat(1000 * number)));
        }
        return jars;
    }
}
