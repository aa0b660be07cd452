// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.defects.ours;

import static org.assertj.core.api.Assertions.assertThat;

import io.longshore.defects.behaviour.BehaviourTable;
import io.longshore.defects.mark.Deliberate;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The libraries differ where the guide says so, and nowhere else. */
class DifferenceListTest {
    private static final Path PAGE = Path.of("../../docs/guide/differences.md");
    private static final Pattern ITEM = Pattern.compile("^(\\d+)\\. \\*\\*", Pattern.MULTILINE);
    private static final Pattern DIFFERENCE = Pattern.compile("difference (\\d+)");

    /** Compared by reflection, in a module that has both libraries. */
    private static final int API = 1;

    @Test
    void differences_areTenAtMostAndNumbered() throws IOException {
        List<Integer> numbers = listed();

        assertThat(numbers).hasSizeLessThanOrEqualTo(10);
        for (int i = 0; i < numbers.size(); i++) {
            assertThat(numbers.get(i)).isEqualTo(i + 1);
        }
    }

    @Test
    void differences_ofTheGuide_areThoseThatTestsShow() throws IOException {
        Set<Integer> shown = new TreeSet<>(Set.of(API));
        for (BehaviourTable.Line line : BehaviourTable.lines()) {
            DIFFERENCE.matcher(line.reason()).results().forEach(found -> shown.add(Integer.valueOf(found.group(1))));
        }
        for (Class<?> test : DefectTests.classes()) {
            if (test.isAnnotationPresent(Deliberate.class)) {
                shown.add(test.getAnnotation(Deliberate.class).value());
            }
        }

        assertThat(shown).containsExactlyElementsOf(listed());
    }

    @Test
    void behaviour_thatDiffers_hasAReason() throws IOException {
        Set<String> defects = new TreeSet<>();
        DefectTests.all()
                .forEach(shown -> defects.add("defect " + shown.defect().id()));

        assertThat(BehaviourTable.lines())
                .hasSizeGreaterThan(400)
                .allMatch(line ->
                        line.ours().equals(line.official()) == line.reason().isEmpty())
                .allMatch(line -> line.reason().isEmpty()
                        || defects.contains(line.reason())
                        || DIFFERENCE.matcher(line.reason()).matches());
    }

    private static List<Integer> listed() throws IOException {
        return ITEM.matcher(Files.readString(PAGE))
                .results()
                .map(found -> Integer.valueOf(found.group(1)))
                .toList();
    }
}
