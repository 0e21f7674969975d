package io.citytwin.core.sync;

import io.citytwin.core.model.TwinId;
import io.citytwin.core.signal.Directive;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** What became of all directives, in the order in which they were issued. Safe for use by many threads. */
final class DirectiveBook {

    private final List<DirectiveRecord> records = new ArrayList<>();
    private final Map<String, Integer> latest = new HashMap<>();
    private final Map<Aim, Integer> current = new LinkedHashMap<>();
    private final Map<DirectiveRecord.State, Long> counts = new EnumMap<>(DirectiveRecord.State.class);

    synchronized int add(DirectiveRecord record) {
        int number = records.size();
        records.add(record);
        counts.merge(record.state(), 1L, Long::sum);
        latest.put(record.directive().id(), number);
        if (record.state() != DirectiveRecord.State.UNSERVED) {
            current.put(Aim.of(record.directive()), number);
        }
        return number;
    }

    synchronized DirectiveRecord get(int number) {
        return records.get(number);
    }

    synchronized void set(int number, DirectiveRecord record) {
        count(records.set(number, record), record);
    }

    private void count(DirectiveRecord before, DirectiveRecord now) {
        counts.merge(now.state(), 1L, Long::sum);
        counts.computeIfPresent(before.state(), (state, count) -> count == 1 ? null : count - 1);
    }

    synchronized int size() {
        return records.size();
    }

    /** The last record with an id: a claim that came back after another has the same id again. */
    synchronized Optional<Integer> latest(String id) {
        return Optional.ofNullable(latest.get(id));
    }

    /** Ends the directive that holds an actuator, before the next one takes its place. */
    synchronized Optional<DirectiveRecord> replace(Directive next, Instant at) {
        return Optional.ofNullable(current.get(Aim.of(next))).map(number -> {
            DirectiveRecord old = records.get(number).replaced(at);
            set(number, old);
            return old;
        });
    }

    /** What holds each actuator now. */
    synchronized List<DirectiveRecord> current() {
        return current.values().stream().map(records::get).toList();
    }

    synchronized List<DirectiveRecord> select(Predicate<DirectiveRecord> wanted) {
        return records.stream().filter(wanted).toList();
    }

    synchronized Map<DirectiveRecord.State, Long> counts() {
        return new EnumMap<>(counts);
    }

    /** One actuator. Immutable. */
    private record Aim(TwinId twin, String property) {
        static Aim of(Directive directive) {
            return new Aim(directive.twin(), directive.property());
        }
    }
}
