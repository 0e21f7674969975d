package io.citytwin.core.sync;

import java.time.Instant;
import java.util.Optional;
import java.util.PriorityQueue;

/** Work to do, by moment and then in the order of calls. Safe for use by many threads. */
final class Agenda {

    private final PriorityQueue<Item> items = new PriorityQueue<>();
    private Runnable alarm = () -> {};
    private long turns;

    /** Calls back, from then on, whenever the first moment becomes an earlier one. */
    synchronized void onEarlier(Runnable wake) {
        alarm = wake;
    }

    synchronized void add(Instant moment, Runnable work) {
        Item before = items.peek();
        items.add(new Item(moment, turns++, work));
        if (before == null || moment.isBefore(before.moment())) {
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
    record Item(Instant moment, long turn, Runnable work) implements Comparable<Item> {

        // Compared several times for each message of a busy city.
        @Override
        public int compareTo(Item other) {
            int earlier = moment.compareTo(other.moment);
            return earlier == 0 ? Long.compare(turn, other.turn) : earlier;
        }
    }
}
