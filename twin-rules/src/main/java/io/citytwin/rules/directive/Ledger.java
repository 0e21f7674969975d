package io.citytwin.rules.directive;

import com.google.common.collect.ArrayListMultimap;
import com.google.common.collect.ListMultimap;
import io.citytwin.core.model.TwinId;
import io.citytwin.core.signal.Directive;
import io.citytwin.core.spi.Governor;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Who won each actuator, who lost, and why: one entry for each directive, for each budget that was awarded anew, and for
 * each change that was held back, in the order in which they came. It keeps all entries in memory, unless a city keeps
 * them in its journal: then it reads them there. Safe for use by many threads.
 */
public final class Ledger {

    static final String STREAM = "ledger";

    /** All entries, or those that nobody has taken over yet. */
    private final List<Entry> entries = new ArrayList<>();

    private final ListMultimap<TwinId, Entry> byTwin = ArrayListMultimap.create();
    private Optional<Governor.History> keeper = Optional.empty();

    Ledger() {}

    /**
     * A change, or one that was held back, as plain data. Immutable.
     *
     * @param actuator twin and property
     * @param at the end of the step
     * @param award the claims; empty if none was left, and the device returned to rest or the budget ended
     * @param directive what was asked of the device; empty for a budget, and while the change is held back
     * @param hold why the device was left as it was; empty if the change took place
     */
    public record Entry(
            ActuatorId actuator,
            Instant at,
            Optional<Award> award,
            Optional<Directive> directive,
            Optional<Hold> hold) {}

    /**
     * Why a device was not asked for what won. Immutable.
     *
     * @param cause what spares it
     * @param until when it may be asked again; empty if only another claim brings that about
     */
    public record Hold(Cause cause, Optional<Instant> until) {

        /** What spares a device. */
        public enum Cause {
            /** The device was asked for something a moment ago. */
            CALM,
            /** The number differs too little from what was asked last. */
            BAND
        }
    }

    synchronized void add(Entry entry) {
        entries.add(entry);
        byTwin.put(entry.actuator().twin(), entry);
    }

    /** From now on somebody else keeps what is taken over, and has kept what was taken before. */
    synchronized void keptBy(Governor.History history) {
        keeper = Optional.of(history);
    }

    /** What came since this was last asked, for somebody who keeps it; nothing if nobody does. */
    synchronized List<Entry> takeNew() {
        if (keeper.isEmpty()) {
            return List.of();
        }
        List<Entry> taken = List.copyOf(entries);
        entries.clear();
        byTwin.clear();
        return taken;
    }

    /**
     * All entries.
     *
     * @return oldest first
     */
    public synchronized List<Entry> entries() {
        List<Entry> all = new ArrayList<>();
        keeper.ifPresent(kept -> kept.decisions(STREAM, entry -> all.add(EntryCodec.read(entry.payload()))));
        all.addAll(entries);
        return List.copyOf(all);
    }

    /**
     * The entries of one twin's actuators.
     *
     * @param twin whose
     * @return oldest first
     */
    public synchronized List<Entry> of(TwinId twin) {
        List<Entry> all = new ArrayList<>();
        keeper.ifPresent(
                kept -> kept.decisions(STREAM, twin.toString(), entry -> all.add(EntryCodec.read(entry.payload()))));
        all.addAll(byTwin.get(twin));
        return List.copyOf(all);
    }

    /**
     * The entries of one actuator.
     *
     * @param actuator which
     * @return oldest first
     */
    public List<Entry> of(ActuatorId actuator) {
        return of(actuator.twin()).stream()
                .filter(entry -> entry.actuator().equals(actuator))
                .toList();
    }

    /**
     * The entries in which a provision won, lost, raised a value or ended.
     *
     * @param provision its id, or {@link Claim#PERSON} for overrides
     * @return oldest first
     */
    public List<Entry> of(String provision) {
        return entries().stream().filter(entry -> names(entry, provision)).toList();
    }

    private static boolean names(Entry entry, String provision) {
        return entry.directive()
                        .filter(directive -> directive.cause().provision().equals(provision))
                        .isPresent()
                || entry.award().stream()
                        .flatMap(award -> award.claims().stream())
                        .anyMatch(claim -> claim.provision().equals(provision));
    }

    /**
     * What held at a moment: who wanted this lamp at 30 % last night? What was only held back did not hold.
     *
     * @param actuator which
     * @param moment that itself counts: a change of that moment holds
     * @return the last change until then; empty if there was none
     */
    public Optional<Entry> at(ActuatorId actuator, Instant moment) {
        return of(actuator).stream()
                .filter(entry -> entry.hold().isEmpty() && !entry.at().isAfter(moment))
                .reduce((earlier, later) -> later);
    }

    /**
     * The entries of a span of time.
     *
     * @param from included
     * @param to not included
     * @return oldest first
     */
    public List<Entry> between(Instant from, Instant to) {
        return entries().stream()
                .filter(entry -> !entry.at().isBefore(from) && entry.at().isBefore(to))
                .toList();
    }
}
