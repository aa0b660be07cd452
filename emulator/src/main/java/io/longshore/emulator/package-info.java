/** An Azure Container Registry to run inside a test or alone. */
@NullMarked
package io.longshore.emulator;

import org.jspecify.annotations.NullMarked;
