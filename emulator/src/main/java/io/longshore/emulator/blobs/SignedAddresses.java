// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.emulator.blobs;

import io.longshore.emulator.http.Query;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Addresses at the data endpoint that work without a login until they expire. */
public final class SignedAddresses {
    private static final Duration LIFETIME = Duration.ofMinutes(20);

    private final Clock clock;
    private final SecretKeySpec key;
    private final String container;

    /** Makes the key. */
    public SignedAddresses(Clock clock) {
        byte[] secret = new byte[32];
        SecureRandom random = new SecureRandom();
        random.nextBytes(secret);
        this.clock = clock;
        this.key = new SecretKeySpec(secret, "HmacSHA256");
        this.container = UUID.randomUUID().toString().replace("-", "");
    }

    /** Path and query for a blob. */
    String sign(String digest) {
        int colon = digest.indexOf(':');
        String hex = digest.substring(colon + 1);
        String path = "/" + container + "-longshore//docker/registry/v2/blobs/" + digest.substring(0, colon) + "/"
                + hex.substring(0, 2) + "/" + hex + "/data";
        String expiry =
                clock.instant().plus(LIFETIME).truncatedTo(ChronoUnit.SECONDS).toString();
        return path + "?se=" + Query.encode(expiry) + "&sig=" + Query.encode(signature(digest, expiry))
                + "&sp=r&spr=https&sr=b&sv=2018-03-28&regid=" + container;
    }

    /** Whether this query was given out for this blob and has not expired. */
    boolean isValid(String digest, Query query) {
        String expiry = query.first("se").orElse("");
        byte[] expected = signature(digest, expiry).getBytes(StandardCharsets.US_ASCII);
        byte[] actual = query.first("sig").orElse("").getBytes(StandardCharsets.UTF_8);
        try {
            return MessageDigest.isEqual(expected, actual) && clock.instant().isBefore(Instant.parse(expiry));
        } catch (DateTimeParseException e) {
            return false;
        }
    }

    private String signature(String digest, String expiry) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            byte[] content = (digest + "\n" + expiry).getBytes(StandardCharsets.UTF_8);
            return Base64.getEncoder().encodeToString(mac.doFinal(content));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has HmacSHA256", e);
        }
    }
}
