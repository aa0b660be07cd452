// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.

/** The weaknesses of Azure's .NET library 1.1.1, each a test that holds here. */
@NullMarked
package io.longshore.defects.dotnet;

import org.jspecify.annotations.NullMarked;
