package io.citytwin.adapter.ditto.internal.down;

import io.citytwin.core.model.Observation;
import io.citytwin.core.signal.Acknowledgement;
import io.citytwin.core.signal.Passage;
import io.citytwin.core.spi.AdapterContext;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Hands to the city what came from Ditto: at once, or all of it at a barrier, in an order that does not depend on how fast
 * each part came. Safe for use by many threads.
 */
public final class Delivery {

    private static final Comparator<Observation> ORDER =
            Comparator.comparing(Observation::twin).thenComparing(Observation::property);

    private final AdapterContext context;
    private final boolean held;
    private final List<Observation> observations = new ArrayList<>();
    private final List<Acknowledgement> answers = new ArrayList<>();
    private final List<Passage> passages = new ArrayList<>();

    /**
     * A way to the city.
     *
     * @param context of the city
     * @param held whether all waits for {@link #release}
     */
    public Delivery(AdapterContext context, boolean held) {
        this.context = context;
        this.held = held;
    }

    /**
     * The city.
     *
     * @return as it was given
     */
    public AdapterContext context() {
        return context;
    }

    synchronized void observe(Observation observation) {
        observations.add(observation);
        unlessHeld();
    }

    synchronized void acknowledge(Acknowledgement answer) {
        answers.add(answer);
        unlessHeld();
    }

    synchronized void passed(Passage passage) {
        passages.add(passage);
        unlessHeld();
    }

    /** Hands over all that was held: answers, values in the order of twins and properties, passages in that of ids. */
    public synchronized void release() {
        answers.sort(Comparator.comparing(Acknowledgement::directive));
        answers.forEach(context::acknowledge);
        answers.clear();
        observations.sort(ORDER);
        observations.forEach(context::observe);
        observations.clear();
        passages.sort(Comparator.comparing(Passage::id));
        passages.forEach(context::passed);
        passages.clear();
    }

    private void unlessHeld() {
        if (!held) {
            release();
        }
    }
}
