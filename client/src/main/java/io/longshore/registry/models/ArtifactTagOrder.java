// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.registry.models;

import com.azure.core.util.ExpandableStringEnum;
import java.util.Collection;

/**
 * The order in which a listing of tags comes.
 *
 * <p>The text of a value is what the {@code orderby} query parameter carries; {@link #NONE} stands for no parameter.
 */
public final class ArtifactTagOrder extends ExpandableStringEnum<ArtifactTagOrder> {
    /** No order asked for: {@code orderby} is left out, and the service sorts by name. */
    public static final ArtifactTagOrder NONE = fromString("none");

    /** Last updated first: {@code timedesc}. */
    public static final ArtifactTagOrder LAST_UPDATED_ON_DESCENDING = fromString("timedesc");

    /** Last updated last: {@code timeasc}. */
    public static final ArtifactTagOrder LAST_UPDATED_ON_ASCENDING = fromString("timeasc");

    /**
     * Makes an instance without a value; only {@link #fromString(String)} may call it.
     *
     * @deprecated Use {@link #fromString(String)}, which gives the one instance of each value.
     */
    @Deprecated
    public ArtifactTagOrder() {}

    /**
     * Gives the one instance for a value, known or not.
     *
     * @param name the value of {@code orderby}, not null
     * @return the instance for {@code name}
     */
    public static ArtifactTagOrder fromString(String name) {
        return fromString(name, ArtifactTagOrder.class);
    }

    /**
     * Lists every value used so far in this process: the constants and those made by {@link #fromString(String)}.
     *
     * @return the values, in no particular order
     */
    public static Collection<ArtifactTagOrder> values() {
        return values(ArtifactTagOrder.class);
    }
}
