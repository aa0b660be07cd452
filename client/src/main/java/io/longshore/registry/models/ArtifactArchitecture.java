// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.registry.models;

import com.azure.core.util.ExpandableStringEnum;
import java.util.Collection;

/**
 * The processor an image is built for, in the words of Go's {@code GOARCH}.
 *
 * <p>The set is open: whatever the service says becomes a value, such as the {@code unknown} it gives for attestations.
 */
public final class ArtifactArchitecture extends ExpandableStringEnum<ArtifactArchitecture> {
    /** 32-bit x86: {@code 386}. */
    public static final ArtifactArchitecture I386 = fromString("386");

    /** 64-bit x86: {@code amd64}. */
    public static final ArtifactArchitecture AMD64 = fromString("amd64");

    /** 32-bit ARM: {@code arm}. */
    public static final ArtifactArchitecture ARM = fromString("arm");

    /** 64-bit ARM: {@code arm64}. */
    public static final ArtifactArchitecture ARM64 = fromString("arm64");

    /** 32-bit MIPS, big endian: {@code mips}. */
    public static final ArtifactArchitecture MIPS = fromString("mips");

    /** 32-bit MIPS, little endian: {@code mipsle}. */
    public static final ArtifactArchitecture MIPS_LE = fromString("mipsle");

    /** 64-bit MIPS, big endian: {@code mips64}. */
    public static final ArtifactArchitecture MIPS64 = fromString("mips64");

    /** 64-bit MIPS, little endian: {@code mips64le}. */
    public static final ArtifactArchitecture MIPS64LE = fromString("mips64le");

    /** 64-bit PowerPC, big endian: {@code ppc64}. */
    public static final ArtifactArchitecture PPC64 = fromString("ppc64");

    /** 64-bit PowerPC, little endian: {@code ppc64le}. */
    public static final ArtifactArchitecture PPC64LE = fromString("ppc64le");

    /** 64-bit RISC-V: {@code riscv64}. */
    public static final ArtifactArchitecture RISC_V64 = fromString("riscv64");

    /** IBM Z: {@code s390x}. */
    public static final ArtifactArchitecture S390X = fromString("s390x");

    /** WebAssembly: {@code wasm}. */
    public static final ArtifactArchitecture WASM = fromString("wasm");

    /**
     * Makes an instance without a value; only {@link #fromString(String)} may call it.
     *
     * @deprecated Use {@link #fromString(String)}, which gives the one instance of each value.
     */
    @Deprecated
    public ArtifactArchitecture() {}

    /**
     * Gives the one instance for a value, known or not.
     *
     * @param name the architecture as the service writes it, not null
     * @return the instance for {@code name}
     */
    public static ArtifactArchitecture fromString(String name) {
        return fromString(name, ArtifactArchitecture.class);
    }

    /**
     * Lists every value used so far in this process: the constants and those made by {@link #fromString(String)}.
     *
     * @return the values, in no particular order
     */
    public static Collection<ArtifactArchitecture> values() {
        return values(ArtifactArchitecture.class);
    }
}
