// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.junit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Names the repository of a parameter that belongs to one: a content client, its builder, or a repository. The
 * repository need not exist.
 *
 * <pre>{@code
 * @Test
 * void pushes(@InRepository("team/app") ContainerRegistryContentClient content) { … }
 * }</pre>
 */
@Documented
@Target(ElementType.PARAMETER)
@Retention(RetentionPolicy.RUNTIME)
public @interface InRepository {
    /**
     * The repository's name.
     *
     * @return for instance {@code team/app}
     */
    String value();
}
