// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.registry.internal.run;

import java.util.regex.Pattern;

/** What a server says, as the message of an exception may hold it. */
public final class Quoted {
    private static final int MOST = 1024;
    private static final Pattern CONTROL = Pattern.compile("\\p{Cc}+");

    private Quoted() {}

    /** The text without what upsets a terminal, and no longer than anybody reads. */
    public static String text(String said) {
        String plain = CONTROL.matcher(said).replaceAll(" ");
        return plain.length() <= MOST ? plain : plain.substring(0, MOST) + "...";
    }
}
