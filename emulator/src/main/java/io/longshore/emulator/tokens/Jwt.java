// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.emulator.tokens;

import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Signs and verifies tokens of one kind with a key that exists only here. HS256 instead of the service's RS256: clients
 * read the claims and never check the signature, and an RSA key would take longer to make than the rest of a start.
 */
final class Jwt {
    private static final String ALGORITHM = "HmacSHA256";
    private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();

    private final String header;
    private final SecretKeySpec key;

    Jwt(String kind, SecureRandom random) {
        byte[] secret = new byte[32];
        random.nextBytes(secret);
        this.key = new SecretKeySpec(secret, ALGORITHM);
        JsonObject json = new JsonObject();
        json.addProperty("alg", "HS256");
        json.addProperty("typ", "JWT");
        json.addProperty("kid", "longshore:" + kind);
        this.header = encode(json);
    }

    String sign(JsonObject claims) {
        String content = header + "." + encode(claims);
        return content + "." + ENCODER.encodeToString(signature(content));
    }

    /** The claims, if the token was signed here. */
    Optional<JsonObject> verify(String token) {
        int end = token.lastIndexOf('.');
        int middle = token.indexOf('.');
        if (middle < 0 || middle == end || !token.startsWith(header)) {
            return Optional.empty();
        }
        byte[] expected = ENCODER.encode(signature(token.substring(0, end)));
        byte[] actual = token.substring(end + 1).getBytes(StandardCharsets.ISO_8859_1);
        return MessageDigest.isEqual(expected, actual) ? decode(token.substring(middle + 1, end)) : Optional.empty();
    }

    private static Optional<JsonObject> decode(String payload) {
        try {
            byte[] json = Base64.getUrlDecoder().decode(payload);
            return Optional.of(JsonParser.parseString(new String(json, StandardCharsets.UTF_8))
                    .getAsJsonObject());
        } catch (IllegalArgumentException | IllegalStateException | JsonParseException e) {
            return Optional.empty();
        }
    }

    private static String encode(JsonObject json) {
        return ENCODER.encodeToString(json.toString().getBytes(StandardCharsets.UTF_8));
    }

    private byte[] signature(String content) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return mac.doFinal(content.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has " + ALGORITHM, e);
        }
    }
}
