// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.official.readme;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * A Java example of the README.
 *
 * @param heading what it stands under
 * @param code as it stands there
 */
record Example(String heading, String code) {
    /** The page that the build takes from the library's Javadoc jar, which is the README as HTML. */
    private static final Path README = Path.of("target/official-readme/index.html");

    private static final Pattern HEADING_OR_CODE =
            Pattern.compile("<h[1-6][^>]*>(.*?)</h[1-6]>|<pre><code>(.*?)</code></pre>", Pattern.DOTALL);

    static List<Example> all() {
        List<Example> examples = new ArrayList<>();
        String heading = "";
        for (MatchResult found : HEADING_OR_CODE.matcher(readme()).results().toList()) {
            if (found.group(1) != null) {
                heading = text(found.group(1)).trim();
            } else if (!found.group(2).startsWith("&lt;")) {
                // The others are XML: how to declare the dependency.
                examples.add(new Example(heading, text(found.group(2))));
            }
        }
        return examples;
    }

    private static String readme() {
        try {
            return Files.readString(README);
        } catch (IOException e) {
            throw new UncheckedIOException("the build unpacks " + README, e);
        }
    }

    private static String text(String html) {
        return html.replaceAll("<[^>]+>", "")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&quot;", "\"")
                .replace("&#39;", "'")
                .replace("&#64;", "@")
                .replace("&nbsp;", " ")
                .replace("&amp;", "&");
    }
}
