// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.registry.internal.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.longshore.registry.internal.fake.Seeds;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RegistryErrorTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "                                                              | NAME_UNKNOWN not found",
                ",\"detail\":null                                             | NAME_UNKNOWN not found",
                ",\"detail\":{}                                               | NAME_UNKNOWN not found",
                ",\"detail\":\"digest parsing failed\"                        | NAME_UNKNOWN not found (digest parsing failed)",
                ",\"detail\":{\"name\":\"x\"}                                 | NAME_UNKNOWN not found ({name=x})",
                ",\"detail\":[{\"Type\":\"repository\",\"Action\":\"pull\"}]  | NAME_UNKNOWN not found ([{Type=repository, Action=pull}])",
                ",\"detail\":7,\"more\":[1,{}]                                | NAME_UNKNOWN not found (7)",
            })
    void parse_detailOfAnyKind_isShown(String detail, String shown) {
        String body = "{\"errors\":[{\"code\":\"NAME_UNKNOWN\",\"message\":\"not found\""
                + (detail == null ? "" : detail) + "}]}\n";

        assertThat(RegistryError.parse(bytes(body))).singleElement().hasToString(shown);
    }

    @Test
    void parse_severalErrors_keepsAllInOrder() {
        assertThat(RegistryError.parse(
                        bytes("{\"errors\":[{\"code\":\"A\",\"detail\":\"sha256:1\"},{\"message\":\"b\"},{}]}")))
                .containsExactly(
                        new RegistryError("A", "", "sha256:1"),
                        new RegistryError("", "b", ""),
                        new RegistryError("", "", ""));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{}",
                "[]",
                "404 page not found\n",
                "<html>Bad Gateway</html>",
                "{\"errors\":null}",
                "{\"errors\":{}}",
                "{\"errors\":[]}",
                "{\"errors\":[null,1,\"x\",[]]}",
                "{\"errors\":[{\"code\":\"A\"",
                "{\"errors\":[{\"code\":1e999999999999}]}",
                "{\"errors\":[{\"code\":-}]}",
            })
    void parse_bodyWithoutErrors_hasNone(String body) {
        assertThat(RegistryError.parse(bytes(body))).isEmpty();
    }

    @Test
    void parse_garbledBody_neverThrows() {
        Seeds.each(1_000, random -> {
            StringBuilder body =
                    new StringBuilder("{\"errors\":[{\"code\":\"A\",\"message\":\"m\",\"detail\":{\"n\":-1.5e3}}]}");
            for (int i = random.nextInt(4); i >= 0; i--) {
                body.setCharAt(
                        random.nextInt(body.length()), "{}[]\",:\\u19eE-+.\u0000\u00ff".charAt(random.nextInt(18)));
            }
            assertThat(RegistryError.parse(body.toString().getBytes(StandardCharsets.ISO_8859_1)))
                    .isNotNull();
        });
    }

    @Test
    void parse_absurdNesting_hasNone() {
        assertThat(RegistryError.parse(bytes("{\"errors\":".repeat(50_000)))).isEmpty();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
