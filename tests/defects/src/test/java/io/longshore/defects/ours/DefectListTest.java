// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.defects.ours;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** No defect is without a test, and the guide lists them all. */
class DefectListTest {
    private static final Path PAGE = Path.of("../../docs/guide/defects.md");

    private final List<Shown> tests = DefectTests.all();

    @Test
    void defects_ofBothLibraries_allHaveTests() {
        Stream<String> java = IntStream.concat(IntStream.rangeClosed(1, 15), IntStream.of(19, 20, 21, 25))
                .mapToObj(String::valueOf);
        Stream<String> net = IntStream.concat(IntStream.rangeClosed(1, 9), IntStream.rangeClosed(11, 13))
                .mapToObj(number -> "N" + number);

        assertThat(tests.stream().map(shown -> shown.defect().id()).distinct())
                .containsExactlyElementsOf(Stream.concat(java, net).toList());
    }

    @Test
    void tests_bearTheirNumberAndOneMark() {
        assertThat(tests).allMatch(Shown::isNamedAfterIt).allMatch(Shown::isMarkedOnce);
    }

    /** Written anew by {@code mvn -pl tests/defects test -Ddefects.update=true}. */
    @Test
    void page_ofTheGuide_listsEveryTest() throws IOException {
        String page = Files.readString(PAGE);
        String wanted = page.substring(0, page.indexOf("| test class |"))
                + DefectTests.table("", tests)
                + page.substring(page.indexOf("\n## The .NET library"), page.lastIndexOf("| test class |"))
                + DefectTests.table("N", tests);
        if (Boolean.getBoolean("defects.update")) {
            Files.writeString(PAGE, wanted);
        }

        assertThat(Files.readString(PAGE)).isEqualTo(wanted);
    }
}
