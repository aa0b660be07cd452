// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.emulator.properties;

import com.google.gson.JsonObject;
import io.longshore.emulator.http.Refusal;
import io.longshore.emulator.http.RegistryError;
import io.longshore.emulator.http.Request;

/** What answers about a repository and what is in it have in common. */
public final class Envelope {
    private Envelope() {}

    /** How an answer begins. */
    public static JsonObject start(Request request) {
        JsonObject body = new JsonObject();
        body.addProperty("registry", request.host());
        body.addProperty("imageName", request.repository());
        return body;
    }

    /** The refusal of a repository that is not there, as recorded under {@code /acr/v1}. */
    public static Refusal unknownRepository(String name) {
        return new Refusal(RegistryError.NAME_UNKNOWN.replySaying("repository \"" + name + "\" is not found", null));
    }
}
