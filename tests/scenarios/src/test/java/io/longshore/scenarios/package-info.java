// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
/** The scenarios of the .NET and Java test suites of Azure's libraries, under their names; checklist.txt lists them. */
@NullMarked
package io.longshore.scenarios;

import org.jspecify.annotations.NullMarked;
