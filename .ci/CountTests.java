// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Element;

/**
 * Counts the tests in the Surefire reports below folders and fails when one that must have run did not. Run as
 * {@code java CountTests.java MUST-RUN-FILE FOLDER...}.
 */
final class CountTests {
    private record Report(String name, int tests, int failed, int skipped) {
        static Report read(Path file) {
            try {
                var factory = DocumentBuilderFactory.newInstance();
                Element suite = factory.newDocumentBuilder().parse(file.toFile()).getDocumentElement();
                int failed = number(suite, "failures") + number(suite, "errors");
                return new Report(
                        suite.getAttribute("name"), number(suite, "tests"), failed, number(suite, "skipped"));
            } catch (Exception e) {
                throw new IllegalStateException("cannot read the report " + file, e);
            }
        }

        private static int number(Element suite, String attribute) {
            return Integer.parseInt(suite.getAttribute(attribute));
        }
    }

    private record Rule(String name, int least) {
        static Rule parse(String line) {
            String[] parts = line.trim().split("\\s+");
            return new Rule(parts[0], Integer.parseInt(parts[1]));
        }

        /** What is wrong in one build, or nothing. */
        List<String> check(Path folder, List<Report> reports) {
            String pattern = "\\Q" + name.replace("*", "\\E.*\\Q") + "\\E";
            List<Report> mine = reports.stream().filter(r -> r.name().matches(pattern)).toList();
            int skipped = mine.stream().mapToInt(Report::skipped).sum();
            int ran = mine.stream().mapToInt(Report::tests).sum() - skipped;
            List<String> wrong = new ArrayList<>();
            if (ran < least) {
                wrong.add(name + " in " + folder + ": " + ran + " tests ran, at least " + least + " must");
            }
            if (skipped > 0) {
                wrong.add(name + " in " + folder + ": " + skipped + " tests were skipped, none may be");
            }
            return wrong;
        }
    }

    public static void main(String[] args) throws IOException {
        List<Rule> rules = Files.readAllLines(Path.of(args[0])).stream()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(Rule::parse)
                .toList();
        List<String> wrong = new ArrayList<>();
        List<Report> all = new ArrayList<>();
        for (String folder : List.of(args).subList(1, args.length)) {
            List<Report> reports = reports(Path.of(folder));
            rules.forEach(rule -> wrong.addAll(rule.check(Path.of(folder), reports)));
            all.addAll(reports);
        }
        wrong.forEach(line -> System.out.println("DID NOT RUN: " + line));
        int failed = all.stream().mapToInt(Report::failed).sum();
        int skipped = all.stream().mapToInt(Report::skipped).sum();
        int passed = all.stream().mapToInt(Report::tests).sum() - failed - skipped;
        System.out.println(passed + " passed, " + failed + " failed, " + skipped + " skipped");
        System.exit(wrong.isEmpty() && failed == 0 && passed > 0 ? 0 : 1);
    }

    private static List<Report> reports(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().matches(".*target/surefire-reports/TEST-[^/]*\\.xml"))
                    .map(Report::read)
                    .toList();
        }
    }
}
