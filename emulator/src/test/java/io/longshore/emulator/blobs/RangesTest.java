// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.emulator.blobs;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RangesTest {
    @ParameterizedTest
    @CsvSource({
        "bytes=0-255, 0, 255",
        "bytes=256-511, 256, 511",
        "bytes=0-4194303, 0, 1023",
        "bytes=1023-, 1023, 1023",
        "bytes=-24, 1000, 1023",
        "bytes=-5000, 0, 1023"
    })
    void range_withinTheContent_isClipped(String header, long first, long last) {
        assertThat(ByteRange.parse(header, 1024)).isEqualTo(new ByteRange.Part(first, last));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "bytes=", "bytes=-", "bytes=0-1,3-4", "items=0-1", "bytes=a-b"})
    void range_thatIsNone_isIgnored(String header) {
        assertThat(ByteRange.parse(header, 1024)).isEqualTo(new ByteRange.Whole());
    }

    @Test
    void range_thatEndsBeforeItBegins_isUnsatisfiable() {
        assertThat(ByteRange.parse("bytes=5-4", 1024)).isEqualTo(new ByteRange.Unsatisfiable());
    }

    @Test
    void range_beyondTheContent_isUnsatisfiable() {
        assertThat(ByteRange.parse("bytes=1024-", 1024)).isEqualTo(new ByteRange.Unsatisfiable());
        assertThat(ByteRange.parse("bytes=0-0", 0)).isEqualTo(new ByteRange.Unsatisfiable());
        assertThat(ByteRange.parse("bytes=-0", 1024)).isEqualTo(new ByteRange.Unsatisfiable());
    }

    @Test
    void contentRange_hasNeitherUnitNorTotal() {
        assertThat(ContentRange.parse("256-511")).contains(new ContentRange(256, 511));
        assertThat(ContentRange.parse("0-0"))
                .hasValueSatisfying(range -> assertThat(range.length()).isEqualTo(1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"bytes 0-5/*", "bytes 0-5", "0-5/6", "5-4", "-5", "5-", "a-b", "", " 0-5"})
    void contentRange_ofAnotherForm_isNone(String header) {
        assertThat(ContentRange.parse(header)).isEmpty();
    }
}
