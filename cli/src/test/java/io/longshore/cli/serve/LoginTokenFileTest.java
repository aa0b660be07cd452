// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.cli.serve;

import static org.assertj.core.api.Assertions.assertThat;

import com.azure.core.credential.AccessToken;
import com.azure.core.credential.TokenCredential;
import com.azure.core.credential.TokenRequestContext;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import reactor.core.publisher.Mono;

@Timeout(60)
class LoginTokenFileTest {
    private static final Duration NEVER = Duration.ofDays(1);
    private static final Duration AT_ONCE = Duration.ofMillis(1);

    private final BlockingQueue<String> warnings = new LinkedBlockingQueue<>();

    @TempDir
    private Path folder;

    @Test
    @EnabledOnOs({OS.LINUX, OS.MAC})
    void file_kept_isForItsOwnerAlone() throws Exception {
        try (LoginTokenFile file = LoginTokenFile.keep(path(), new Tokens(9), NEVER, warnings::add)) {
            assertThat(file.path()).hasContent("token 1");
            assertThat(Files.getPosixFilePermissions(file.path()))
                    .isEqualTo(PosixFilePermissions.fromString("rw-------"));
        }
    }

    @Test
    void file_closed_isGone() {
        LoginTokenFile.keep(path(), new Tokens(9), NEVER, warnings::add).close();

        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void file_afterATime_hasANewToken() throws Exception {
        Tokens tokens = new Tokens(9);

        LoginTokenFile file = LoginTokenFile.keep(path(), tokens, AT_ONCE, warnings::add);
        tokens.used.await();

        assertThat(Files.readString(path())).isNotEqualTo("token 1");
        file.close();
    }

    @Test
    void renewal_thatFails_warnsAndTriesAgain() throws Exception {
        Tokens tokens = new Tokens(1);

        try (LoginTokenFile file = LoginTokenFile.keep(path(), tokens, AT_ONCE, warnings::add)) {
            assertThat(warnings.poll(30, TimeUnit.SECONDS)).contains("none left");
            assertThat(warnings.poll(30, TimeUnit.SECONDS)).contains("none left");
            assertThat(file.path()).hasContent("token 1");
        }
    }

    private Path path() {
        return folder.resolve("login-token");
    }

    /** Hands out so many tokens, then fails. */
    private static final class Tokens implements TokenCredential {
        private final int most;
        private final CountDownLatch used;
        private int count;

        Tokens(int most) {
            this.most = most;
            this.used = new CountDownLatch(most);
        }

        @Override
        public Mono<AccessToken> getToken(TokenRequestContext request) {
            return Mono.fromSupplier(() -> getTokenSync(request));
        }

        @Override
        public synchronized AccessToken getTokenSync(TokenRequestContext request) {
            if (count == most) {
                throw new IllegalStateException("none left");
            }
            count++;
            used.countDown();
            return new AccessToken(
                    "token " + count, OffsetDateTime.now(ZoneOffset.UTC).plusMinutes(30));
        }
    }
}
