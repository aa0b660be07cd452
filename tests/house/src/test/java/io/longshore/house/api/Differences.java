// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.house.api;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Two listings compared, each member under its type. */
final class Differences {
    /** The rest of a heading may change without every member being shown. */
    private static final Pattern NAME = Pattern.compile("^.*?(?:class|interface|enum|record) ([^ <]+).*$");

    private Differences() {}

    /** The lines that went, with a minus, and those that came, with a plus. */
    static List<String> between(List<String> before, List<String> after) {
        Set<String> old = qualified(before);
        Set<String> now = qualified(after);
        List<String> found = new ArrayList<>();
        old.stream().filter(line -> !now.contains(line)).forEach(line -> found.add("- " + line));
        now.stream().filter(line -> !old.contains(line)).forEach(line -> found.add("+ " + line));
        return found;
    }

    private static Set<String> qualified(List<String> lines) {
        Set<String> found = new LinkedHashSet<>();
        String type = "";
        for (String line : lines) {
            boolean isMember = line.startsWith(" ");
            type = isMember ? type : NAME.matcher(line).replaceFirst("$1");
            found.add(isMember ? type + " : " + line.trim() : line);
        }
        return found;
    }
}
