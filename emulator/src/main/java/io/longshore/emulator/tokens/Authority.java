// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.emulator.tokens;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.longshore.emulator.http.Permission;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;

/** Issues tokens and says what they are worth. Each kind has a key of its own, so none passes for another. */
public final class Authority {
    private static final String ISSUER = "Azure Container Registry";
    private static final String ANONYMOUS = "acr_anon_pull";
    private static final Rights ANONYMOUS_RIGHTS = new Rights(Set.of("read", "metadata/read"));

    private final Clock clock;
    private final TokenLifetimes lifetimes;
    private final Jwt logins;
    private final Jwt refreshes;
    private final Jwt accesses;
    private final String registryId = UUID.randomUUID().toString().replace("-", "");

    /** Makes the keys. */
    public Authority(Clock clock, TokenLifetimes lifetimes) {
        SecureRandom random = new SecureRandom();
        this.clock = clock;
        this.lifetimes = lifetimes;
        this.logins = new Jwt("login", random);
        this.refreshes = new Jwt("refresh", random);
        this.accesses = new Jwt("access", random);
    }

    /** Stands in for an Entra access token. */
    public String login(Set<String> actions, Duration lifetime) {
        JsonObject claims =
                claims("https://sts.windows.net/longshore/", "https://containerregistry.azure.net", lifetime);
        claims.add("permissions", new Rights(actions).toClaim());
        return logins.sign(claims);
    }

    Optional<Rights> rightsOfLogin(String token) {
        return alive(logins.verify(token)).map(Rights::fromClaims);
    }

    String refresh(Rights rights, String audience) {
        JsonObject claims = claims(ISSUER, audience, lifetimes.refresh());
        claims.addProperty("version", "1.0");
        claims.addProperty("rid", registryId);
        claims.addProperty("grant_type", "refresh_token");
        claims.add("permissions", rights.toClaim());
        claims.add("roles", new JsonArray());
        return refreshes.sign(claims);
    }

    Optional<Rights> rightsOfRefresh(String token, String audience) {
        return alive(refreshes.verify(token))
                .filter(claims -> isFor(claims, audience))
                .map(Rights::fromClaims);
    }

    String access(Predicate<Permission> rights, List<Scope> scopes, String audience) {
        JsonArray granted = new JsonArray();
        scopes.stream()
                .map(scope -> scope.within(rights))
                .filter(scope -> !scope.actions().isEmpty())
                .forEach(scope -> granted.add(scope.toClaim()));
        return access(claims(ISSUER, audience, lifetimes.access()), granted, "access_token");
    }

    /** The service grants the same whatever is asked for, and refuses on use. */
    String anonymousAccess(String audience) {
        JsonArray granted = new JsonArray();
        granted.add(new Scope("repository", "*", List.of("pull")).toClaim());
        JsonObject claims = claims(ISSUER, audience, lifetimes.anonymous());
        claims.addProperty("sub", ANONYMOUS);
        return access(claims, granted, "password");
    }

    /** What an access token allows; empty if it is none, has expired, or is for another registry. */
    Optional<Predicate<Permission>> grantsOf(String token, String audience) {
        return alive(accesses.verify(token))
                .filter(claims -> isFor(claims, audience))
                .map(Authority::grants);
    }

    private static boolean isFor(JsonObject claims, String audience) {
        return claims.get("aud").getAsString().equalsIgnoreCase(audience);
    }

    private static Predicate<Permission> grants(JsonObject claims) {
        if (claims.get("sub").getAsString().equals(ANONYMOUS)) {
            return ANONYMOUS_RIGHTS;
        }
        List<Scope> scopes = new ArrayList<>();
        for (JsonElement scope : claims.getAsJsonArray("access")) {
            scopes.add(Scope.fromClaim(scope.getAsJsonObject()));
        }
        return permission -> scopes.stream().anyMatch(scope -> scope.covers(permission));
    }

    private String access(JsonObject claims, JsonArray granted, String grantType) {
        claims.addProperty("version", "1.0");
        claims.addProperty("rid", registryId);
        claims.add("access", granted);
        claims.add("roles", new JsonArray());
        claims.addProperty("grant_type", grantType);
        return accesses.sign(claims);
    }

    private JsonObject claims(String issuer, String audience, Duration lifetime) {
        long now = clock.instant().getEpochSecond();
        JsonObject claims = new JsonObject();
        claims.addProperty("jti", UUID.randomUUID().toString());
        claims.addProperty("sub", "longshore");
        claims.addProperty("nbf", now);
        claims.addProperty("exp", now + lifetime.toSeconds());
        claims.addProperty("iat", now);
        claims.addProperty("iss", issuer);
        claims.addProperty("aud", audience);
        return claims;
    }

    private Optional<JsonObject> alive(Optional<JsonObject> claims) {
        Instant now = clock.instant();
        return claims.filter(
                found -> now.isBefore(Instant.ofEpochSecond(found.get("exp").getAsLong())));
    }
}
