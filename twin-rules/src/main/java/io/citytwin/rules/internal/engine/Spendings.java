package io.citytwin.rules.internal.engine;

import io.citytwin.core.model.Twin;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Who spent something of a counter, and when last. For one thread at a time. */
final class Spendings {

    private final Law law;
    private final Map<Object, Long> last = new HashMap<>();
    private long number;

    Spendings(Law law) {
        this.law = law;
    }

    /** As whom a twin is counted: as itself, and as what it is counted together by. */
    List<Object> holders(Twin twin) {
        List<Object> holders = new ArrayList<>(List.of(twin.id()));
        law.regulations()
                .flatMap(regulation -> regulation.state().counters().values().stream())
                .filter(counter -> counter.of().equals(twin.type().name()))
                .flatMap(counter -> counter.per().stream())
                .distinct()
                .forEach(per -> twin.value(per).ifPresent(holders::add));
        return holders;
    }

    /** How many there were. */
    long number() {
        return number;
    }

    void add(List<Object> holders) {
        number++;
        holders.forEach(holder -> last.put(holder, number));
    }

    /** Whether one of the holders spent something after there were so many. */
    boolean after(long before, List<Object> holders) {
        for (Object holder : holders) {
            Long latest = last.get(holder);
            if (latest != null && latest > before) {
                return true;
            }
        }
        return false;
    }

    /** Nobody asks about those so far any more. */
    void forget() {
        last.clear();
    }
}
