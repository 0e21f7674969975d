package io.citytwin.adapter.ditto;

import io.citytwin.core.model.Observation;
import io.citytwin.core.model.TwinId;
import io.citytwin.core.spi.AdapterContext;
import java.util.HashSet;
import java.util.Set;

/**
 * When a gateway waits for its city: once per moment, after all that was planned for it, because each wait is a way to Ditto
 * and back. Only if one property tells two values at one moment there is a wait in between, or one merge would swallow the
 * first. Safe for use by many threads.
 */
final class Pace {

    private final AdapterContext host;
    private final Runnable settle;
    private final Set<Told> told = new HashSet<>();
    private boolean planned;

    Pace(AdapterContext host, Runnable settle) {
        this.host = host;
        this.settle = settle;
    }

    /** Something was done at this moment. */
    void did() {
        synchronized (this) {
            if (planned) {
                return;
            }
            planned = true;
        }
        host.at(host.clock().now(), () -> {
            synchronized (this) {
                planned = false;
            }
            settle();
        });
    }

    /** Makes room for what is observed next. */
    void before(Observation seen) {
        Told next = new Told(seen.twin(), seen.property());
        boolean again;
        synchronized (this) {
            again = told.contains(next);
        }
        if (again) {
            settle();
        }
        synchronized (this) {
            told.add(next);
        }
    }

    void settle() {
        synchronized (this) {
            told.clear();
        }
        settle.run();
    }

    private record Told(TwinId twin, String property) {}
}
