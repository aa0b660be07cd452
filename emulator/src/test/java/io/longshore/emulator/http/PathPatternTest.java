// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.emulator.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PathPatternTest {
    private static final String DIGEST = "sha256:" + "0a".repeat(32);

    @Test
    void name_takesAllSegmentsUpToTheLastLiteral() {
        PathPattern pattern = PathPattern.of("/v2/{name}/manifests/{reference}");

        assertThat(pattern.match(PathPattern.segments("/v2/a/manifests/b/manifests/v1")))
                .hasValueSatisfying(variables -> assertThat(variables)
                        .containsEntry("name", "a/manifests/b")
                        .containsEntry("reference", "v1"));
    }

    @Test
    void path_ofAnotherForm_doesNotMatch() {
        PathPattern pattern = PathPattern.of("/v2/{name}/blobs/{digest}");

        assertThat(pattern.match(PathPattern.segments("/v2/blobs/" + DIGEST))).isEmpty();
        assertThat(pattern.match(PathPattern.segments("/v2/a/blobs/v1"))).isEmpty();
        assertThat(pattern.match(PathPattern.segments("/v2/a/blobs/" + DIGEST + "/")))
                .isEmpty();
        assertThat(pattern.match(PathPattern.segments("/v2/a/blobs/" + DIGEST))).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "library/hello-world", "a.b_c__d--e/1", "44aa772f-bd79-a387-a8b0-2ca9951475c9"})
    void isName_ofANameInUse_isTrue(String name) {
        assertThat(PathPattern.isName(name)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "A", "a/", "/a", "a//b", "-a", "a-", "a..b", "a___b", "..", "_catalog", "a b"})
    void isName_ofWhatIsNone_isFalse(String name) {
        assertThat(PathPattern.isName(name)).isFalse();
    }

    @Test
    @Timeout(5)
    void isName_ofAnyLength_endsSoon() {
        assertThat(PathPattern.isName("a".repeat(255))).isTrue();
        assertThat(PathPattern.isName("a".repeat(256))).isFalse();
        assertThat(PathPattern.isName("a-".repeat(30_000))).isFalse();
    }

    @Test
    void isTag_and_isDigest_tellThemApart() {
        assertThat(PathPattern.isTag("v1.0-rc_1")).isTrue();
        assertThat(PathPattern.isTag("t".repeat(129))).isFalse();
        assertThat(PathPattern.isTag(DIGEST)).isFalse();
        assertThat(PathPattern.isDigest(DIGEST)).isTrue();
        assertThat(PathPattern.isDigest("unknown:digest")).isFalse();
    }
}
