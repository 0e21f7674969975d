package io.citytwin.rules.directive;

import com.google.common.collect.ArrayListMultimap;
import com.google.common.collect.ListMultimap;
import io.citytwin.core.model.TwinId;
import io.citytwin.core.signal.Directive;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Who won each actuator, who lost, and why: one entry for each directive, in the order in which they were issued. It keeps
 * all entries, so it grows with each directive. Safe for use by many threads.
 */
public final class Ledger {

    private final List<Entry> entries = new ArrayList<>();
    private final ListMultimap<TwinId, Entry> byTwin = ArrayListMultimap.create();
    private final ListMultimap<String, Entry> byProvision = ArrayListMultimap.create();

    Ledger() {}

    /**
     * A change. Immutable.
     *
     * @param directive what was asked of which device, when, and by which provision
     * @param award the claims; empty if none was left, and the device returned to rest
     */
    public record Entry(Directive directive, Optional<Award> award) {

        /**
         * Which actuator changed.
         *
         * @return twin and property
         */
        public ActuatorId actuator() {
            return new ActuatorId(directive.twin(), directive.property());
        }

        /**
         * When.
         *
         * @return the end of the step
         */
        public Instant at() {
            return directive.issuedAt();
        }
    }

    synchronized void add(Entry entry) {
        entries.add(entry);
        byTwin.put(entry.directive().twin(), entry);
        byProvision.put(entry.directive().cause().provision(), entry);
        entry.award()
                .ifPresent(award -> award.losers()
                        .forEach(loser ->
                                byProvision.put(loser.claim().provision().id(), entry)));
    }

    /**
     * All changes.
     *
     * @return oldest first
     */
    public synchronized List<Entry> entries() {
        return List.copyOf(entries);
    }

    /**
     * The changes of one twin's actuators.
     *
     * @param twin whose
     * @return oldest first
     */
    public synchronized List<Entry> of(TwinId twin) {
        return List.copyOf(byTwin.get(twin));
    }

    /**
     * The changes in which a provision won, lost or ended.
     *
     * @param provision its id
     * @return oldest first
     */
    public synchronized List<Entry> of(String provision) {
        return List.copyOf(byProvision.get(provision));
    }
}
