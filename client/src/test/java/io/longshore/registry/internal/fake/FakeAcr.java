// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.registry.internal.fake;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * The login side of a registry: reading {@code /v2/<name>/x} needs {@code repository:<name>:pull}. Any other host takes
 * nobody, and challenges as the registry does.
 */
public final class FakeAcr implements Function<Sent, Reply> {
    public static final String HOST = "reg.example";

    private final Clock clock;
    private final AtomicInteger issued = new AtomicInteger();
    private final Map<String, Set<String>> valid = new ConcurrentHashMap<>();
    private UnaryOperator<Reply> exchange = reply -> reply;
    private UnaryOperator<Reply> token = reply -> reply;
    private Set<String> granted = Set.of("pull");
    private String demanded = "pull";
    private String realm = "https://reg.example/oauth2/token";

    public FakeAcr(Clock clock) {
        this.clock = clock;
    }

    /** Changes what {@code /oauth2/exchange} answers. */
    public FakeAcr exchange(UnaryOperator<Reply> change) {
        exchange = change;
        return this;
    }

    /** Changes what {@code /oauth2/token} answers. */
    public FakeAcr token(UnaryOperator<Reply> change) {
        token = change;
        return this;
    }

    public FakeAcr realm(String url) {
        realm = url;
        return this;
    }

    /** Which actions the tokens hold, whatever was asked for. */
    public FakeAcr granting(String... actions) {
        granted = Set.of(actions);
        return this;
    }

    /** Which actions reading needs. */
    public FakeAcr demanding(String actions) {
        demanded = actions;
        return this;
    }

    /** No token that was issued so far is accepted any more. */
    public void revokeAll() {
        valid.clear();
    }

    @Override
    public Reply apply(Sent request) {
        if (request.isTo("/oauth2/exchange")) {
            return exchange.apply(
                    Reply.json("{\"refresh_token\":\"" + issue(Duration.ofMinutes(195), Set.of("")) + "\"}"));
        }
        if (request.isTo("/oauth2/token")) {
            return token(request.form());
        }
        return request.isTo(HOST) || request.isTo("localhost") ? read(request) : Reply.challenge(challenge("a"));
    }

    private Reply token(Map<String, String> form) {
        boolean refused = form.containsKey("refresh_token") && !valid.containsKey(form.get("refresh_token"));
        if (refused) {
            return Reply.of(401);
        }
        String scope = form.getOrDefault("scope", "");
        Set<String> rights = new TreeSet<>();
        String resource = scope.substring(0, scope.lastIndexOf(':') + 1);
        Arrays.stream(scope.substring(resource.length()).split(","))
                .filter(granted::contains)
                .forEach(action -> rights.add(resource + action));
        return token.apply(Reply.json("{\"access_token\":\"" + issue(Duration.ofMinutes(75), rights) + "\"}"));
    }

    private Reply read(Sent request) {
        String repository = request.url().replaceFirst(".*/v2/", "").replaceFirst("/[^/]*$", "");
        String challenge = challenge(repository);
        Set<String> rights = valid.get(request.header("Authorization").replaceFirst("^Bearer ", ""));
        if (rights == null) {
            return Reply.challenge(challenge);
        }
        boolean enough = Arrays.stream(demanded.split(","))
                .allMatch(action -> rights.contains("repository:" + repository + ":" + action));
        return enough ? Reply.json("{}") : Reply.challenge(challenge + ",error=\"insufficient_scope\"");
    }

    private String challenge(String repository) {
        return "Bearer realm=\"" + realm + "\",service=\"" + HOST + "\",scope=\"repository:" + repository + ":"
                + demanded + "\"";
    }

    private String issue(Duration lifetime, Set<String> rights) {
        long exp = clock.instant().plus(lifetime).getEpochSecond();
        String token =
                List.of("{\"alg\":\"RS256\"}", "{\"exp\":" + exp + "}", "SECRET" + issued.incrementAndGet()).stream()
                        .map(part -> Base64.getUrlEncoder()
                                .withoutPadding()
                                .encodeToString(part.getBytes(StandardCharsets.UTF_8)))
                        .reduce((a, b) -> a + "." + b)
                        .orElseThrow();
        valid.put(token, rights);
        return token;
    }
}
