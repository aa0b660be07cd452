// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.registry.internal.auth;

import static org.assertj.core.api.Assertions.assertThat;

import io.longshore.registry.internal.fake.Seeds;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JwtExpiryTest {
    private static final Instant EXP = Instant.ofEpochSecond(1_768_329_255L);

    @Test
    void of_tokenWithExp_isThatInstant() {
        assertThat(JwtExpiry.of(jwt("{\"nbf\":1,\"exp\":1768329255,\"iss\":\"Azure Container Registry\"}")))
                .contains(EXP);
    }

    @Test
    void of_payloadThatNeedsTheUrlSafeAlphabet_isRead() {
        String payload = "{\"a\":\">>>>>?????~~~~~\",\"exp\":1768329255}";
        String token = jwt(payload);

        assertThat(token).containsPattern("[-_]");
        assertThat(JwtExpiry.of(token)).contains(EXP);
    }

    @Test
    void of_paddedPayload_isRead() {
        String padded = Base64.getUrlEncoder().encodeToString("{\"exp\":1768329255} ".getBytes(StandardCharsets.UTF_8));

        assertThat(padded).contains("=");
        assertThat(JwtExpiry.of("e30." + padded + ".x")).contains(EXP);
    }

    @Test
    void of_fractionOfASecond_isCut() {
        assertThat(JwtExpiry.of(jwt("{\"exp\":1768329255.75}"))).contains(EXP);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"exp\":null}",
                "{\"exp\":\"1768329255\"}",
                "{\"exp\":{}}",
                "{\"exp\":1e300}",
                "{\"exp\":99999999999999999999999999}",
                "{\"exp\":1e99999999999}",
                "{\"exp\":-}",
                "{\"exp\":17",
                "[1768329255]",
                "null",
                "not json",
                "",
            })
    void of_noReadableExp_isEmpty(String payload) {
        assertThat(JwtExpiry.of(jwt(payload))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", "..", "a.b", "a.b.c", "a.e30.c.d", "opaque-token", "a.+/+/.c", "a.=.c"})
    void of_noJwt_isEmpty(String token) {
        assertThat(JwtExpiry.of(token)).isEmpty();
    }

    @Test
    void of_absurdNesting_isEmpty() {
        assertThat(JwtExpiry.of(jwt("{\"a\":".repeat(100_000)))).isEmpty();
    }

    @Test
    void of_garbledToken_neverThrows() {
        Seeds.each(300, random -> {
            StringBuilder payload = new StringBuilder("{\"exp\":1768329255,\"a\":[true,null,1.5e3,\"x\\u0041\"]}");
            for (int i = 0; i < 3; i++) {
                payload.setCharAt(
                        random.nextInt(payload.length()), "{}[]\",:\\u19e-+\u0000".charAt(random.nextInt(15)));
            }

            assertThat(JwtExpiry.of(jwt(payload.toString()))).isNotNull();
        });
    }

    private static String jwt(String payload) {
        Base64.Encoder encoder = Base64.getUrlEncoder().withoutPadding();
        return "eyJhbGciOiJSUzI1NiJ9." + encoder.encodeToString(payload.getBytes(StandardCharsets.ISO_8859_1))
                + ".c2ln";
    }

    @Test
    void lifetime_ofIssueAndExpiry_isWhatLiesBetween() {
        assertThat(JwtExpiry.lifetime(jwt("{\"iat\":1768324755,\"exp\":1768329255}")))
                .contains(Duration.ofMinutes(75));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"exp\":1768329255}",
                "{\"iat\":1768324755}",
                "{\"iat\":1768329256,\"exp\":1768329255}",
                "{\"iat\":\"x\",\"exp\":1768329255}",
            })
    void lifetime_thatIsNotTold_isEmpty(String payload) {
        assertThat(JwtExpiry.lifetime(jwt(payload))).isEmpty();
    }
}
