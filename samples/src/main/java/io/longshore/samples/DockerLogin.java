// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.samples;

import com.azure.core.credential.AccessToken;
import io.longshore.registry.ContainerRegistryClient;

/** Gets a password for {@code docker login} and other tools from an Entra login. */
public final class DockerLogin {
    /** The user name that goes with a refresh token of the registry. */
    public static final String USER = "00000000-0000-0000-0000-000000000000";

    private DockerLogin() {}

    /**
     * Gets the password: a refresh token of the registry, which ends some hours later.
     *
     * @param client the registry's client
     * @return the password
     */
    public static String password(ContainerRegistryClient client) {
        AccessToken refreshToken = client.exchangeForRefreshToken();
        return refreshToken.getToken();
    }

    /**
     * Gets an access token for requests of one's own: for one thing, and for minutes.
     *
     * @param client the registry's client
     * @return a token that may pull
     */
    public static String pullToken(ContainerRegistryClient client) {
        return client.exchangeForAccessToken("repository:samples/app:pull").getToken();
    }
}
