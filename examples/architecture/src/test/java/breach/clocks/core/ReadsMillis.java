package breach.clocks.core;

final class ReadsMillis {
    long read() {
        return System.currentTimeMillis();
    }
}
