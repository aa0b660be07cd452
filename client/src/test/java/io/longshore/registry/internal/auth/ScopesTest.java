// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.registry.internal.auth;

import static org.assertj.core.api.Assertions.assertThat;

import io.longshore.registry.internal.fake.Seeds;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScopesTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "repository:a:push,pull | repository:a:pull,push",
                "repository:t:pull,push repository:s:pull | repository:s:pull  repository:t:push,pull",
                "repository:a:pull repository:a:push | repository:a:push,pull",
                "repository:a:pull,pull | repository:a:pull",
            })
    void equals_sameRightsInAnotherOrder_isTrue(String one, String other) {
        assertThat(new Scopes(one)).isEqualTo(new Scopes(other)).hasSameHashCodeAs(new Scopes(other));
    }

    @ParameterizedTest
    @CsvSource({
        "repository:a:pull, repository:b:pull",
        "repository:a:pull, repository:a:push",
        "repository:a:pull, registry:a:pull",
        "repository:a:metadata_read, ''",
    })
    void equals_otherRights_isFalse(String one, String other) {
        assertThat(new Scopes(one)).isNotEqualTo(new Scopes(other));
    }

    @Test
    void text_resourceWithColons_keepsThem() {
        assertThat(new Scopes("repository:localhost:5000/a:pull").text()).isEqualTo("repository:localhost:5000/a:pull");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\t\n", "nonsense"})
    void isEmpty_noScope_isTrue(String text) {
        assertThat(new Scopes(text).isEmpty()).isTrue();
    }

    @Test
    void covers_fewerActions_isTrue() {
        assertThat(new Scopes("repository:a:pull,push").covers(new Scopes("repository:a:pull")))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"repository:a:pull,delete", "repository:b:pull", "repository:a:pull repository:b:pull"})
    void covers_anythingMore_isFalse(String more) {
        assertThat(new Scopes("repository:a:pull,push").covers(new Scopes(more)))
                .isFalse();
    }

    @Test
    void text_shuffledScopes_isTheSameAndStable() {
        Seeds.each(100, random -> {
            List<String> scopes = new ArrayList<>();
            for (int i = random.nextInt(5); i >= 0; i--) {
                List<String> actions = new ArrayList<>(List.of("pull", "push", "delete", "metadata_read", "*"));
                Collections.shuffle(actions, random);
                scopes.add("repository:r" + random.nextInt(3) + ":"
                        + String.join(",", actions.subList(0, 1 + random.nextInt(4))));
            }
            Scopes straight = new Scopes(String.join(" ", scopes));
            Collections.shuffle(scopes, random);
            Scopes shuffled = new Scopes(String.join("  ", scopes));

            assertThat(List.of(shuffled, new Scopes(straight.text()))).containsOnly(straight);
            assertThat(straight.covers(shuffled)).isTrue();
        });
    }
}
