// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.registry.internal.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.azure.core.http.HttpMethod;
import java.net.MalformedURLException;
import java.net.URL;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EndpointTest {
    private static final String UPLOAD = "/v2/a/blobs/uploads/bc32?_nouploadcache=false&_state=pcy-Ly_xQ%3D%3D";

    @Test
    void resolve_relativeLocation_keepsItsQueryToTheLetter() {
        assertThat(endpoint("https://reg.example").resolve(UPLOAD)).isEqualTo("https://reg.example" + UPLOAD);
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://reg.example", "https://data.example:8443", "HTTPS://REG.example"})
    void resolve_absoluteLocation_isKept(String origin) {
        assertThat(endpoint("https://reg.example").resolve(origin + UPLOAD)).isEqualTo(origin + UPLOAD);
    }

    @Test
    void resolve_relativeLocation_leavesThePathOfTheEndpoint() {
        assertThat(endpoint("https://reg.example:5000/base/").resolve("/v2/x"))
                .isEqualTo("https://reg.example:5000/v2/x");
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://reg.example/v2/x", "HTTP://reg.example/v2/x"})
    void resolve_downgradeToHttp_isRefused(String location) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> endpoint("https://reg.example").resolve(location))
                .withMessageContaining("leaves https");
    }

    @Test
    void resolve_httpRegistry_mayLeadToHttps() {
        assertThat(endpoint("http://localhost:5000").resolve("https://data.example/x"))
                .isEqualTo("https://data.example/x");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://evil.example\\@reg.example/v2/x",
                "https://evil.example\\\\@reg.example",
                "https://user@reg.example/v2/x",
                "https://reg.example:443@evil.example/v2/x",
            })
    void resolve_hostThatParsersReadInTwoWays_isRefused(String location) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> endpoint("https://reg.example").resolve(location));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "//evil.example/x",
                "v2/x",
                "?a=b",
                "ftp://h/x",
                "file:///etc/passwd",
                "/a b",
                "httpx://h/",
                "https://h:port/x",
                "javascript:alert(1)"
            })
    void resolve_noLocationInARegistry_isRefused(String location) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> endpoint("https://reg.example").resolve(location));
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://h/x?sig=SECRET", "x?sig=SECRET", "//h?sig=SECRET", "https://h:p/?sig=SECRET"})
    void resolve_refusedLocation_isShownWithoutItsQuery(String location) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> endpoint("https://reg.example").resolve(location))
                .satisfies(refused -> assertThat(refused).hasMessageNotContaining("SECRET"));
    }

    @ParameterizedTest
    @CsvSource({
        "https://reg.example, https://reg.example/acr/v1/_catalog?n=1",
        "https://reg.example, https://REG.EXAMPLE/acr",
        "https://reg.example, https://reg.example:443/acr",
        "https://reg.example:443, https://reg.example/acr",
        "http://reg.example:5000/base, http://reg.example:5000/acr",
    })
    void owns_urlOfTheRegistry_isTrue(String endpoint, String url) {
        assertThat(endpoint(endpoint).owns(url)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://reg.example.evil/acr",
                "https://reg.example@evil.example/acr",
                "https://reg.example:444/acr",
                "http://reg.example/acr",
                "https://evil.example/https://reg.example/",
            })
    void owns_urlOfAnotherHost_isFalse(String url) {
        assertThat(endpoint("https://reg.example").owns(url)).isFalse();
    }

    @Test
    void acr_query_standsBeforeTheApiVersion() {
        assertThat(endpoint("https://reg.example")
                        .acr(HttpMethod.GET, "/_catalog", "&n=2")
                        .getUrl())
                .hasToString("https://reg.example/acr/v1/_catalog?n=2&api-version=2021-07-01");
    }

    @Test
    void v2_anyCall_asksForTheBytesAsTheyAreStored() {
        assertThat(endpoint("https://reg.example")
                        .v2(HttpMethod.GET, "/a/blobs/x")
                        .getHeaders()
                        .toMap())
                .containsEntry("Accept-Encoding", "identity");
    }

    private static Endpoint endpoint(String url) {
        try {
            return Endpoint.of(new URL(url), "2021-07-01");
        } catch (MalformedURLException e) {
            throw new AssertionError(e);
        }
    }
}
