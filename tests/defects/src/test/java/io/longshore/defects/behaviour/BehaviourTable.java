// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.defects.behaviour;

import io.longshore.defects.transport.Library;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The table on file: situation, operation, API, what ours does, what the official one does, why they differ. */
public final class BehaviourTable {
    private static final Path FILE = Path.of("../defects/src/test/resources/behaviour.txt");
    private static final String SEPARATOR = " | ";

    private BehaviourTable() {}

    /**
     * A line of the table.
     *
     * @param ours the outcome here
     * @param official the outcome there
     * @param reason why they differ, or nothing
     */
    public record Line(String key, String ours, String official, String reason) {
        static Line parse(String text) {
            String[] cells = text.split(" \\| ?", -1);
            String key = String.join(SEPARATOR, cells[0], cells[1], cells[2]);
            return new Line(key, cells[3], cells[4], cells[5]);
        }

        String column() {
            return Library.COLUMN.equals("ours") ? ours : official;
        }

        Line with(String outcome) {
            return Library.COLUMN.equals("ours")
                    ? new Line(key, outcome, official, reason)
                    : new Line(key, ours, outcome, reason);
        }

        String text() {
            return String.join(SEPARATOR, key, ours, official, reason).stripTrailing();
        }
    }

    /** All lines. */
    public static List<Line> lines() throws IOException {
        return Files.exists(FILE)
                ? Files.readAllLines(FILE).stream()
                        .map(text -> Line.parse(text.endsWith(" |") ? text + " " : text))
                        .toList()
                : List.of();
    }

    /** This library's column. */
    static Map<String, String> column() throws IOException {
        Map<String, String> column = new LinkedHashMap<>();
        lines().forEach(line -> column.put(line.key(), line.column()));
        return column;
    }

    /** Writes this library's column anew and leaves the others as they are. */
    static void update(List<Row> rows) throws IOException {
        Map<String, Line> known = new LinkedHashMap<>();
        lines().forEach(line -> known.put(line.key(), line));
        List<String> texts = new ArrayList<>();
        for (Row row : rows) {
            Line line = known.getOrDefault(row.key(), new Line(row.key(), "", "", ""));
            texts.add(line.with(row.outcome()).text());
        }
        Files.write(FILE, texts);
    }
}
