// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.emulator.http;

import com.google.gson.JsonElement;
import java.security.CodeSource;
import java.util.function.Supplier;
import org.apache.hc.core5.http.impl.io.DefaultBHttpServerConnectionFactory;

/** Explains a clash with the libraries that the class path of the user's own program brings. */
public final class Libraries {
    private Libraries() {}

    /** What to tell somebody whose libraries do not fit: which ones are needed, and which jars are in use. */
    public static String explain(LinkageError clash) {
        return "a library on the class path does not fit the emulator, which needs HttpCore 5.2, Gson 2.9.1 and H2 2.1"
                + " or newer (" + clash + "); in use are "
                + jar(() -> DefaultBHttpServerConnectionFactory.class) + ", "
                + jar(() -> JsonElement.class) + " and "
                + jar(() -> org.h2.Driver.class);
    }

    private static String jar(Supplier<Class<?>> library) {
        try {
            CodeSource source = library.get().getProtectionDomain().getCodeSource();
            return source == null ? library.get().getName() : String.valueOf(source.getLocation());
        } catch (LinkageError e) {
            return "nothing for " + e.getMessage();
        }
    }
}
