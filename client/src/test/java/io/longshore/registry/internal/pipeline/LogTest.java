// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.registry.internal.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.longshore.registry.internal.fake.Program;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Reads the log of a process of its own: azure-core decides at its start whether and how much it logs. */
class LogTest {
    /** How the tokens of the fake registry end: the encoded signature. */
    private static final String TOKEN_END = "U0VDUkVU";

    private static String log;

    @BeforeAll
    static void run() throws IOException, InterruptedException {
        log = Program.output(LoggedSession.class, Map.of("AZURE_LOG_LEVEL", "verbose"));
    }

    @Test
    void log_atItsFullest_holdsRequestsOfBothKinds() {
        assertThat(log)
                .contains("/oauth2/exchange", "/oauth2/token", "/v2/a/x", "\"body\":\"{}\"", "the third login failed")
                .contains("handed out com.azure.core.credential.AccessToken@");
    }

    @Test
    void log_atItsFullest_tellsNoSecret() {
        assertThat(log).doesNotContain("SECRET").doesNotContain(TOKEN_END).doesNotContain("Bearer eyJ");
    }

    @Test
    void log_whatUsersOfARegistryNeed_isReadable() {
        assertThat(log).contains("n=7", "last=b", "bytes=0-9", "sig=REDACTED");
    }
}
