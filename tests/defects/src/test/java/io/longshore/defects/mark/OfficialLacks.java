// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.defects.mark;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The test cannot be run on the official Java library. */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface OfficialLacks {
    /** What it lacks. */
    String value();
}
