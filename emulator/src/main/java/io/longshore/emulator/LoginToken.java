// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.emulator;

import java.time.Duration;

/** What stands in for an Entra access token. */
record LoginToken(String value, Duration lifetime) {}
