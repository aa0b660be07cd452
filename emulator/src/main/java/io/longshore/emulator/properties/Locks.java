// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.emulator.properties;

import com.google.gson.JsonObject;
import io.longshore.emulator.http.Refusal;
import io.longshore.emulator.http.RegistryError;

/** Refuses what attributes forbid. */
public final class Locks {
    private Locks() {}

    /** Refuses with 405, as recorded for locks, unless this is allowed. */
    public static void require(boolean allowed) {
        if (!allowed) {
            throw new Refusal(RegistryError.REGISTRY_DISALLOWED_OPERATION.reply(new JsonObject()));
        }
    }
}
