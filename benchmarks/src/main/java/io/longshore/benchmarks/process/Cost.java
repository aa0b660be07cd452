// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.benchmarks.process;

import com.sun.management.OperatingSystemMXBean;
import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.Callable;

/**
 * What a piece of work took.
 *
 * @param wallNanos time that passed
 * @param cpuNanos processor time of the whole process, the compiler and the garbage collector included
 * @param allocatedBytes what was allocated on the heap by the threads that live at the end
 * @param endedThreads threads that ended meanwhile: what they allocated is missing
 */
public record Cost(long wallNanos, long cpuNanos, long allocatedBytes, long endedThreads) {

    /** Does the work once. */
    public static Cost of(Callable<?> work) throws Exception {
        ThreadMXBean threads = ManagementFactory.getPlatformMXBean(ThreadMXBean.class);
        OperatingSystemMXBean system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
        long[] before = threads.getAllThreadIds();
        long allocated = allocated(threads, before);
        long started = threads.getTotalStartedThreadCount();
        long cpu = system.getProcessCpuTime();
        long wall = System.nanoTime();
        work.call();
        wall = System.nanoTime() - wall;
        cpu = system.getProcessCpuTime() - cpu;
        long[] after = threads.getAllThreadIds();
        started = threads.getTotalStartedThreadCount() - started;
        return new Cost(
                wall,
                cpu,
                allocated(threads, after) - allocated,
                started - (added(before, after) - added(after, before)));
    }

    /** A thread that ended between the two questions counts as -1. */
    private static long allocated(ThreadMXBean threads, long[] ids) {
        return Arrays.stream(threads.getThreadAllocatedBytes(ids))
                .filter(bytes -> bytes > 0)
                .sum();
    }

    private static int added(long[] before, long[] after) {
        Set<Long> more = new HashSet<>(Arrays.stream(after).boxed().toList());
        Arrays.stream(before).forEach(more::remove);
        return more.size();
    }
}
