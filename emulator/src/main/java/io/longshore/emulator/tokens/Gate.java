// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.emulator.tokens;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import io.longshore.emulator.http.Guard;
import io.longshore.emulator.http.Permission;
import io.longshore.emulator.http.Refusal;
import io.longshore.emulator.http.RegistryError;
import io.longshore.emulator.http.Request;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Checks the rights of every request and challenges those that lack some. */
public final class Gate implements Guard {
    private final Authority authority;
    private final Logins logins;
    private final String scheme;

    /** Challenges refer to a token endpoint under {@code https} or {@code http}. */
    public Gate(Authority authority, Logins logins, String scheme) {
        this.authority = authority;
        this.logins = logins;
        this.scheme = scheme;
    }

    @Override
    public void check(Request request, List<Permission> demanded) {
        String authorization = request.headers().first("authorization").orElse("");
        int space = authorization.indexOf(' ');
        String kind = space < 0 ? "" : authorization.substring(0, space);
        String value = authorization.substring(space + 1).trim();
        if (kind.equalsIgnoreCase("Basic")) {
            Optional<Predicate<Permission>> rights = logins.rightsOfBasic(value, request.host());
            if (rights.isEmpty() || !demanded.stream().allMatch(rights.get())) {
                throw refusal("Basic realm=\"Azure Container Registry\"", demanded);
            }
        } else if (kind.equalsIgnoreCase("Bearer")) {
            Optional<Predicate<Permission>> grants = authority.grantsOf(value, request.host());
            if (grants.isEmpty()) {
                // Not recorded; distribution/distribution says so.
                throw refusal(bearer(request, demanded) + ",error=\"invalid_token\"", demanded);
            }
            if (!demanded.stream().allMatch(grants.get())) {
                throw refusal(bearer(request, demanded) + ",error=\"insufficient_scope\"", demanded);
            }
        } else {
            throw refusal(bearer(request, demanded), demanded);
        }
    }

    private String bearer(Request request, List<Permission> demanded) {
        String challenge = "Bearer realm=\"" + scheme + "://" + request.host() + "/oauth2/token\",service=\""
                + request.host() + "\"";
        String scopes = Scope.of(demanded).stream().map(Scope::toString).collect(Collectors.joining(" "));
        return scopes.isEmpty() ? challenge : challenge + ",scope=\"" + scopes + "\"";
    }

    private static Refusal refusal(String challenge, List<Permission> demanded) {
        return new Refusal(RegistryError.UNAUTHORIZED.reply(detail(demanded)).with("WWW-Authenticate", challenge));
    }

    private static JsonElement detail(List<Permission> demanded) {
        if (demanded.isEmpty()) {
            return JsonNull.INSTANCE;
        }
        JsonArray detail = new JsonArray();
        for (Permission permission : demanded) {
            JsonObject entry = new JsonObject();
            entry.addProperty("Type", permission.type());
            entry.addProperty("Name", permission.name());
            entry.addProperty("Action", permission.action());
            detail.add(entry);
        }
        return detail;
    }
}
