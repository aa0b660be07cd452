// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.emulator;

import com.azure.core.credential.AccessToken;
import com.azure.core.credential.TokenCredential;
import com.azure.core.credential.TokenRequestContext;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import reactor.core.publisher.Mono;

/**
 * Stands in for an Entra login: hand it to any Azure client as its credential, and the emulator will accept its tokens
 * at {@code /oauth2/exchange}. Needs azure-core on the class path. Never blocks. Thread-safe.
 */
public final class EmulatorCredential implements TokenCredential {
    private final RegistryEmulator emulator;
    private final Set<EmulatorPermission> permissions;

    /**
     * A login that may do everything.
     *
     * @param emulator the emulator to log in to
     */
    public EmulatorCredential(RegistryEmulator emulator) {
        this(emulator, EnumSet.allOf(EmulatorPermission.class));
    }

    private EmulatorCredential(RegistryEmulator emulator, Set<EmulatorPermission> permissions) {
        this.emulator = emulator;
        this.permissions = Set.copyOf(permissions);
    }

    /**
     * A login for the same emulator that may do only this.
     *
     * @param allowed what the login may do
     * @return a credential with these rights
     */
    public EmulatorCredential withPermissions(EmulatorPermission... allowed) {
        return new EmulatorCredential(emulator, Set.copyOf(List.of(allowed)));
    }

    @Override
    public Mono<AccessToken> getToken(TokenRequestContext request) {
        return Mono.fromSupplier(this::token);
    }

    @Override
    public AccessToken getTokenSync(TokenRequestContext request) {
        return token();
    }

    private AccessToken token() {
        LoginToken token = emulator.loginToken(permissions);
        // Azure clients compare this with the system's time, which the emulator's clock may be far from.
        return new AccessToken(token.value(), OffsetDateTime.now(ZoneOffset.UTC).plus(token.lifetime()));
    }
}
