// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.defects.mark;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The official Java library gets this right, which is checked on the same source. */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface OfficialPasses {
    /** Why it does although the defect is there elsewhere. */
    String value();
}
