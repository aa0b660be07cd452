// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.registry.internal.auth;

import static org.assertj.core.api.Assertions.assertThat;

import io.longshore.registry.internal.fake.MovableClock;
import io.longshore.registry.internal.run.SingleFlight.Claim;
import io.longshore.registry.internal.run.SingleFlight.Ticket;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class TokenCacheTest {
    private static final TokenService SERVICE =
            new TokenService(URI.create("https://reg.example/oauth2/token"), "reg.example");

    private final MovableClock clock = new MovableClock();
    private final TokenCache cache = new TokenCache(clock);
    private final TokenCache.Slot slot = cache.slot(key("repository:a:pull"));

    @Test
    void claim_firstCallerLeads_othersWait() {
        lead();

        assertThat(slot.claim()).isInstanceOf(Claim.Wait.class);
    }

    @Test
    void claim_afterTheFetch_isKnownAndWaitersHaveIt() {
        Ticket<Token> lead = lead();
        CompletableFuture<Token> waiting = waiting();
        Token token = token("a", 60);

        lead.fetched(token);

        assertThat(waiting).isCompletedWithValue(token);
        assertThat(slot.claim()).isEqualTo(new Claim.Known<>(token));
    }

    @Test
    void claim_expiredToken_leadsAgain() {
        lead().fetched(token("a", 60));

        clock.advance(Duration.ofMinutes(60));

        assertThat(slot.claim()).isInstanceOf(Claim.Lead.class);
    }

    @Test
    void claim_fiveMinutesBeforeExpiry_oneLeadsAndTheOthersUseTheOldToken() {
        Token old = token("a", 60);
        lead().fetched(old);

        clock.advance(Duration.ofMinutes(55).minusSeconds(1));
        assertThat(slot.claim()).isEqualTo(new Claim.Known<>(old));

        clock.advance(Duration.ofSeconds(1));
        lead();
        assertThat(slot.claim()).isEqualTo(new Claim.Known<>(old));
    }

    @Test
    void claim_shortLivedToken_isRefreshedInItsLastQuarter() {
        lead().fetched(token("a", 1));

        clock.advance(Duration.ofSeconds(44));
        assertThat(slot.claim()).isInstanceOf(Claim.Known.class);

        clock.advance(Duration.ofSeconds(1));
        assertThat(slot.claim()).isInstanceOf(Claim.Lead.class);
    }

    @Test
    void failed_oldTokenStillServes_everybodyGetsItForAWhile() {
        lead().fetched(token("a", 60));
        clock.advance(Duration.ofMinutes(56));

        assertThat(lead().failed(new IllegalStateException("down")).map(Token::secret))
                .contains("a");
        clock.advance(Duration.ofSeconds(29));
        assertThat(slot.claim()).isInstanceOf(Claim.Known.class);

        clock.advance(Duration.ofSeconds(1));
        assertThat(slot.claim()).isInstanceOf(Claim.Lead.class);
    }

    @Test
    void failed_oldTokenExpiredMeanwhile_isAFailure() {
        lead().fetched(token("a", 60));
        clock.advance(Duration.ofMinutes(56));
        Ticket<Token> refresh = lead();
        clock.advance(Duration.ofMinutes(4));

        assertThat(refresh.failed(new IllegalStateException("down"))).isEmpty();
    }

    @Test
    void failed_noOldToken_failsAllWhoWaitAndLetsTheNextLead() {
        Ticket<Token> lead = lead();
        CompletableFuture<Token> waiting = waiting();
        RuntimeException failure = new IllegalStateException("down");

        assertThat(lead.failed(failure)).isEmpty();

        assertThat(waiting.handle((token, thrown) -> thrown)).isCompletedWithValue(failure);
        assertThat(slot.claim()).isInstanceOf(Claim.Lead.class);
    }

    @Test
    void abandoned_waitersAreToldAndTheNextLeads() {
        Ticket<Token> lead = lead();
        CompletableFuture<Token> waiting = waiting();

        lead.abandoned();

        assertThat(waiting).isCancelled();
        assertThat(slot.claim()).isInstanceOf(Claim.Lead.class);
    }

    @Test
    void abandoned_afterAnotherTookTheLead_doesNotDisturbIt() {
        Ticket<Token> done = lead();
        done.fetched(token("a", 60));
        clock.advance(Duration.ofMinutes(60));
        lead();

        done.abandoned();

        assertThat(slot.claim()).isInstanceOf(Claim.Wait.class);
    }

    @Test
    void reject_heldToken_isForgotten() {
        lead().fetched(token("a", 60));

        slot.reject("a");

        assertThat(slot.claim()).isInstanceOf(Claim.Lead.class);
    }

    @Test
    void reject_olderToken_leavesTheNewerOne() {
        lead().fetched(token("b", 60));

        slot.reject("a");

        assertThat(slot.claim()).isInstanceOf(Claim.Known.class);
    }

    @Test
    void slot_sameRightsInAnotherOrder_isTheSame() {
        assertThat(cache.slot(key("repository:a:push,pull"))).isSameAs(cache.slot(key("repository:a:pull,push")));
    }

    @Test
    void slot_otherServiceOrKind_isAnother() {
        Scopes scopes = new Scopes("");
        TokenService other = new TokenService(SERVICE.realm(), "other.example");

        assertThat(List.of(
                        cache.slot(new TokenCache.Key(SERVICE, scopes, TokenCache.Key.Kind.ACCESS)),
                        cache.slot(new TokenCache.Key(SERVICE, scopes, TokenCache.Key.Kind.REFRESH)),
                        cache.slot(new TokenCache.Key(other, scopes, TokenCache.Key.Kind.ACCESS))))
                .doesNotHaveDuplicates();
    }

    @Test
    void slot_manyExpiredTokens_areForgotten() {
        lead().fetched(token("a", 60));
        for (int i = 1; i < 1_000; i++) {
            fetched(cache.slot(key("repository:r" + i + ":pull")));
        }
        assertThat(cache.slot(key("repository:a:pull"))).isSameAs(slot);

        clock.advance(Duration.ofHours(2));
        cache.slot(key("repository:one-more:pull"));

        assertThat(cache.slot(key("repository:a:pull"))).isNotSameAs(slot);
    }

    @Test
    void claim_32Threads_exactlyOneLeads() throws Exception {
        AtomicInteger leads = new AtomicInteger();
        ExecutorService threads = Executors.newFixedThreadPool(32);
        List<Future<Token>> tokens = new ArrayList<>();
        for (int i = 0; i < 32; i++) {
            tokens.add(threads.submit(() -> claimAndUse(leads)));
        }

        for (Future<Token> token : tokens) {
            assertThat(token.get().secret()).isEqualTo("fetch-1");
        }
        threads.shutdown();
        assertThat(leads).hasValue(1);
    }

    @Test
    void toString_tokenAndClaim_doNotTellTheSecret() {
        lead().fetched(token("SECRET", 60));

        assertThat(slot.claim() + token("SECRET", 1).toString()).doesNotContain("SECRET");
    }

    private Token claimAndUse(AtomicInteger leads) throws Exception {
        Claim<Token> claim = slot.claim();
        if (claim instanceof Claim.Lead<Token> lead) {
            lead.ticket().fetched(token("fetch-" + leads.incrementAndGet(), 60));
            return ((Claim.Known<Token>) slot.claim()).value();
        }
        return claim instanceof Claim.Known<Token> known
                ? known.value()
                : ((Claim.Wait<Token>) claim).fetched().get();
    }

    private void fetched(TokenCache.Slot other) {
        ((Claim.Lead<Token>) other.claim()).ticket().fetched(token("x", 60));
    }

    private Ticket<Token> lead() {
        return ((Claim.Lead<Token>) slot.claim()).ticket();
    }

    private CompletableFuture<Token> waiting() {
        return ((Claim.Wait<Token>) slot.claim()).fetched();
    }

    private Token token(String secret, long minutes) {
        return Token.expiring(secret, clock.instant(), clock.instant().plus(Duration.ofMinutes(minutes)));
    }

    private static TokenCache.Key key(String scopes) {
        return new TokenCache.Key(SERVICE, new Scopes(scopes), TokenCache.Key.Kind.ACCESS);
    }

    @Test
    void slot_moreLiveTokensThanItHolds_forgetsTheOneThatEndsSoonest() {
        List<TokenCache.Slot> slots = new ArrayList<>();
        for (int i = 0; i < 1_000; i++) {
            TokenCache.Slot live = cache.slot(live(i));
            ((Claim.Lead<Token>) live.claim()).ticket().fetched(token("t" + i, 60 + i));
            slots.add(live);
        }

        // Its own slot of the field above is idle and goes first; then those that end soonest.
        for (int i = 1_000; i < 1_010; i++) {
            ((Claim.Lead<Token>) cache.slot(live(i)).claim()).ticket().fetched(token("t" + i, 60 + i));
        }

        assertThat(cache.slot(live(999))).isSameAs(slots.get(999));
        assertThat(cache.slot(live(10))).isSameAs(slots.get(10));
        assertThat(cache.slot(live(0))).isNotSameAs(slots.get(0));
    }

    private static TokenCache.Key live(int number) {
        return key("repository:live" + number + ":pull");
    }
}
