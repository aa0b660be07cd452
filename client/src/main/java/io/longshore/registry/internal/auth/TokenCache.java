// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.registry.internal.auth;

import io.longshore.registry.internal.run.SingleFlight;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Tokens by (realm, service, scopes), each fetched once for all concurrent callers. Thread-safe. */
public final class TokenCache {
    private static final int MOST_TOKENS = 1_000;
    private static final Duration PAUSE_AFTER_FAILED_REFRESH = Duration.ofSeconds(30);

    private final ConcurrentHashMap<Key, Slot> slots = new ConcurrentHashMap<>();
    private final Clock clock;

    /** An empty cache that tells the time by {@code clock}. */
    public TokenCache(Clock clock) {
        this.clock = clock;
    }

    /**
     * What a token is good for.
     *
     * @param service who issues it
     * @param scopes what it allows; empty text for the refresh token that the others are made from
     */
    record Key(TokenService service, Scopes scopes, Kind kind) {
        enum Kind {
            REFRESH,
            ACCESS
        }
    }

    Instant now() {
        return clock.instant();
    }

    Slot slot(Key key) {
        if (slots.size() >= MOST_TOKENS && !slots.containsKey(key)) {
            makeRoom();
        }
        return slots.computeIfAbsent(key, ignored -> new Slot());
    }

    /** What is due goes first; where nothing is, the token that ends soonest. A token too few costs one more fetch. */
    private void makeRoom() {
        slots.values().removeIf(Slot::isIdle);
        if (slots.size() >= MOST_TOKENS) {
            slots.entrySet().stream()
                    .min(Comparator.comparing(entry -> entry.getValue().end()))
                    .ifPresent(soonest -> slots.remove(soonest.getKey()));
        }
    }

    /** One token and the fetch that is under way for it, if any. */
    final class Slot implements SingleFlight<Token> {
        private @Nullable Token token;
        private @Nullable Fetch fetch;

        @Override
        public Claim<Token> claim() {
            return claim(false);
        }

        /**
         * The same token for a caller who keeps it: while a new one is being fetched, the old one is not handed out.
         */
        SingleFlight<Token> lasting() {
            return () -> claim(true);
        }

        private synchronized Claim<Token> claim(boolean lasting) {
            Instant now = now();
            Token held = token;
            boolean usable = held != null && now.isBefore(held.expiresAt());
            if (held != null && usable && (now.isBefore(held.refreshAt()) || (fetch != null && !lasting))) {
                return new Claim.Known<>(held);
            }
            if (fetch != null) {
                return new Claim.Wait<>(fetch.future);
            }
            Fetch started = new Fetch();
            fetch = started;
            return new Claim.Lead<>(started);
        }

        /** Forgets this very token, if it is still the one that is held. */
        synchronized void reject(String secret) {
            if (token != null && token.secret().equals(secret)) {
                token = null;
            }
        }

        private synchronized Instant end() {
            return token == null ? Instant.MAX : token.expiresAt();
        }

        private synchronized boolean isIdle() {
            return fetch == null && (token == null || !now().isBefore(token.refreshAt()));
        }

        private synchronized void store(Token fetched) {
            fetch = null;
            token = fetched;
        }

        /** A caller may be cancelled after its fetch has ended: by then the lead may be another's. */
        private synchronized void release(Fetch ended) {
            if (fetch == ended) {
                fetch = null;
            }
        }

        /** A failed refresh while the old token still serves: keep it and wait a little before the next try. */
        private synchronized Optional<Token> fallBack() {
            fetch = null;
            Token held = token;
            if (held == null || !now().isBefore(held.expiresAt())) {
                return Optional.empty();
            }
            Token kept = new Token(held.secret(), held.expiresAt(), now().plus(PAUSE_AFTER_FAILED_REFRESH));
            token = kept;
            return Optional.of(kept);
        }

        private final class Fetch implements Ticket<Token> {
            private final CompletableFuture<Token> future = new CompletableFuture<>();

            @Override
            public void fetched(Token value) {
                store(value);
                future.complete(value);
            }

            @Override
            public Optional<Token> failed(Throwable failure) {
                Optional<Token> kept = fallBack();
                kept.ifPresentOrElse(future::complete, () -> future.completeExceptionally(failure));
                return kept;
            }

            @Override
            public void abandoned() {
                release(this);
                future.cancel(false);
            }
        }
    }
}
