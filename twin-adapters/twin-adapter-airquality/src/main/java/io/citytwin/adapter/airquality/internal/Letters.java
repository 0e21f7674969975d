package io.citytwin.adapter.airquality.internal;

import io.citytwin.adapter.airquality.AirError;
import io.citytwin.core.spi.AdapterContext;
import io.citytwin.core.spi.DeadLetter;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Keeps what could not be read, once: a source shows a bad row each time it is asked. For one thread at a time.
 */
final class Letters {

    private static final int REMEMBERED = 20_000;
    private static final int MOST_AT_ONCE = 500;
    // Of these the reason counts and not the row: each hour brings another row of the same sensor.
    private static final Set<String> BY_REASON = Set.of(
            AirError.UNKNOWN_STATION.id(),
            AirError.POLLUTANT.id(),
            AirError.UNIT.id(),
            AirError.FLAG.id(),
            AirError.SENSOR.id());

    private final AdapterContext context;
    private final Set<String> known = new LinkedHashSet<>();

    Letters(AdapterContext context) {
        this.context = context;
    }

    /** Keeps those that are new; returns how many. */
    int keep(List<DeadLetter> letters) {
        List<DeadLetter> fresh = new ArrayList<>();
        letters.stream().filter(this::isNew).forEach(fresh::add);
        fresh.stream().limit(MOST_AT_ONCE).forEach(context::refuse);
        if (fresh.size() > MOST_AT_ONCE) {
            DeadLetter next = fresh.get(MOST_AT_ONCE);
            String reason =
                    "`" + (fresh.size() - MOST_AT_ONCE) + "` more rows were refused; the next one: " + next.reason();
            context.refuse(new DeadLetter(next.source(), AirError.TOO_MANY.id(), reason, next.text(), next.at()));
        }
        return fresh.size();
    }

    private boolean isNew(DeadLetter letter) {
        String reason = letter.reason().substring(letter.reason().indexOf(' ') + 1);
        String what = BY_REASON.contains(letter.code()) ? reason : letter.text();
        // The hash of a text instead of the text: a bad file is as long as a good one.
        boolean fresh = known.add(letter.code() + " " + what.length() + " " + what.hashCode());
        if (known.size() > REMEMBERED) {
            known.remove(known.iterator().next());
        }
        return fresh;
    }
}
