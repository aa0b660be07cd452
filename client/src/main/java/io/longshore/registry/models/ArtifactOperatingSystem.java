// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.registry.models;

import com.azure.core.util.ExpandableStringEnum;
import java.util.Collection;

/**
 * The operating system an image is built for, in the words of Go's {@code GOOS}.
 *
 * <p>The set is open: whatever the service says becomes a value, such as the {@code unknown} it gives for attestations.
 */
public final class ArtifactOperatingSystem extends ExpandableStringEnum<ArtifactOperatingSystem> {
    /** AIX: {@code aix}. */
    public static final ArtifactOperatingSystem AIX = fromString("aix");

    /** Android: {@code android}. */
    public static final ArtifactOperatingSystem ANDROID = fromString("android");

    /** macOS: {@code darwin}. */
    public static final ArtifactOperatingSystem DARWIN = fromString("darwin");

    /** DragonFly BSD: {@code dragonfly}. */
    public static final ArtifactOperatingSystem DRAGONFLY = fromString("dragonfly");

    /** FreeBSD: {@code freebsd}. */
    public static final ArtifactOperatingSystem FREE_BSD = fromString("freebsd");

    /** illumos: {@code illumos}. */
    public static final ArtifactOperatingSystem ILLUMOS = fromString("illumos");

    /** iOS: {@code ios}. */
    public static final ArtifactOperatingSystem IOS = fromString("ios");

    /** JavaScript: {@code js}. */
    public static final ArtifactOperatingSystem JS = fromString("js");

    /** Linux: {@code linux}. */
    public static final ArtifactOperatingSystem LINUX = fromString("linux");

    /** NetBSD: {@code netbsd}. */
    public static final ArtifactOperatingSystem NET_BSD = fromString("netbsd");

    /** OpenBSD: {@code openbsd}. */
    public static final ArtifactOperatingSystem OPEN_BSD = fromString("openbsd");

    /** Plan 9: {@code plan9}. */
    public static final ArtifactOperatingSystem PLAN9 = fromString("plan9");

    /** Solaris: {@code solaris}. */
    public static final ArtifactOperatingSystem SOLARIS = fromString("solaris");

    /** Windows: {@code windows}. */
    public static final ArtifactOperatingSystem WINDOWS = fromString("windows");

    /**
     * Makes an instance without a value; only {@link #fromString(String)} may call it.
     *
     * @deprecated Use {@link #fromString(String)}, which gives the one instance of each value.
     */
    @Deprecated
    public ArtifactOperatingSystem() {}

    /**
     * Gives the one instance for a value, known or not.
     *
     * @param name the operating system as the service writes it, not null
     * @return the instance for {@code name}
     */
    public static ArtifactOperatingSystem fromString(String name) {
        return fromString(name, ArtifactOperatingSystem.class);
    }

    /**
     * Lists every value used so far in this process: the constants and those made by {@link #fromString(String)}.
     *
     * @return the values, in no particular order
     */
    public static Collection<ArtifactOperatingSystem> values() {
        return values(ArtifactOperatingSystem.class);
    }
}
