// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.defects.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import io.longshore.defects.mark.OfficialPasses;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Which exception a caller gets: the same source on both libraries, each held to its column. */
class BehaviourTableTest {
    /** Written anew by {@code mvn -pl tests/defects,tests/defects-official test -Dbehaviour.update=true}. */
    @Test
    @OfficialPasses("the table has a column for it")
    void outcomes_ofEveryOperationInEverySituation_areThoseOfTheTable() throws IOException {
        List<Row> rows = new ArrayList<>();
        Situation.all().forEach(situation -> rows.addAll(situation.rows()));
        rows.addAll(Situation.unreachable());
        if (Boolean.getBoolean("behaviour.update")) {
            BehaviourTable.update(rows);
        }

        Map<String, String> found = new LinkedHashMap<>();
        rows.forEach(row -> found.put(row.key(), row.outcome()));
        assertThat(found).containsExactlyEntriesOf(BehaviourTable.column());
    }
}
