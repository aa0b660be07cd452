// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.registry.internal.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.longshore.registry.internal.fake.Seeds;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NextLinkTest {
    private static final String TARGET = "/acr/v1/_catalog?last=library%2Fbusybox&n=2&orderby=";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<%s>; rel=\"next\"",
                "<%s>;rel=next",
                "<%s> ; title=\"a; b\" ; REL=\"Next\"",
                "<%s>",
                "<%s>; title=all",
                "<%s>; rel=\"prev next\"",
                "</first>; rel=\"first\", <%s>; rel=\"next\", </last>; rel=last",
            })
    void find_nextLink_isItsTargetToTheLetter(String line) {
        assertThat(NextLink.find(List.of(line.formatted(TARGET)))).contains(TARGET);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "</a>; rel=\"prev\"",
                "</a>; rel=nextish",
                "</a>; rel=\"prev\", </b>; rel=\"last\"",
                "/a; rel=\"next\"",
                "</a; rel=\"next\"",
                "a>; rel=\"next\"",
                "<",
                ">",
                "",
            })
    void find_noNextLink_isEmpty(String line) {
        assertThat(NextLink.find(List.of(line))).isEmpty();
    }

    @Test
    void find_severalLines_takesTheFirstThatLeadsOn() {
        assertThat(NextLink.find(List.of("</a>; rel=prev", "</b>; rel=next", "</c>; rel=next")))
                .contains("/b");
    }

    @Test
    void find_garbage_neverThrows() {
        Seeds.each(500, random -> {
            StringBuilder line = new StringBuilder();
            for (int i = random.nextInt(40); i > 0; i--) {
                line.append("<>;,=\" relnext/?&%\u00e4".charAt(random.nextInt(19)));
            }
            assertThat(NextLink.find(List.of(line.toString()))).isNotNull();
        });
    }

    @Test
    void target_wholeHeaderValue_isItsTarget() {
        assertThat(NextLink.target("<" + TARGET + ">; rel=\"next\"")).isEqualTo(TARGET);
    }

    @Test
    void target_bareTarget_isKept() {
        assertThat(NextLink.target(TARGET)).isEqualTo(TARGET);
    }
}
