// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.behaviour;

import com.azure.core.credential.AccessToken;
import io.longshore.emulator.Fault;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;

/** What the library does to hand out the registry's tokens, as steps. */
final class TokenScenarios {
    private static final String PULL = "repository:samples/app:pull";

    private TokenScenarios() {}

    static List<Step> handedOut() {
        return List.of(
                Step.of("a refresh token", way -> shown(way.refreshToken())),
                Step.of("the same again", way -> shown(way.refreshToken())),
                Step.of("an access token", way -> shown(way.accessToken(PULL))),
                Step.of("one for two resources", way -> shown(way.accessToken(PULL, "registry:catalog:*"))),
                Step.of("the same in another order", way -> shown(way.accessToken("registry:catalog:*", PULL))),
                Step.of("used by the client itself", Way::repositoryNames),
                Step.of("a malformed scope", way -> shown(way.accessToken("samples/app:pull"))),
                Step.of("no scope", way -> shown(way.accessToken())),
                Step.of("a throttled token endpoint", way -> shown(way.accessToken("repository:other:pull")))
                        .after(registry -> registry.faults()
                                .add(Fault.throttle(Duration.ZERO)
                                        .on("POST", "/oauth2/token.*")
                                        .times(1))),
                Step.of("a token endpoint that fails", way -> shown(way.accessToken("repository:third:pull")))
                        .after(registry ->
                                registry.faults().add(Fault.status(500).on("POST", "/oauth2/token.*"))));
    }

    /** The token itself differs from run to run. */
    private static String shown(AccessToken token) {
        long minutes = Math.round(Duration.between(OffsetDateTime.now(ZoneOffset.UTC), token.getExpiresAt())
                        .toSeconds()
                / 60.0);
        return "a token for " + minutes + " minutes";
    }
}
