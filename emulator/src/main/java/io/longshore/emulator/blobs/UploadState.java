// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.emulator.blobs;

import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.OptionalLong;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The {@code _state} in an upload's address: 32 bytes of signature, then what the caller believes of the session. */
final class UploadState {
    private static final int SIGNATURE = 32;

    private final SecretKeySpec key;

    UploadState() {
        byte[] secret = new byte[32];
        new SecureRandom().nextBytes(secret);
        key = new SecretKeySpec(secret, "HmacSHA256");
    }

    String encode(String repository, String upload, long offset, String startedAt) {
        JsonObject state = new JsonObject();
        state.addProperty("Name", repository);
        state.addProperty("UUID", upload);
        state.addProperty("Offset", offset);
        state.addProperty("StartedAt", startedAt);
        byte[] json = state.toString().getBytes(StandardCharsets.UTF_8);
        byte[] all = Arrays.copyOf(sign(json), SIGNATURE + json.length);
        System.arraycopy(json, 0, all, SIGNATURE, json.length);
        return Base64.getUrlEncoder().encodeToString(all);
    }

    /** The offset that this state speaks of, if it was given out for this upload. */
    OptionalLong offset(String state, String repository, String upload) {
        return verified(state)
                .filter(json -> json.get("Name").getAsString().equals(repository)
                        && json.get("UUID").getAsString().equals(upload))
                .map(json -> OptionalLong.of(json.get("Offset").getAsLong()))
                .orElseGet(OptionalLong::empty);
    }

    private Optional<JsonObject> verified(String state) {
        try {
            byte[] all = Base64.getUrlDecoder().decode(state);
            if (all.length <= SIGNATURE) {
                return Optional.empty();
            }
            byte[] json = Arrays.copyOfRange(all, SIGNATURE, all.length);
            return MessageDigest.isEqual(sign(json), Arrays.copyOf(all, SIGNATURE))
                    ? Optional.of(JsonParser.parseString(new String(json, StandardCharsets.UTF_8))
                            .getAsJsonObject())
                    : Optional.empty();
        } catch (IllegalArgumentException | JsonParseException e) {
            return Optional.empty();
        }
    }

    private byte[] sign(byte[] json) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            return mac.doFinal(json);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has HmacSHA256", e);
        }
    }
}
