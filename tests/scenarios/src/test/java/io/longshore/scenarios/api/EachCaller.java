// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.scenarios.api;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A scenario that runs four times, both ways and with a login and without: its first parameter is the {@link Caller}.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@ParameterizedTest(name = "{0}")
@MethodSource("io.longshore.scenarios.api.Caller#each")
public @interface EachCaller {}
