// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.samples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Every Java snippet in the README and the guide stands, line breaks and indentation aside, in a file that is compiled.
 */
class QuotesTest {
    private static final Path ROOT = Path.of("..");
    private static final Pattern SNIPPET = Pattern.compile("```java\\n(.*?)```", Pattern.DOTALL);

    @Test
    void snippets_areTakenFromCompiledCode() throws IOException {
        String code = compiled();

        for (Path page : pages()) {
            for (String snippet : snippets(page)) {
                assertThat(code.contains(flat(snippet)))
                        .as("compiled somewhere: snippet of " + page + "\n" + snippet)
                        .isTrue();
            }
        }
    }

    @Test
    void readmeAndGuide_haveSnippets() throws IOException {
        assertThat(snippets(ROOT.resolve("README.md"))).isNotEmpty();
        assertThat(snippets(ROOT.resolve("docs/guide/emulator.md"))).isNotEmpty();
    }

    @Test
    void seedExamples_areQuoted() throws IOException {
        String guide = flat(Files.readString(ROOT.resolve("docs/guide/registry.md"))
                + Files.readString(ROOT.resolve("docs/guide/content.md"))
                + Files.readString(ROOT.resolve("docs/guide/login.md")));

        assertThat(List.of(
                        "client.listRepositoryNames()",
                        "image.listTagProperties()",
                        "newArtifactTagProperties().setWriteEnabled(false)",
                        "repository.listManifestProperties(",
                        "client.uploadBlob(",
                        "client.setManifest(",
                        "client.getManifest(",
                        "client.deleteManifest(",
                        "client.deleteBlob(",
                        "AZURE_RESOURCE_MANAGER_CHINA"))
                .allSatisfy(call -> assertThat(guide).contains(call));
    }

    private static List<String> snippets(Path page) throws IOException {
        return SNIPPET.matcher(Files.readString(page)).results().map(MatchResult::group).toList().stream()
                .map(block -> block.substring("```java\n".length(), block.length() - "```".length()))
                .toList();
    }

    private static List<Path> pages() throws IOException {
        try (Stream<Path> guide = Files.walk(ROOT.resolve("docs/guide"))) {
            return Stream.concat(
                            Stream.of(ROOT.resolve("README.md")),
                            guide.filter(file -> file.toString().endsWith(".md")))
                    .toList();
        }
    }

    private static String compiled() throws IOException {
        StringBuilder code = new StringBuilder();
        for (String folder : List.of("samples/src", "junit/src/test", "cli/src")) {
            try (Stream<Path> files = Files.walk(ROOT.resolve(folder))) {
                for (Path file :
                        files.filter(each -> each.toString().endsWith(".java")).toList()) {
                    code.append(flat(Files.readString(file))).append('\n');
                }
            }
        }
        return code.toString();
    }

    /** Indentation and line breaks are the formatter's. */
    private static String flat(String text) {
        return text.replaceAll("\\s+", "");
    }
}
