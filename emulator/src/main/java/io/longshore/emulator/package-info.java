// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
/**
 * An Azure Container Registry to run inside a test or alone.
 *
 * <p>Start with {@link io.longshore.emulator.RegistryEmulator#start()}; everything else hangs off the running emulator.
 */
@NullMarked
package io.longshore.emulator;

import org.jspecify.annotations.NullMarked;
