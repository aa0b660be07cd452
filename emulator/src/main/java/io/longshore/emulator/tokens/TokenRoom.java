// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.emulator.tokens;

import com.google.gson.JsonObject;
import io.longshore.emulator.http.Permission;
import io.longshore.emulator.http.Query;
import io.longshore.emulator.http.Refusal;
import io.longshore.emulator.http.RegistryError;
import io.longshore.emulator.http.Reply;
import io.longshore.emulator.http.Request;
import io.longshore.emulator.http.Route;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;

/** The token endpoints. */
public final class TokenRoom {
    private static final int LARGEST_FORM = 1024 * 1024;

    private final Authority authority;
    private final Logins logins;
    private final boolean anonymousPull;

    /** Hands out anonymous tokens if so wanted. */
    public TokenRoom(Authority authority, Logins logins, boolean anonymousPull) {
        this.authority = authority;
        this.logins = logins;
        this.anonymousPull = anonymousPull;
    }

    /** The routes of this room. */
    public List<Route> routes() {
        return List.of(
                Route.forAll("POST", "/oauth2/exchange", this::exchange),
                Route.forAll("POST", "/oauth2/token", this::tokenForForm),
                Route.forAll("GET", "/oauth2/token", this::tokenForBasic));
    }

    private Reply exchange(Request request) throws IOException {
        Query form = form(request);
        String service = single(form, "service").orElse(request.host());
        String grant = required(form, "grant_type");
        Optional<Rights> rights = switch (grant) {
            case "access_token", "access_token_refresh_token" ->
                authority.rightsOfLogin(required(form, "access_token"));
            case "refresh_token" -> authority.rightsOfRefresh(required(form, "refresh_token"), service);
            default -> throw malformed("the grant_type is not supported: " + grant);
        };
        return rights.map(found -> answer("refresh_token", authority.refresh(found, service)))
                .orElseGet(() -> Reply.empty(401));
    }

    private Reply tokenForForm(Request request) throws IOException {
        Query form = form(request);
        String service = single(form, "service").orElse(request.host());
        List<Scope> scopes = scopes(form);
        String grant = required(form, "grant_type");
        return switch (grant) {
            case "refresh_token" ->
                token(authority.rightsOfRefresh(required(form, "refresh_token"), service), scopes, service);
            case "password" -> {
                Optional<String> user = single(form, "username").filter(name -> !name.isEmpty());
                // Without a name the service hands out an anonymous token and does not even look at a refresh token.
                yield user.isEmpty()
                        ? anonymous(service)
                        : token(
                                logins.rights(
                                        user.get(), single(form, "password").orElse(""), service),
                                scopes,
                                service);
            }
            default -> throw malformed("the grant_type is not supported: " + grant);
        };
    }

    private Reply tokenForBasic(Request request) {
        String service = single(request.query(), "service").orElse(request.host());
        List<Scope> scopes = scopes(request.query());
        String authorization = request.headers().first("authorization").orElse("");
        if (authorization.isEmpty()) {
            return anonymous(service);
        }
        Optional<Predicate<Permission>> rights =
                authorization.toLowerCase(Locale.ROOT).startsWith("basic ")
                        ? logins.rightsOfBasic(authorization.substring("basic ".length()), service)
                        : Optional.empty();
        return token(rights, scopes, service);
    }

    private Reply token(Optional<? extends Predicate<Permission>> rights, List<Scope> scopes, String service) {
        return rights.map(found -> answer("access_token", authority.access(found, scopes, service)))
                .orElseGet(() -> Reply.empty(401));
    }

    private Reply anonymous(String service) {
        return anonymousPull ? answer("access_token", authority.anonymousAccess(service)) : Reply.empty(401);
    }

    private static Reply answer(String member, String token) {
        JsonObject body = new JsonObject();
        body.addProperty(member, token);
        return Reply.tokenJson(body);
    }

    private static List<Scope> scopes(Query query) {
        List<Scope> scopes = new ArrayList<>();
        for (String values : query.all("scope")) {
            for (String value : values.trim().split(" +", -1)) {
                if (!value.isEmpty()) {
                    scopes.add(Scope.parse(value).orElseThrow(() -> malformed("not a scope: " + value)));
                }
            }
        }
        return scopes;
    }

    private static Query form(Request request) throws IOException {
        String type = request.headers().first("content-type").orElse("").toLowerCase(Locale.ROOT);
        if (!type.split(";", 2)[0].trim().equals("application/x-www-form-urlencoded")) {
            throw malformed("the Content-Type must be application/x-www-form-urlencoded");
        }
        byte[] body = request.readBody(LARGEST_FORM);
        try {
            return Query.parse(new String(body, StandardCharsets.UTF_8));
        } catch (IllegalArgumentException e) {
            throw malformed("the form is not percent-encoded");
        }
    }

    private static String required(Query form, String name) {
        return single(form, name)
                .filter(value -> !value.isEmpty())
                .orElseThrow(() -> malformed("the form has no " + name));
    }

    private static Optional<String> single(Query form, String name) {
        List<String> values = form.all(name);
        if (values.size() > 1) {
            throw malformed(name + " must not be repeated");
        }
        return values.stream().findFirst();
    }

    private static Refusal malformed(String detail) {
        return new Refusal(RegistryError.BAD_REQUEST.reply(detail));
    }
}
