// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.defects.mark;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Names the defect that a class of tests is about. */
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface Defect {
    /** A number for one of the Java library, N and a number for one of the .NET library. */
    String id();

    /** What is wrong, in a sentence. */
    String what();
}
