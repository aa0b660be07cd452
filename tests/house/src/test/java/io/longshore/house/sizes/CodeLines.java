// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.house.sizes;

import java.util.BitSet;

/** Tells which lines of a Java text hold code: something other than blanks and comments. */
final class CodeLines {
    private final String text;
    private final BitSet lines = new BitSet();
    private int at;
    private int line = 1;

    private CodeLines(String text) {
        this.text = text;
    }

    /** The numbers of the lines with code, the first line being 1. */
    static BitSet of(String text) {
        CodeLines reader = new CodeLines(text);
        while (reader.at < text.length()) {
            reader.readNext();
        }
        return reader.lines;
    }

    private void readNext() {
        if (text.startsWith("//", at)) {
            skipTo("\n", false);
        } else if (text.startsWith("/*", at)) {
            at += 2;
            skipTo("*/", false);
        } else if (text.startsWith("\"\"\"", at)) {
            readLiteral("\"\"\"");
        } else if (text.charAt(at) == '"' || text.charAt(at) == '\'') {
            readLiteral(text.substring(at, at + 1));
        } else {
            step(!Character.isWhitespace(text.charAt(at)));
        }
    }

    private void readLiteral(String quote) {
        for (int i = 0; i < quote.length(); i++) {
            step(true);
        }
        skipTo(quote, true);
    }

    private void skipTo(String end, boolean isCode) {
        while (at < text.length() && !text.startsWith(end, at)) {
            if (isCode && text.charAt(at) == '\\') {
                step(true);
            }
            step(isCode && !Character.isWhitespace(text.charAt(Math.min(at, text.length() - 1))));
        }
        for (int i = 0; i < end.length() && at < text.length(); i++) {
            step(isCode);
        }
    }

    private void step(boolean isCode) {
        if (at >= text.length()) {
            return;
        }
        if (isCode) {
            lines.set(line);
        }
        if (text.charAt(at) == '\n') {
            line++;
        }
        at++;
    }
}
