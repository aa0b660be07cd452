// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.replay.client;

import io.longshore.replay.recording.Answered;
import io.longshore.replay.recording.Asked;
import io.longshore.replay.recording.Content;
import io.longshore.replay.recording.Exchange;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Turns a recording into the requests that this client has to send, in order, with the recorded answers. The operations
 * are the recorded ones; their logins follow from the rules in {@link Deviation}.
 */
final class Script {
    private static final Pattern NEXT = Pattern.compile("<([^>]+)>; rel=\"next\"");
    private static final Pattern DIGEST = Pattern.compile("[?&](digest=[^&]+)");

    private final List<Exchange> exchanges;
    private final Logins logins;
    private final boolean anonymous;
    private final List<Cue> cues = new ArrayList<>();
    private final Set<String> tokens = new HashSet<>();
    private Optional<Exchange> challenge = Optional.empty();
    private String filter = "";
    private String link = "";

    private Script(List<Exchange> recorded, boolean anonymous) {
        this.exchanges = Transfers.asThisClientMakesThem(recorded);
        this.logins = new Logins(recorded, anonymous);
        this.anonymous = anonymous;
    }

    /** The script for a continuous stretch of a recording. */
    static List<Cue> of(List<Exchange> recorded, boolean anonymous) {
        return new Script(recorded, anonymous).cues();
    }

    private List<Cue> cues() {
        for (int i = 0; i < exchanges.size(); i++) {
            add(exchanges.get(i), exchanges.subList(i + 1, exchanges.size()));
        }
        if (!logins.left().isEmpty()) {
            throw new IllegalStateException("recorded logins that nothing needs: " + logins.left());
        }
        return cues;
    }

    private void add(Exchange exchange, List<Exchange> following) {
        Asked asked = exchange.asked();
        if (asked.isLogin() || isRepeated(exchange, following)) {
            return;
        }
        if (exchange.answered().isChallenge() && !asked.isAuthorized()) {
            challenge = Optional.of(exchange);
            return;
        }
        if (asked.isAuthorized()) {
            login(asked);
        }
        operation(exchange);
    }

    /** A token of the wrong scope, refused and then replaced: {@link Deviation#SCOPE_FORESEEN}. */
    private static boolean isRepeated(Exchange exchange, List<Exchange> following) {
        return exchange.answered().lacksScope()
                && following.stream()
                        .anyMatch(later ->
                                later.asked().target().equals(exchange.asked().target()));
    }

    private void login(Asked asked) {
        String scope = Logins.needed(asked);
        if (tokens.isEmpty()) {
            Asked unauthorised = challenge
                    .map(Exchange::asked)
                    .orElseGet(() -> asked.with(asked.headers().without("Authorization")));
            Answered refusal = challenge.map(Exchange::answered).orElseGet(() -> logins.challenge(scope));
            cues.add(new Cue(unauthorised, isFollowed(asked), refusal));
            if (!anonymous) {
                cue(logins.exchange());
            }
        }
        if (tokens.add(scope)) {
            cue(logins.token(scope));
        }
    }

    private void operation(Exchange exchange) {
        Asked asked = exchange.asked();
        boolean followed = isFollowed(asked);
        Asked named = asked.isAuthorized() ? withToken(asked) : asked;
        Asked expected = followed && !filter.isEmpty() ? named.at(asked.target() + "&" + filter) : named;
        if (!followed) {
            Matcher digest = DIGEST.matcher(asked.is("GET", "/acr/") ? asked.target() : "");
            filter = digest.find() ? digest.group(1) : "";
        }
        Matcher next = NEXT.matcher(exchange.answered().header("Link").orElse(""));
        link = next.find() ? next.group(1) : "";
        cues.add(new Cue(expected, followed, complete(exchange.answered())));
    }

    private static Asked withToken(Asked asked) {
        String token = "Bearer " + Logins.tokenFor(Logins.needed(asked));
        return asked.with(asked.headers().with("Authorization", token));
    }

    /** A list is only ever begun in its middle by a link, of the page before or kept by the caller. */
    private boolean isFollowed(Asked asked) {
        return asked.target().equals(link) || asked.query().contains("last=");
    }

    private void cue(Exchange exchange) {
        cues.add(new Cue(exchange.asked(), false, exchange.answered()));
    }

    /** {@link Deviation#BODY_MADE_UP}. */
    private static Answered complete(Answered answered) {
        int length = Integer.parseInt(answered.header("Content-Length").orElse("0"));
        boolean omitted = answered.body().isEmpty() && length > 0;
        return omitted
                ? new Answered(answered.status(), answered.headers(), Optional.of(Content.repeated((byte) ' ', length)))
                : answered;
    }
}
