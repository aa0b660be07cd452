// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.closure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The client is small: azure-identity and what only tests need must not slip in. */
class RuntimeClosureTest {
    private static final int MOST_JARS = 18;
    private static final long MOST_BYTES = 9L * 1024 * 1024;

    @Test
    void closure_ofTheClient_staysSmall() throws IOException {
        long bytes = 0;
        for (ClassPathEntry entry : closure()) {
            System.out.printf("%,12d  %s%n", entry.bytes(), entry.path());
            bytes += entry.bytes();
        }
        System.out.printf(
                "Runtime closure of the client: %d jars, %.2f MiB%n", closure().size(), bytes / (1024.0 * 1024));
        assertThat(closure()).hasSizeLessThanOrEqualTo(MOST_JARS);
        assertThat(bytes).as("bytes of the closure").isLessThanOrEqualTo(MOST_BYTES);
    }

    @Test
    void closure_ofTheClient_includesItAndItsTransport() throws IOException {
        assertThat(closure())
                .anyMatch(RuntimeClosureTest::isOurs)
                .anyMatch(entry -> entry.path().getFileName().toString().startsWith("okhttp-"));
    }

    @Test
    void ourJar_containsOurClassesOnly() throws IOException {
        for (ClassPathEntry entry : closure()) {
            if (isOurs(entry)) {
                assertThat(entry.classes())
                        .isNotEmpty()
                        .allMatch(
                                name -> name.startsWith("io/longshore/registry/") || name.equals("module-info.class"));
            }
        }
    }

    @Test
    void closure_hasNoModuleOfOursBesideTheClient() throws IOException {
        assertThat(closure())
                .filteredOn(entry -> isOurs(entry)
                        || Files.isDirectory(entry.path())
                        || entry.path().getFileName().toString().startsWith("longshore-"))
                .hasSize(1);
    }

    private static List<ClassPathEntry> closure() throws IOException {
        String resolved = Files.readString(Path.of(System.getProperty("runtime.closure")));
        return Pattern.compile(File.pathSeparator, Pattern.LITERAL)
                .splitAsStream(resolved.trim())
                .map(Path::of)
                .map(ClassPathEntry::new)
                .toList();
    }

    /** In the same build a module is a folder until it is packaged. */
    private static boolean isOurs(ClassPathEntry entry) {
        String path = entry.path().toString().replace('\\', '/');
        return path.contains("/longshore-client") || path.endsWith("/client/target/classes");
    }
}
