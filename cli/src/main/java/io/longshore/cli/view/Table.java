// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.cli.view;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Rows whose columns are aligned. Columns whose heading starts with {@code >} are aligned to the right. Not
 * thread-safe.
 */
public final class Table {
    private static final String GAP = "  ";
    private static final String RIGHT = ">";

    private final List<String> headings;
    private final List<List<String>> rows = new ArrayList<>();

    private Table(List<String> headings) {
        this.headings = headings;
    }

    /** An empty table. */
    public static Table of(String... headings) {
        return new Table(List.of(headings));
    }

    /** Adds a row, which has as many cells as there are headings. */
    public Table row(String... cells) {
        if (cells.length != headings.size()) {
            throw new IllegalArgumentException(cells.length + " cells for " + headings.size() + " columns");
        }
        rows.add(List.of(cells));
        return this;
    }

    /** The line with the headings, then one for each row; nothing at their ends. */
    public List<String> lines() {
        List<List<String>> all = new ArrayList<>();
        all.add(headings.stream().map(Table::name).toList());
        all.addAll(rows);
        int[] widths = IntStream.range(0, headings.size())
                .map(column -> all.stream()
                        .mapToInt(row -> row.get(column).length())
                        .max()
                        .orElse(0))
                .toArray();
        return all.stream().map(row -> line(row, widths)).toList();
    }

    private String line(List<String> row, int[] widths) {
        StringBuilder line = new StringBuilder();
        for (int column = 0; column < widths.length; column++) {
            String blanks = " ".repeat(widths[column] - row.get(column).length());
            boolean isRight = headings.get(column).startsWith(RIGHT);
            line.append(column == 0 ? "" : GAP).append(isRight ? blanks + row.get(column) : row.get(column) + blanks);
        }
        return line.toString().stripTrailing();
    }

    private static String name(String heading) {
        return heading.startsWith(RIGHT) ? heading.substring(RIGHT.length()) : heading;
    }
}
