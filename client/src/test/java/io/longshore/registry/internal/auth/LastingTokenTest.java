// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.registry.internal.auth;

import static org.assertj.core.api.Assertions.assertThat;

import io.longshore.registry.internal.fake.MovableClock;
import io.longshore.registry.internal.run.SingleFlight.Claim;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a caller gets who keeps the token. */
class LastingTokenTest {
    private final MovableClock clock = new MovableClock();
    private final TokenCache.Slot slot = new TokenCache(clock)
            .slot(new TokenCache.Key(
                    new TokenService(URI.create("https://reg.example/oauth2/token"), "reg.example"),
                    new Scopes("repository:a:pull"),
                    TokenCache.Key.Kind.ACCESS));
    private final Token old = token("old");

    @BeforeEach
    void fetchOnce() {
        ((Claim.Lead<Token>) slot.claim()).ticket().fetched(old);
    }

    @Test
    void lasting_tokenIsFresh_isKnown() {
        assertThat(slot.lasting().claim()).isEqualTo(new Claim.Known<>(old));
    }

    @Test
    void lasting_tokenIsDue_leads() {
        clock.advance(Duration.ofMinutes(56));

        assertThat(slot.lasting().claim()).isInstanceOf(Claim.Lead.class);
    }

    @Test
    void lasting_newOneIsBeingFetched_waitsWhereARequestUsesTheOldOne() {
        clock.advance(Duration.ofMinutes(56));
        Claim.Lead<Token> lead = (Claim.Lead<Token>) slot.claim();

        assertThat(slot.claim()).isEqualTo(new Claim.Known<>(old));
        Claim.Wait<Token> waiting = (Claim.Wait<Token>) slot.lasting().claim();

        Token fresh = token("fresh");
        lead.ticket().fetched(fresh);
        assertThat(waiting.fetched()).isCompletedWithValue(fresh);
    }

    @Test
    void lasting_newOneIsNotToBeHad_waitersGetTheOldOne() {
        clock.advance(Duration.ofMinutes(56));
        Claim.Lead<Token> lead = (Claim.Lead<Token>) slot.claim();
        Claim.Wait<Token> waiting = (Claim.Wait<Token>) slot.lasting().claim();

        assertThat(lead.ticket().failed(new IllegalStateException("refused"))).isPresent();

        assertThat(waiting.fetched())
                .isCompletedWithValueMatching(kept -> kept.secret().equals("old"));
    }

    private Token token(String secret) {
        return Token.expiring(secret, clock.instant(), clock.instant().plus(Duration.ofHours(1)));
    }
}
