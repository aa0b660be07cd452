// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.benchmarks.compare;

import io.longshore.benchmarks.process.Cost;
import io.longshore.benchmarks.process.ResidentMemory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Does one operation and prints, by tabs: what came of it, wall and processor time in ms, KiB allocated on the heap,
 * threads that ended meanwhile, and the process's peak of resident memory in KiB.
 *
 * <p>Arguments: operation, {@code sync} or {@code async}, the registry's facts, the folder of files, the file to
 * download to, and how often to do it unmeasured before.
 */
final class Run {
    private static final int NANOS_PER_MILLI = 1_000_000;
    private static final int KIB = 1024;

    private Run() {}

    public static void main(String[] arguments) throws Exception {
        Place place = Place.read(Path.of(arguments[2]), Path.of(arguments[3]), Path.of(arguments[4]));
        Operations operations = arguments[1].equals("sync") ? new SyncOperations(place) : new AsyncOperations(place);
        print(operations, arguments[0], Integer.parseInt(arguments[5]));
    }

    static void print(Operations operations, String operation, int warmUps) throws Exception {
        for (int round = 0; round < warmUps; round++) {
            operations.run(operation);
        }
        List<String> outcome = new ArrayList<>();
        Cost cost = Cost.of(() -> outcome.add(operations.run(operation)));
        System.out.println(String.join(
                "\t",
                outcome.get(0),
                Long.toString(cost.wallNanos() / NANOS_PER_MILLI),
                Long.toString(cost.cpuNanos() / NANOS_PER_MILLI),
                Long.toString(cost.allocatedBytes() / KIB),
                Long.toString(cost.endedThreads()),
                Long.toString(ResidentMemory.peakKib())));
        // What a library leaves running is not the subject.
        System.exit(0);
    }
}
