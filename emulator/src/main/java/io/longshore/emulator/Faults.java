// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.emulator;

import io.longshore.emulator.http.Disturbance;
import java.util.ArrayList;
import java.util.List;

/**
 * What is to go wrong in a running emulator. Faults strike in the order in which they were added, one a request; a
 * fault that has struck as often as it may lets the next one take its turn. Thread-safe.
 */
public final class Faults {
    private final List<Armed> armed = new ArrayList<>();

    Faults() {}

    /**
     * Arms a fault for the requests to come.
     *
     * @param fault the fault
     */
    public synchronized void add(Fault fault) {
        armed.add(new Armed(fault));
    }

    /** Disarms all faults. */
    public synchronized void clear() {
        armed.clear();
    }

    /**
     * How often faults have struck since the start or the last {@link #clear()}.
     *
     * @return the number of strikes
     */
    public synchronized int strikes() {
        return armed.stream().mapToInt(fault -> fault.struck).sum();
    }

    synchronized Disturbance next(String method, String target) {
        for (Armed candidate : armed) {
            if (candidate.strikes(method, target)) {
                return candidate.fault.effect();
            }
        }
        return Disturbance.NONE;
    }

    private static final class Armed {
        private final Fault fault;
        private int passed;
        private int struck;

        Armed(Fault fault) {
            this.fault = fault;
        }

        boolean strikes(String method, String target) {
            if (struck >= fault.strikes() || !fault.concerns(method, target)) {
                return false;
            }
            if (passed < fault.skipped()) {
                passed++;
                return false;
            }
            struck++;
            return true;
        }
    }
}
