// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.registry.internal.auth;

import static org.assertj.core.api.Assertions.assertThat;

import io.longshore.registry.internal.fake.Seeds;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ChallengePropertyTest {
    private static final String TOKEN = "abcXYZ019!#$%&'*+-.^_`|~";
    private static final String QUOTED = TOKEN + " ,=:/\"\\()<>@?[]{}\t\u00e9";
    private static final String PIECES = "Bearer Basic realm=service=scope=\"\"\"\\\\,, ==\tabc/+\u0000\u00ff\u4e2d";

    @Test
    void parse_generatedChallenges_givesThemBack() {
        Seeds.each(400, random -> {
            List<Challenge> challenges = new ArrayList<>();
            List<String> texts = new ArrayList<>();
            for (int i = random.nextInt(4); i >= 0; i--) {
                Map<String, String> parameters = parameters(random);
                String scheme = word(random, "abcxyz-");
                challenges.add(new Challenge(scheme, parameters));
                texts.add(scheme + written(random, parameters));
            }

            assertThat(Challenge.parse(List.of(String.join(comma(random), texts))))
                    .isEqualTo(challenges);
        });
    }

    @Test
    void parse_garbage_neverThrowsAndEnds() {
        Seeds.each(400, random -> {
            StringBuilder garbage = new StringBuilder();
            for (int i = random.nextInt(200); i > 0; i--) {
                garbage.append(PIECES.charAt(random.nextInt(PIECES.length())));
            }

            assertThat(Challenge.parse(List.of(garbage.toString())))
                    .allSatisfy(challenge -> assertThat(challenge.scheme()).isNotEmpty());
        });
    }

    private static Map<String, String> parameters(Random random) {
        Map<String, String> parameters = new LinkedHashMap<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            parameters.put("p" + i + word(random, "abcxyz-."), word(random, random.nextBoolean() ? QUOTED : TOKEN));
        }
        return parameters;
    }

    private static String written(Random random, Map<String, String> parameters) {
        List<String> texts = new ArrayList<>();
        parameters.forEach((name, value) -> {
            boolean bare = random.nextBoolean() && value.chars().allMatch(c -> TOKEN.indexOf(c) >= 0);
            String quoted = "\"" + value.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
            texts.add(name + blank(random) + "=" + blank(random) + (bare ? value : quoted));
        });
        // A scheme without parameters may carry a token68, which nobody needs here.
        String none = random.nextBoolean() ? "" : " " + word(random, "abcXYZ019-._~+/") + "=".repeat(random.nextInt(3));
        return texts.isEmpty() ? none : " " + String.join(comma(random), texts);
    }

    private static String comma(Random random) {
        return blank(random) + ",".repeat(1 + random.nextInt(2)) + blank(random);
    }

    private static String blank(Random random) {
        return " \t".substring(0, random.nextInt(3));
    }

    private static String word(Random random, String letters) {
        StringBuilder word = new StringBuilder();
        for (int i = random.nextInt(12); i >= 0; i--) {
            word.append(letters.charAt(random.nextInt(letters.length())));
        }
        return word.toString();
    }
}
