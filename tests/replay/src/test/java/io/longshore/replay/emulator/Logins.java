// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.replay.emulator;

import com.azure.core.credential.TokenRequestContext;
import com.google.gson.JsonParser;
import io.longshore.emulator.EmulatorCredential;
import io.longshore.emulator.RegistryEmulator;
import io.longshore.replay.recording.Answered;
import io.longshore.replay.recording.Asked;
import io.longshore.replay.recording.Content;
import io.longshore.replay.recording.Fields;
import io.longshore.replay.recording.Scope;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Real tokens where the recordings have none. */
final class Logins {
    private final RegistryEmulator emulator;
    private final Caller caller;
    private final String host;
    private final Map<String, String> byScope = new HashMap<>();
    private Optional<String> refresh = Optional.empty();
    private Optional<String> last = Optional.empty();

    Logins(RegistryEmulator emulator, Caller caller, String host) {
        this.emulator = emulator;
        this.caller = caller;
        this.host = host;
    }

    /** The form of a recorded token request with tokens that the emulator knows. */
    String form(String recorded) {
        return recorded.replaceFirst("access_token=[^&]+$", "access_token=" + entra())
                .replaceFirst("refresh_token=(Sanitized|REDACTED)", "refresh_token=" + refresh());
    }

    /** Keeps a token that the emulator answered to a recorded request. */
    void keep(Answered answered) {
        var json = JsonParser.parseString(answered.text()).getAsJsonObject();
        if (json.has("refresh_token")) {
            refresh = Optional.of(json.get("refresh_token").getAsString());
        }
        if (json.has("access_token")) {
            last = Optional.of(json.get("access_token").getAsString());
        }
    }

    /** The token of the recorded token request before, or else one of the scope that the request needs. */
    String bearer(Asked asked) {
        return "Bearer " + last.orElseGet(() -> byScope.computeIfAbsent(Scope.neededFor(asked), this::fetch));
    }

    private String fetch(String scope) {
        return post(
                "/oauth2/token",
                "grant_type=refresh_token&service=" + host + "&refresh_token=" + refresh() + "&scope="
                        + URLEncoder.encode(scope, StandardCharsets.UTF_8),
                "access_token");
    }

    private String refresh() {
        if (refresh.isEmpty()) {
            refresh = Optional.of(post(
                    "/oauth2/exchange",
                    "grant_type=access_token&service=" + host + "&access_token=" + entra(),
                    "refresh_token"));
        }
        return refresh.get();
    }

    private String entra() {
        return new EmulatorCredential(emulator)
                .getTokenSync(new TokenRequestContext())
                .getToken();
    }

    private String post(String path, String form, String member) {
        Asked asked = new Asked(
                "POST",
                path,
                false,
                Fields.of(Map.of("Content-Type", "application/x-www-form-urlencoded")),
                Optional.of(Content.of(form)));
        Answered answered = caller.send(asked, emulator.port(), host);
        return JsonParser.parseString(answered.text())
                .getAsJsonObject()
                .get(member)
                .getAsString();
    }
}
