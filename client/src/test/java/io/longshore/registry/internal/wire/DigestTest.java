// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.registry.internal.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.longshore.registry.internal.fake.Seeds;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DigestTest {
    private static final byte[] ABC = "abc".getBytes(StandardCharsets.UTF_8);
    private static final String SHA256_OF_ABC =
            "sha256:ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
    private static final String SHA512_OF_ABC =
            "sha512:ddaf35a193617abacc417349ae20413112e6fa4e89a97ea20a9eeee64b55d39a"
                    + "2192992a274fc1a836ba3c23a3feebbd454d4423643ce80e2a9ac94fa54ca49f";

    @Test
    void of_content_isItsSha256() {
        assertThat(Digest.of(ABC)).hasToString(SHA256_OF_ABC);
    }

    @ParameterizedTest
    @ValueSource(strings = {SHA256_OF_ABC, SHA512_OF_ABC})
    void matches_contentOfThatDigest_isTrue(String text) {
        assertThat(Digest.parse(text).orElseThrow().matches(ABC)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {SHA256_OF_ABC, SHA512_OF_ABC})
    void matches_otherContent_isFalse(String text) {
        assertThat(Digest.parse(text).orElseThrow().matches(new byte[] {'a', 'b'}))
                .isFalse();
    }

    @Test
    void parse_upperCaseHex_equalsLowerCase() {
        String hex = SHA256_OF_ABC.substring(7);

        assertThat(Digest.parse("sha256:" + hex.toUpperCase(Locale.ROOT))).contains(Digest.of(ABC));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "sha256",
                "sha256:",
                "sha256:abc",
                "SHA256:ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
                "sha512:ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
                "sha256:ga7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
                "sha256:ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad0",
                " sha256:ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
                "sha256:ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad\n",
                "md5:900150983cd24fb0d6963f7d28e17f72",
            })
    void parse_noDigestOfAKnownAlgorithm_isEmpty(String text) {
        assertThat(Digest.parse(text)).isEmpty();
    }

    @Test
    void parse_textOfADigest_givesItBack() {
        Seeds.each(50, random -> {
            byte[] content = new byte[random.nextInt(100)];
            random.nextBytes(content);
            Digest digest = Digest.of(content);
            assertThat(Digest.parse(digest.toString())).contains(digest);
        });
    }
}
