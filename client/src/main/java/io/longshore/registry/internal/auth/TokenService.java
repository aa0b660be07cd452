// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.registry.internal.auth;

import java.net.URI;

/**
 * Who issues tokens for a registry, as its challenge said.
 *
 * @param realm the token endpoint, checked before anything is sent there
 * @param service the registry's name for itself
 */
record TokenService(URI realm, String service) {}
