package io.citytwin.rules.internal.engine;

import io.citytwin.rules.Isolated;
import io.citytwin.rules.internal.grammar.Effort.Exhausted;
import io.citytwin.rules.regulation.Regulation;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListMap;

/**
 * The regulations whose evaluation was stopped. Stopping is a function of what is evaluated, like any answer: it is
 * remembered for reports only, and decides nothing later. Safe for use by many threads.
 */
final class Isolation {

    private final SortedMap<String, Isolated> found = new ConcurrentSkipListMap<>();

    /** Keeps why a group was stopped; the cell that makes its answer unknown. */
    SortedSet<String> isolate(Group group, RuntimeException failure) {
        String id = group.regulation().id();
        boolean exhausted = failure instanceof Exhausted;
        String reason = exhausted
                ? String.valueOf(failure.getMessage())
                : "its evaluation failed unexpectedly: `" + failure.getMessage() + "`";
        found.putIfAbsent(id + "/" + group.name(), new Isolated(id, group.name(), reason));
        return new TreeSet<>(Set.of(exhausted ? budget(id) : failed(id)));
    }

    private static String budget(String id) {
        return "budget(" + id + ")";
    }

    private static String failed(String id) {
        return "failure(" + id + ")";
    }

    /** Whether an answer is unknown because a regulation was stopped. */
    static boolean isStopped(Regulation regulation, Set<String> unknown) {
        return unknown.contains(budget(regulation.id())) || unknown.contains(failed(regulation.id()));
    }

    /** Sorted by regulation and provision. */
    List<Isolated> all() {
        return List.copyOf(found.values());
    }
}
