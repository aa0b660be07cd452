// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.behaviour;

import io.longshore.emulator.RegistryEmulator;
import java.util.function.Function;

/**
 * One step of a scenario: what is asked of the library, and what was done to the registry before.
 *
 * @param name what it shows
 * @param before prepares the registry, unseen by the comparison
 * @param action calls the library and gives what came back, in any form that can be shown
 */
record Step(String name, java.util.function.Consumer<RegistryEmulator> before, Function<Way, Object> action) {

    static Step of(String name, Function<Way, Object> action) {
        return new Step(name, registry -> {}, action);
    }

    Step after(java.util.function.Consumer<RegistryEmulator> preparation) {
        return new Step(name, preparation, action);
    }
}
