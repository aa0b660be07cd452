// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.registry;

import com.azure.core.util.ServiceVersion;

/** The versions of the service's interface that this library speaks. */
public enum ContainerRegistryServiceVersion implements ServiceVersion {
    /** Service version {@code 2021-07-01}. */
    V2021_07_01("2021-07-01");

    private final String version;

    ContainerRegistryServiceVersion(String version) {
        this.version = version;
    }

    @Override
    public String getVersion() {
        return version;
    }

    /**
     * Gives the newest version that this library speaks.
     *
     * @return the newest version
     */
    public static ContainerRegistryServiceVersion getLatest() {
        return V2021_07_01;
    }
}
