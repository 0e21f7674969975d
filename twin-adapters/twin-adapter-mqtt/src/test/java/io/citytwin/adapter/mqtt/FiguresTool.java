package io.citytwin.adapter.mqtt;

import java.lang.management.ManagementFactory;
import java.util.Locale;

/** Times work and prints a row of a Markdown table for each. For one thread at a time. */
final class FiguresTool {

    private static final double NANOS = 1e9;

    private final com.sun.management.OperatingSystemMXBean machine =
            ManagementFactory.getPlatformMXBean(com.sun.management.OperatingSystemMXBean.class);

    FiguresTool() {
        print("%n| what | messages | seconds | per second | CPU us each |%n|---|---:|---:|---:|---:|%n");
    }

    /** Does work, and tells how many messages went through in a second. */
    double row(String what, int count, Work work) throws Exception {
        long cpu = machine.getProcessCpuTime();
        long start = System.nanoTime();
        work.run();
        double seconds = (System.nanoTime() - start) / NANOS;
        double each = (machine.getProcessCpuTime() - cpu) / 1e3 / count;
        print("| %s | %d | %.2f | %.0f | %.1f |%n", what, count, seconds, count / seconds, each);
        return count / seconds;
    }

    void print(String pattern, Object... values) {
        System.out.printf(Locale.ROOT, pattern, values);
    }

    /** Something to time. */
    interface Work {
        void run() throws Exception;
    }
}
