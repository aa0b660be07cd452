// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.emulator.manifests;

import com.google.gson.JsonObject;
import io.longshore.emulator.http.PathPattern;
import io.longshore.emulator.http.Refusal;
import io.longshore.emulator.http.RegistryError;

/** Refusals of manifests that are not there, in the words recorded for each way to ask. */
final class Unknown {
    private Unknown() {}

    static Refusal reference(String reference) {
        return PathPattern.isDigest(reference) ? digest(reference) : tag(reference);
    }

    static Refusal tag(String tag) {
        JsonObject detail = new JsonObject();
        detail.addProperty("Tag", tag);
        return new Refusal(
                RegistryError.MANIFEST_UNKNOWN.replySaying("manifest tagged by \"" + tag + "\" is not found", detail));
    }

    static Refusal digest(String digest) {
        return new Refusal(RegistryError.MANIFEST_UNKNOWN.replySaying("manifest " + digest + " is not found", null));
    }
}
