// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.registry.models;

import com.azure.core.util.ExpandableStringEnum;
import java.util.Collection;

/**
 * The resource that the Entra ID token is asked for, one per cloud; the token scope is this text with
 * {@code /.default}.
 *
 * <p>Any other resource can be made with {@link #fromString(String)}.
 */
public final class ContainerRegistryAudience extends ExpandableStringEnum<ContainerRegistryAudience> {
    /** Azure in China, run by 21Vianet. */
    public static final ContainerRegistryAudience AZURE_RESOURCE_MANAGER_CHINA =
            fromString("https://management.chinacloudapi.cn");

    /**
     * Azure in Germany, the former separate cloud.
     *
     * @deprecated That cloud was closed in October 2021.
     */
    @Deprecated
    public static final ContainerRegistryAudience AZURE_RESOURCE_MANAGER_GERMANY =
            fromString("https://management.microsoftazure.de");

    /** Azure for the government of the United States. */
    public static final ContainerRegistryAudience AZURE_RESOURCE_MANAGER_GOVERNMENT =
            fromString("https://management.usgovcloudapi.net");

    /** Azure, the public cloud. */
    public static final ContainerRegistryAudience AZURE_RESOURCE_MANAGER_PUBLIC_CLOUD =
            fromString("https://management.azure.com");

    /**
     * Makes an instance without a value; only {@link #fromString(String)} may call it.
     *
     * @deprecated Use {@link #fromString(String)}, which gives the one instance of each value.
     */
    @Deprecated
    public ContainerRegistryAudience() {}

    /**
     * Gives the one instance for a value, known or not.
     *
     * @param name the resource, an absolute URL, not null
     * @return the instance for {@code name}
     */
    public static ContainerRegistryAudience fromString(String name) {
        return fromString(name, ContainerRegistryAudience.class);
    }

    /**
     * Lists every value used so far in this process: the constants and those made by {@link #fromString(String)}.
     *
     * @return the values, in no particular order
     */
    public static Collection<ContainerRegistryAudience> values() {
        return values(ContainerRegistryAudience.class);
    }
}
