// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.registry.internal.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import io.longshore.registry.internal.fake.Seeds;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ArgumentsTest {

    @ParameterizedTest
    @ValueSource(strings = {"/", "/a", "a/", "a//b", ".", "..", "a/../b", "./a", "a/..", "a\\b", "a\u0000", "a\nb"})
    void path_unsafeText_isRefused(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Arguments.path(text, "repositoryName"))
                .withMessageStartingWith("'repositoryName' ")
                .withMessageContaining("cannot be part of a request path");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "library/hello-world", "a.b/..c/d..", "UPPER Case", "a?b#c%2e", "\u00e4/\u4e2d"})
    void path_textThatStaysInPlace_isKept(String text) {
        assertThat(Arguments.path(text, "repositoryName")).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a/b", "/", ".", "..", "\\", "a\tb"})
    void segment_unsafeText_isRefused(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> Arguments.segment(text, "tag"));
    }

    @Test
    void segment_controlCharacter_isNotEchoed() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Arguments.segment("v1\r\nX-Evil: 1", "tag"))
                .withMessageNotContaining("Evil");
    }

    @Test
    void present_null_isNamed() {
        assertThatNullPointerException()
                .isThrownBy(() -> Arguments.present(null, "tag"))
                .withMessage("'tag' cannot be null.");
    }

    @Test
    void present_empty_isNamed() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Arguments.present("", "tag"))
                .withMessage("'tag' cannot be empty.");
    }

    @ParameterizedTest
    @CsvSource({
        "library/hello-world, library/hello-world",
        "sha256:ab, sha256:ab",
        "a b+c, a%20b%2Bc",
        "a?b#c%d&e=f, a%3Fb%23c%25d%26e%3Df",
        "\u00e4\u4e2d, %C3%A4%E4%B8%AD",
        "\ud83d\udc0b, %F0%9F%90%8B",
    })
    void encodePath_anyText_keepsSlashAndColonAlone(String text, String encoded) {
        assertThat(Arguments.encodePath(text)).isEqualTo(encoded);
    }

    @Test
    void encodeQuery_digest_isEncodedAsAcrSpellsIt() {
        assertThat(Arguments.encodeQuery("sha256:ab/c")).isEqualTo("sha256%3Aab%2Fc");
    }

    @Test
    void encode_anyText_isDecodedToItselfAndStaysInItsPlace() {
        Seeds.each(500, random -> {
            String text = text(random);
            String query = Arguments.encodeQuery(text);
            URI uri = new URI("https://h/" + Arguments.encodePath(text) + "?q=" + query + "&r");

            assertThat(URLDecoder.decode(query, StandardCharsets.UTF_8)).isEqualTo(text);
            assertThat(uri.getPath()).isEqualTo("/" + text);
            assertThat(uri.getRawQuery()).isEqualTo("q=" + query + "&r");
            assertThat(uri.getRawFragment()).isNull();
        });
    }

    private static String text(Random random) {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(20); i >= 0; i--) {
            int range = random.nextBoolean() ? 0x80 : random.nextBoolean() ? 0x800 : 0x11000;
            int point = random.nextInt(range);
            text.appendCodePoint(point >= 0xd800 && point < 0xe000 ? '/' : point);
        }
        return text.toString();
    }
}
