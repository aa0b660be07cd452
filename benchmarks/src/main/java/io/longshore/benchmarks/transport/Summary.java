// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.benchmarks.transport;

import com.azure.json.JsonProviders;
import com.azure.json.JsonWriter;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Turns the log of a run into a table and a JSON file.
 *
 * <p>Arguments: the log, the JSON file, the row that the others are compared with.
 */
final class Summary {
    private final List<Sample> samples;
    private final String yardstick;

    private Summary(List<Sample> samples, String yardstick) {
        this.samples = samples;
        this.yardstick = yardstick;
    }

    public static void main(String[] arguments) throws IOException {
        try (Stream<String> log = Files.lines(Path.of(arguments[0]))) {
            Summary summary = new Summary(log.map(Sample::parse).toList(), arguments[2]);
            summary.print();
            summary.write(Path.of(arguments[1]));
        }
    }

    private void print() {
        for (String test : distinct(samples.stream().map(Sample::test))) {
            System.out.printf(
                    Locale.ROOT,
                    "%n%-24s %-22s %-20s %-22s %s%n",
                    test,
                    "wall s, median (spread)",
                    "/ " + yardstick,
                    "CPU s",
                    "peak MiB");
            for (String row : rows(test)) {
                System.out.printf(
                        Locale.ROOT,
                        "  %-22s %-23s %-20s %-22s %s%n",
                        row,
                        Spread.of(of(test, row), Sample::wall),
                        ratio(test, row).map(Spread::toString).orElse("-"),
                        Spread.of(of(test, row), Sample::cpu),
                        peak(test, row));
            }
        }
    }

    private String peak(String test, String row) {
        double peak = Spread.of(of(test, row), Sample::peakMib).median();
        return peak == 0 ? "-" : String.format(Locale.ROOT, "%.0f", peak);
    }

    /** Pairs of the same round, since the machine's mood changes from round to round. */
    private Optional<Spread> ratio(String test, String row) {
        List<Sample> yard = of(test, yardstick).toList();
        if (yard.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(Spread.of(
                of(test, row),
                sample -> sample.wall()
                        / yard.stream()
                                .filter(other -> other.round() == sample.round())
                                .findFirst()
                                .orElseThrow()
                                .wall()));
    }

    private void write(Path file) throws IOException {
        try (Writer text = Files.newBufferedWriter(file);
                JsonWriter json = JsonProviders.createWriter(text)) {
            json.writeStartArray();
            for (String test : distinct(samples.stream().map(Sample::test))) {
                for (String row : rows(test)) {
                    write(json, test, row);
                }
            }
            json.writeEndArray();
        }
    }

    private void write(JsonWriter json, String test, String row) throws IOException {
        json.writeStartObject();
        json.writeStringField("test", test);
        json.writeStringField("row", row);
        write(json, "wallSeconds", Spread.of(of(test, row), Sample::wall));
        write(json, "cpuSeconds", Spread.of(of(test, row), Sample::cpu));
        write(json, "peakMib", Spread.of(of(test, row), Sample::peakMib));
        Optional<Spread> ratio = ratio(test, row);
        if (ratio.isPresent()) {
            write(json, "wallRatio", ratio.get());
        }
        json.writeArrayField("walls", of(test, row).map(Sample::wall).toList(), JsonWriter::writeDouble);
        json.writeEndObject();
    }

    private static void write(JsonWriter json, String name, Spread spread) throws IOException {
        json.writeStartObject(name);
        json.writeDoubleField("median", spread.median());
        json.writeDoubleField("least", spread.least());
        json.writeDoubleField("most", spread.most());
        json.writeEndObject();
    }

    private List<String> rows(String test) {
        return samples.stream()
                .filter(sample -> sample.test().equals(test))
                .map(Sample::row)
                .distinct()
                .sorted()
                .toList();
    }

    private Stream<Sample> of(String test, String row) {
        return samples.stream()
                .filter(sample -> sample.test().equals(test) && sample.row().equals(row));
    }

    private static List<String> distinct(Stream<String> names) {
        return names.distinct().toList();
    }
}
