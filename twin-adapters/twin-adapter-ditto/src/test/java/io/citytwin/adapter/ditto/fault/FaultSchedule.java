package io.citytwin.adapter.ditto.fault;

import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** One fault after the other on one or several proxies, with calm in between, until it is healed. The seed decides. */
final class FaultSchedule {

    /** What can go wrong. */
    enum Kind {
        CUT,
        REFUSE,
        BLACK_HOLE,
        HALF_OPEN,
        LATENCY,
        GARBAGE_BACK,
        GARBAGE_FORTH
    }

    private static final int SHORTEST_MILLIS = 300;

    private final List<FaultProxy> proxies;
    private final ScheduledExecutorService timer;
    private final Random random;
    private final int longestMillis;
    private final Map<Kind, Integer> counts = new EnumMap<>(Kind.class);
    private boolean over;

    FaultSchedule(List<FaultProxy> proxies, ScheduledExecutorService timer, long seed, Duration longest) {
        this.proxies = proxies;
        this.timer = timer;
        this.random = new Random(seed);
        this.longestMillis = (int) longest.toMillis();
    }

    /** Begins with a calm. */
    synchronized void start() {
        after(between(SHORTEST_MILLIS, 1_000), this::fault);
    }

    /** Ends all faults, for good. */
    synchronized void heal() {
        over = true;
        proxies.forEach(FaultProxy::heal);
    }

    /** How many there were of each kind. */
    synchronized Map<Kind, Integer> counts() {
        return new EnumMap<>(counts);
    }

    private synchronized void fault() {
        if (over) {
            return;
        }
        // Each kind comes once before any comes twice, so that even a short run has them all.
        int round = counts.values().stream().mapToInt(Integer::intValue).sum() / Kind.values().length;
        List<Kind> due = List.of(Kind.values()).stream()
                .filter(kind -> counts.getOrDefault(kind, 0) <= round)
                .toList();
        Kind kind = due.get(random.nextInt(due.size()));
        counts.merge(kind, 1, Integer::sum);
        int victims = 1 + random.nextInt((1 << proxies.size()) - 1);
        for (int i = 0; i < proxies.size(); i++) {
            if ((victims >> i & 1) == 1) {
                inflict(kind, proxies.get(i));
            }
        }
        // Mostly short, so that many fit in; seldom so long that silence itself must be noticed.
        int most = random.nextInt(8) == 0 ? longestMillis : Math.min(longestMillis, 2_500);
        after(between(SHORTEST_MILLIS, most), this::calm);
    }

    private synchronized void calm() {
        if (!over) {
            proxies.forEach(FaultProxy::heal);
            after(between(SHORTEST_MILLIS, 2_000), this::fault);
        }
    }

    private void inflict(Kind kind, FaultProxy proxy) {
        switch (kind) {
            case CUT -> proxy.cut();
            case REFUSE -> {
                proxy.mode(FaultProxy.Mode.REFUSE);
                proxy.cut();
            }
            case BLACK_HOLE -> proxy.mode(FaultProxy.Mode.BLACK_HOLE);
            case HALF_OPEN -> proxy.mode(FaultProxy.Mode.HALF_OPEN);
            case LATENCY -> proxy.latency(Duration.ofMillis(between(50, 500)));
            case GARBAGE_BACK -> proxy.garbage();
            case GARBAGE_FORTH -> proxy.garbageForth();
        }
    }

    private int between(int least, int most) {
        return least + random.nextInt(Math.max(1, most - least));
    }

    private void after(int millis, Runnable next) {
        var unused = timer.schedule(next, millis, TimeUnit.MILLISECONDS);
    }
}
