// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.emulator.store;

import org.jspecify.annotations.Nullable;

/**
 * That a manifest refers to another, which need not exist.
 *
 * @param subject the digest of the other
 * @param artifactType what lists of referrers say that it is; null for nothing
 * @param annotations JSON as text; null for none
 */
public record Referral(
        String subject,
        @Nullable String artifactType,
        @Nullable String annotations) {}
