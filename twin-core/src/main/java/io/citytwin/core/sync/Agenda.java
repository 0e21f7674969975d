package io.citytwin.core.sync;

import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.PriorityQueue;

/** Work to do, by moment and then in the order of calls. Safe for use by many threads. */
final class Agenda {

    private static final Comparator<Item> ORDER =
            Comparator.comparing(Item::moment).thenComparingLong(Item::turn);

    private final PriorityQueue<Item> items = new PriorityQueue<>(ORDER);
    private Runnable alarm = () -> {};
    private long turns;

    /** Calls back, from then on, whenever the first moment becomes an earlier one. */
    synchronized void onEarlier(Runnable wake) {
        alarm = wake;
    }

    synchronized void add(Instant moment, Runnable work) {
        Item item = new Item(moment, turns++, work);
        items.add(item);
        if (item.equals(items.peek())) {
            alarm.run();
        }
    }

    synchronized int size() {
        return items.size();
    }

    synchronized Optional<Instant> first() {
        return Optional.ofNullable(items.peek()).map(Item::moment);
    }

    /** Takes the first item that is due. */
    synchronized Optional<Item> poll(Instant until) {
        Item first = items.peek();
        return first == null || first.moment().isAfter(until) ? Optional.empty() : Optional.ofNullable(items.poll());
    }

    /** Something to do at a moment. Immutable. */
    record Item(Instant moment, long turn, Runnable work) {}
}
