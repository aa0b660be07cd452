// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.cli.view;

import java.util.ArrayList;
import java.util.List;

/** Text in lines of a certain width. */
public final class Paragraph {
    private Paragraph() {}

    /** Breaks text at its blanks; a word that is longer than the width has a line of its own. */
    public static List<String> wrapped(String text, int width) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : text.strip().split("\\s+", -1)) {
            if (line.length() > 0 && line.length() + 1 + word.length() > width) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.length() == 0 ? "" : " ").append(word);
        }
        lines.add(line.toString());
        return List.copyOf(lines);
    }
}
