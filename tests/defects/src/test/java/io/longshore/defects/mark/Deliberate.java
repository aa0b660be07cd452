// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.defects.mark;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Names the deliberate difference from the official library that a class of tests shows. */
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface Deliberate {
    /** Its number in the guide. */
    int value();
}
