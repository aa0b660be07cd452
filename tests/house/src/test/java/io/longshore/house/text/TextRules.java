// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.house.text;

import io.longshore.house.source.SourceFile;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What every Java file starts with, and words that stand for work left undone or checks that check nothing. */
final class TextRules {
    static final String HEADER = "// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.";

    // Written with brackets, so that this file does not break its own rules.
    private static final List<Pattern> NOWHERE = Stream.of(
                    "(T[O]DO|F[I]XME|X[X]X|H[A]CK)\\b",
                    "(?i)not (yet )?[i]mplemented",
                    "UnsupportedOperation[E]xception\\(\\)",
                    "@[D]isabled|@[I]gnore",
                    "assume[T]rue\\(false|assert[T]rue\\(true\\)",
                    "catch \\([\\w.| ]*(Exception|Throwable|Error) \\w+\\) *\\{\\s*\\}",
                    // The formatter folds the lines of a snippet into one; an example is written in pre and code.
                    "\\{@[s]nippet")
            .map(Pattern::compile)
            .toList();

    private static final Pattern NOT_IN_TESTS = Pattern.compile("\\b[T]hread\\.sleep|\\b[A-Z]+S\\.[s]leep\\b");

    private TextRules() {}

    static List<String> violations(List<SourceFile> files) {
        List<String> violations = new ArrayList<>();
        for (SourceFile file : files) {
            if (!file.text().startsWith(HEADER + "\n")) {
                violations.add(file.path() + ": the first line is not the licence header");
            }
            NOWHERE.forEach(word -> find(word, file, violations));
            if (file.isTest()) {
                find(NOT_IN_TESTS, file, violations);
            }
        }
        return violations;
    }

    private static void find(Pattern word, SourceFile file, List<String> violations) {
        word.matcher(file.text())
                .results()
                .map(found -> file.path() + ":" + line(file.text(), found.start()) + ": " + found.group())
                .forEach(violations::add);
    }

    private static long line(String text, int position) {
        return 1 + text.substring(0, position).chars().filter(c -> c == '\n').count();
    }
}
