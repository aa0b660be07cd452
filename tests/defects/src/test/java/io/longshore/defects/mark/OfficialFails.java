// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.defects.mark;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The test fails on the official library, and this stands in the failure. That is checked, on the same source. */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface OfficialFails {
    /** A part of the failure's types and messages that shows the defect at work. */
    String value();
}
