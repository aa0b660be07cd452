// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.cli.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ViewTest {
    @ParameterizedTest
    @CsvSource({
        "0, 0 B",
        "1023, 1023 B",
        "1024, 1.0 KiB",
        "1536, 1.5 KiB",
        "1048524, 1023.9 KiB",
        "1048575, 1.0 MiB",
        "9223372036854775807, 8.0 EiB"
    })
    void size_ofBytes_isForPeople(long bytes, String shown) {
        assertThat(Sizes.shown(bytes)).isEqualTo(shown);
    }

    @ParameterizedTest
    @CsvSource({"0, 0 ms", "999, 999 ms", "1000, 1.0 s", "59949, 59.9 s", "59950, 1 min 0 s", "125400, 2 min 5 s"})
    void duration_ofMillis_isForPeople(long millis, String shown) {
        assertThat(Durations.shown(Duration.ofMillis(millis))).isEqualTo(shown);
    }

    @Test
    void digest_shortened_keepsTwelveDigits() {
        assertThat(Digests.shortened("sha256:0123456789abcdef")).isEqualTo("sha256:0123456789ab");
    }

    @Test
    void paragraph_wrapped_keepsLongWordsWhole() {
        assertThat(Paragraph.wrapped("one two  three-is-long four", 7))
                .containsExactly("one two", "three-is-long", "four");
    }

    @Test
    void table_rows_areAligned() {
        Table table = Table.of("NAME", ">SIZE", "END").row("a", "10", "x").row("long", "9", "");

        assertThat(table.lines()).containsExactly("NAME  SIZE  END", "a       10  x", "long     9");
    }

    @ParameterizedTest
    @CsvSource(
            value = {
                "true | '' | xterm | true",
                "true | 1 | xterm | false",
                "true | '' | dumb | false",
                "false | '' | xterm | false"
            },
            delimiter = '|')
    void colours_ofATerminal_canBeUnwanted(String isTerminal, String noColor, String term, boolean hasColours) {
        Properties properties = new Properties();
        properties.setProperty("longshore.terminal", isTerminal);

        Terminal terminal = Terminal.of(properties, Map.of("NO_COLOR", noColor, "TERM", term));

        assertThat(terminal.hasColours()).isEqualTo(hasColours);
    }
}
