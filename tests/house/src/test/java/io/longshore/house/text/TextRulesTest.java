// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.house.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.longshore.house.source.Project;
import io.longshore.house.source.SourceFile;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextRulesTest {
    @Test
    void texts_ofTheProject_keepTheRules() {
        assertThat(TextRules.violations(Project.javaFiles())).isEmpty();
    }

    @Test
    void text_withHeader_passes() {
        assertThat(check("src/main/java/A.java", TextRules.HEADER + "\nclass A {}\n"))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"class A {}\n", "\n" + TextRules.HEADER + "\n", "// Copyright (c) others.\n"})
    void text_withoutHeader_reported(String text) {
        assertThat(check("src/main/java/A.java", text))
                .containsExactly("src/main/java/A.java: the first line is not the licence header");
    }

    // The marks in the words keep this file within its own rules.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "// TO|DO later",
                "// FIX|ME",
                "// XX|X",
                "// HA|CK",
                "throw new X(\"Not yet imple|mented\");",
                "throw new UnsupportedOperation|Exception();",
                "@Dis|abled void a() {}",
                "@Ig|nore void a() {}",
                "assume|True(false);",
                "assert|True(true);",
                "try { a(); } catch (IOExc|eption e) {}",
                "try { a(); } catch (IOExc|eption | RuntimeException e) {\n}",
                "/** {@snip|pet : a } */"
            })
    void text_withForbiddenWord_reported(String text) {
        String whole = TextRules.HEADER + "\n" + text.replaceFirst("(?<! )[|](?! )", "") + "\n";
        assertThat(check("src/main/java/A.java", whole)).hasSize(1).allMatch(v -> v.contains("A.java:2: "));
    }

    @Test
    void text_thatSleeps_reportedInTestsOnly() {
        String text = TextRules.HEADER + "\nThread" + ".sleep(1); TimeUnit.SECONDS" + ".sleep(1); MILLISECONDS"
                + ".sleep(1);\n";
        assertThat(check("client/src/test/java/A.java", text)).hasSize(3);
        assertThat(check("client/src/main/java/A.java", text)).isEmpty();
    }

    private static List<String> check(String path, String text) {
        return TextRules.violations(List.of(new SourceFile(path, text)));
    }
}
