package io.citytwin.examples.benchmark.measure;

import com.sun.management.OperatingSystemMXBean;
import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.concurrent.locks.LockSupport;

/** What this machine has used so far. */
final class Gauge {

    private static final OperatingSystemMXBean SYSTEM =
            ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
    private static final ThreadMXBean THREADS = ManagementFactory.getPlatformMXBean(ThreadMXBean.class);
    private static final int COLLECTIONS = 10;
    private static final long STILL = 20_000;
    private static final long PAUSE = 50_000_000;

    private Gauge() {}

    /** Processor time of all threads, in nanoseconds. */
    static long cpu() {
        return SYSTEM.getProcessCpuTime();
    }

    /** Bytes that this thread asked for. */
    static long allocated() {
        return THREADS.getThreadAllocatedBytes(Thread.currentThread().getId());
    }

    /** Bytes in use after garbage was collected as often as that found any. */
    static long heap() {
        long before = Long.MAX_VALUE;
        long now = collected();
        for (int i = 0; i < COLLECTIONS && before - now > STILL; i++) {
            before = now;
            now = collected();
        }
        return now;
    }

    private static long collected() {
        System.gc();
        // Cleaners and reference queues need a moment of their own.
        LockSupport.parkNanos(PAUSE);
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }

    /** Milliseconds since this machine was started. */
    static long sinceStart() {
        return ManagementFactory.getRuntimeMXBean().getUptime();
    }
}
