// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.cli.view;

import java.util.Map;
import java.util.Properties;

/**
 * What the place that is written to can show.
 *
 * @param hasColours whether it understands the sequences for colours
 */
public record Terminal(boolean hasColours) {
    /** The launcher says so: Java itself cannot tell on all versions whether only the output is redirected. */
    private static final String IS_TERMINAL = "longshore.terminal";

    /** Shows plain text, as files and pipes do. */
    public static Terminal plain() {
        return new Terminal(false);
    }

    /** The terminal, if any, that this process writes to; plain if {@code NO_COLOR} is set or it is a dumb one. */
    public static Terminal of(Properties properties, Map<String, String> environment) {
        boolean isTerminal = Boolean.parseBoolean(properties.getProperty(IS_TERMINAL));
        boolean isUnwanted = !environment.getOrDefault("NO_COLOR", "").isEmpty();
        boolean isDumb = environment.getOrDefault("TERM", "").equals("dumb");
        return new Terminal(isTerminal && !isUnwanted && !isDumb);
    }

    /** For headings. */
    public String bold(String text) {
        return coloured("1", text);
    }

    /** For what is there for the record. */
    public String dim(String text) {
        return coloured("2", text);
    }

    /** For what went well. */
    public String green(String text) {
        return coloured("32", text);
    }

    /** For what failed. */
    public String red(String text) {
        return coloured("31", text);
    }

    /** For what was refused. */
    public String yellow(String text) {
        return coloured("33", text);
    }

    /** For names. */
    public String cyan(String text) {
        return coloured("36", text);
    }

    private String coloured(String code, String text) {
        return hasColours ? "\033[" + code + "m" + text + "\033[0m" : text;
    }
}
