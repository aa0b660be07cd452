// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.registry.internal.auth;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.URL;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OriginTest {

    @ParameterizedTest
    @CsvSource({
        "https://reg.example, https://REG.example:443/v2/?a=b",
        "http://reg.example:80/a, http://reg.example",
        "https://[::1]:5000/a, https://[::1]:5000",
    })
    void of_sameSchemeHostAndPort_isEqual(String one, String other) throws Exception {
        assertThat(Origin.of(new URL(one))).isEqualTo(Origin.of(new URL(other))).isEqualTo(Origin.of(new URI(other)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://reg.example:443",
                "https://reg.example:8443",
                "https://reg.example.evil",
                "https://reg@evil.example",
            })
    void of_otherSchemeHostOrPort_differs(String other) throws Exception {
        assertThat(Origin.of(new URL(other))).isNotEqualTo(Origin.of(new URL("https://reg.example")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://localhost:1", "http://127.0.0.1:1", "http://[::1]:1", "http://LOCALHOST"})
    void isLoopback_nameOrAddressOfThisMachine_isTrue(String url) throws Exception {
        assertThat(Origin.of(new URL(url)).isLoopback()).isTrue();
    }

    @Test
    void isLoopback_nameThatOnlyStartsLikeOne_isFalse() throws Exception {
        assertThat(Origin.of(new URL("http://localhost.evil.example")).isLoopback())
                .isFalse();
    }
}
