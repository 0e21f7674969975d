package io.citytwin.rules.directive;

import com.google.common.collect.ArrayListMultimap;
import com.google.common.collect.ListMultimap;
import io.citytwin.core.model.TwinId;
import io.citytwin.core.signal.Directive;
import io.citytwin.core.spi.Governor;
import io.citytwin.core.spi.Journal;
import io.citytwin.core.time.CivilCalendar;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Predicate;

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
    private Optional<Shelf> shelf = Optional.empty();

    Ledger() {}

    /**
     * The ledger of a city that keeps, or kept, it in a journal; also of one that somebody else runs.
     *
     * @param journal is read at each question and not closed; personal entries that it does not show are left out
     * @return a ledger of what the journal holds by the time of the question
     */
    public static Ledger of(Journal journal) {
        Ledger ledger = new Ledger();
        ledger.shelf = Optional.of((key, reader) -> {
            Consumer<Journal.Numbered> each = kept -> reader.accept(kept.entry());
            key.ifPresentOrElse(twin -> journal.replay(STREAM, twin, each), () -> journal.replay(STREAM, 0, each));
        });
        return ledger;
    }

    /** Where somebody else keeps entries: all, or those of one key. */
    @FunctionalInterface
    private interface Shelf {
        void read(Optional<String> key, Consumer<Journal.Entry> reader);
    }

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
            Optional<Hold> hold) {

        /**
         * The same in words. Reasons are in the language of the governor that gave them.
         *
         * @param language of all else, such as {@code en}; English where no jar on the class path brings it
         * @param calendar of the clocks that moments are told by
         * @return lines for a person, the first one without indent
         */
        public List<String> lines(String language, CivilCalendar calendar) {
            return new LedgerText(language, calendar).lines(this);
        }

        boolean names(String provision) {
            return directive
                            .filter(asked -> asked.cause().provision().equals(provision))
                            .isPresent()
                    || award.stream()
                            .flatMap(won -> won.claims().stream())
                            .anyMatch(claim -> claim.provision().equals(provision));
        }
    }

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
        shelf = Optional.of((key, reader) -> key.ifPresentOrElse(
                twin -> history.decisions(STREAM, twin, reader), () -> history.decisions(STREAM, reader)));
    }

    /** What came since this was last asked, for somebody who keeps it; nothing if nobody does. */
    synchronized List<Entry> takeNew() {
        if (shelf.isEmpty()) {
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
    public List<Entry> entries() {
        return select(LedgerQuery.ALL);
    }

    /**
     * The entries that somebody asks for.
     *
     * @param query which
     * @return oldest first
     */
    public List<Entry> select(LedgerQuery query) {
        return all(query.twin()).stream().filter(query::takes).toList();
    }

    private synchronized List<Entry> all(Optional<TwinId> twin) {
        List<Entry> all = new ArrayList<>();
        shelf.ifPresent(
                kept -> kept.read(twin.map(TwinId::toString), entry -> all.add(EntryCodec.read(entry.payload()))));
        all.addAll(twin.map(byTwin::get).orElse(entries));
        return all;
    }

    /**
     * The entries of one twin's actuators.
     *
     * @param twin whose
     * @return oldest first
     */
    public List<Entry> of(TwinId twin) {
        return List.copyOf(all(Optional.of(twin)));
    }

    /**
     * The entries of one actuator.
     *
     * @param actuator which
     * @return oldest first
     */
    public List<Entry> of(ActuatorId actuator) {
        return select(LedgerQuery.of(actuator));
    }

    /**
     * The entries in which a provision won, lost, raised a value or ended.
     *
     * @param provision its id, or {@link Claim#PERSON} for overrides
     * @return oldest first
     */
    public List<Entry> of(String provision) {
        return select(new LedgerQuery(
                Optional.empty(), Optional.empty(), Optional.of(provision), Optional.empty(), Optional.empty()));
    }

    /**
     * What held at a moment: who wanted this lamp at 30 % last night? What was only held back did not hold.
     *
     * @param actuator which
     * @param moment that itself counts: a change of that moment holds
     * @return the last change until then; empty if there was none
     */
    public Optional<Entry> at(ActuatorId actuator, Instant moment) {
        return at(LedgerQuery.of(actuator), moment).stream().findFirst();
    }

    /**
     * What held at a moment of each actuator.
     *
     * @param query which actuators; a provision is one that won, lost, raised the value or ended there; a span of time is
     *     not looked at
     * @param moment that itself counts: a change of that moment holds
     * @return the last change of each until then, sorted by actuator
     */
    public List<Entry> at(LedgerQuery query, Instant moment) {
        return last(query, moment, entry -> entry.hold().isEmpty()).stream()
                .filter(entry -> query.provision().map(entry::names).orElse(true))
                .toList();
    }

    /**
     * What had won at a moment and waited, since its device was spared.
     *
     * @param actuator which
     * @param moment that itself counts
     * @return the last entry until then, if it was held back for longer than that; what is held back without an end may
     *     have become needless since
     */
    public Optional<Entry> heldBack(ActuatorId actuator, Instant moment) {
        return last(LedgerQuery.of(actuator), moment, entry -> true).stream()
                .filter(entry -> entry.hold()
                        .filter(hold -> hold.until().map(moment::isBefore).orElse(true))
                        .isPresent())
                .findFirst();
    }

    private List<Entry> last(LedgerQuery query, Instant moment, Predicate<Entry> counts) {
        SortedMap<ActuatorId, Entry> last = new TreeMap<>();
        all(query.twin()).stream()
                .filter(entry -> query.isOf(entry.actuator()))
                .filter(entry -> counts.test(entry) && !entry.at().isAfter(moment))
                .forEach(entry -> last.put(entry.actuator(), entry));
        return List.copyOf(last.values());
    }

    /**
     * The entries of a span of time.
     *
     * @param from included
     * @param to not included
     * @return oldest first
     */
    public List<Entry> between(Instant from, Instant to) {
        return select(new LedgerQuery(
                Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(from), Optional.of(to)));
    }
}
