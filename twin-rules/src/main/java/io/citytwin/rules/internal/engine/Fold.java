package io.citytwin.rules.internal.engine;

import io.citytwin.core.error.CityTwinException;
import io.citytwin.core.model.Observation;
import io.citytwin.core.model.Twin;
import io.citytwin.core.model.TwinId;
import io.citytwin.core.model.Value;
import io.citytwin.core.signal.Input;
import io.citytwin.core.time.CivilCalendar;
import io.citytwin.core.time.RunLength;
import io.citytwin.rules.register.LevelDecision;
import io.citytwin.rules.register.Settlement;
import io.citytwin.rules.register.StateSpec;
import io.citytwin.rules.regulation.Regulation;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;

/**
 * The state of the city and its registers, folded from inputs in their order. The same inputs always fold to the same
 * state. For one thread at a time.
 */
final class Fold implements CityView {

    private final Function<String, Edition> laws;
    private final CivilCalendar calendar;
    private final Optional<LocalDate> published;
    private final boolean hindsight;
    private final Arrivals arrivals = new Arrivals(seen -> momentAt(seen.receivedAt(), Instant.MAX));
    private final LevelBook book = new LevelBook();
    private final LevelClock clock;
    private final Counters counters = new Counters();
    private final Settler settler;
    /** In hindsight, levels are decided after everything that can be known, each under the law of its time. */
    private final List<Turnover> turnovers = new ArrayList<>();
    /** In hindsight, passages are settled after everything that can be known, under the law they arrived under. */
    private final List<Input> unsettled = new ArrayList<>();

    private Edition edition;
    private Admission admission;
    /** The adoptions that changed something. */
    private final List<EngineState.Adopted> adoptions = new ArrayList<>();

    private Instant now = Instant.EPOCH;
    /** What is due up to then is decided, whoever speaks later at the same instant. */
    private Instant closed = Instant.MIN;

    /**
     * An empty city.
     *
     * @param first the law until another is adopted
     * @param laws that can be adopted, by their hash
     * @param published the dated law that all decisions see; empty for what was published at each decision
     * @param hindsight true takes all inputs in before the first decision
     */
    Fold(
            Edition first,
            Function<String, Edition> laws,
            CivilCalendar calendar,
            Optional<LocalDate> published,
            boolean hindsight) {
        this.laws = laws;
        this.calendar = calendar;
        this.published = published;
        this.hindsight = hindsight;
        this.edition = first;
        this.admission = new Admission(first.law(), this);
        this.clock = new LevelClock(first, calendar);
        this.settler = new Settler(first, counters);
    }

    /** Goes on from what an earlier fold knew; this one knows nothing yet. */
    void restore(EngineState kept, List<Twin> known) {
        edition = laws.apply(kept.law());
        admission = new Admission(edition.law(), this);
        settler.goBy(edition);
        adoptions.addAll(kept.adoptions());
        now = kept.times().now();
        closed = kept.times().closed();
        clock.restore(edition, kept.times());
        arrivals.restore(known, kept.observed());
        book.restore(kept.book());
        counters.restore(kept.counters(), calendar.dateOf(now));
        kept.settled().forEach(one -> settler.restore(one.settlement()));
    }

    /** Time begins, if it has not. */
    void beginsAt(Instant first) {
        clock.startsAt(first);
    }

    EngineState.Times times() {
        return new EngineState.Times(now, closed, clock.begun(), clock.decidedUntil());
    }

    List<EngineState.Adopted> adoptions() {
        return adoptions;
    }

    Arrivals arrivals() {
        return arrivals;
    }

    Counters counters() {
        return counters;
    }

    Settler settler() {
        return settler;
    }

    /** Takes an input; what was due before it is decided first. */
    void accept(Input input) {
        Instant received = input.receivedAt();
        if (input instanceof Input.Tick) {
            tick(received);
            return;
        }
        if (!hindsight) {
            decideUntil(received, false);
        }
        // Twins and law alone do not start the clock: a city is described before its time begins.
        if (!(input instanceof Input.TwinChanged || input instanceof Input.LawAdopted)) {
            clock.startsAt(received);
        }
        goOnTo(received);
        if (input instanceof Input.Observed seen) {
            Observation observation = seen.observation();
            arrivals.observe(admission.known(observation.twin()), observation, edition.law());
        } else if (input instanceof Input.TwinChanged changed) {
            arrivals.put(changed.twin());
        } else if (input instanceof Input.Announced announced) {
            book.announce(announced, admission.levelOf(announced).start(), adoptions.size());
        } else if (input instanceof Input.Passed passed) {
            unsettled.add(passed);
        } else if (input instanceof Input.LawAdopted adopted) {
            goBy(adopted);
        }
        if (!hindsight) {
            settle();
        }
    }

    private void goOnTo(Instant moment) {
        now = moment.isAfter(now) ? moment : now;
        counters.advanceTo(calendar.dateOf(now));
    }

    private void goBy(Input.LawAdopted adopted) {
        Edition next = laws.apply(adopted.hash());
        if (next.hash().equals(edition.hash())) {
            return;
        }
        edition = next;
        admission = new Admission(next.law(), this);
        Instant at = adopted.receivedAt();
        Instant over = closed.isBefore(at) ? at.minusNanos(1) : closed;
        adoptions.add(
                new EngineState.Adopted(next.hash(), at, over, settlements().size()));
        turnovers.add(new Turnover(next, at, over, adoptions.size()));
        unsettled.add(adopted);
        arrivals.goBy(next.law(), this::admits);
        if (!hindsight) {
            turnOver();
        }
    }

    private void turnOver() {
        turnovers.forEach(next -> {
            decideUntil(next.over(), true);
            LocalDate day = calendar.dateOf(next.at());
            Succession succession =
                    new Succession(clock.edition().law(), next.to().law());
            book.begin(next.era(), succession.ends(book, next.at(), day));
            clock.goBy(next.to(), next.over());
            arrivals.indicators().lawChanged();
        });
        turnovers.clear();
    }

    private void settle() {
        unsettled.forEach(input -> {
            counters.advanceTo(calendar.dateOf(input.receivedAt()));
            if (input instanceof Input.Passed passed) {
                settler.settle(passed, momentAt(passed.passage().at(), Instant.MAX), this, hindsight);
            } else if (input instanceof Input.LawAdopted adopted) {
                settler.goBy(laws.apply(adopted.hash()));
            }
        });
        unsettled.clear();
        counters.advanceTo(calendar.dateOf(now));
    }

    /** Lets time go on and decides what is due, {@code moment} included. */
    void advanceTo(Instant moment) {
        turnOver();
        decideUntil(moment, true);
        goOnTo(moment);
        settle();
    }

    /** In hindsight a tick only says when time began. */
    private void tick(Instant moment) {
        clock.startsAt(moment);
        closed = moment.isAfter(closed) ? moment : closed;
        if (!hindsight) {
            advanceTo(moment);
        }
    }

    private void decideUntil(Instant end, boolean included) {
        clock.due(end, included).forEach(due -> book.add(clock.decide(due, momentAt(due, Instant.MAX), this)));
    }

    /** Whether an input makes sense, whenever it came. */
    boolean admits(Input input) {
        try {
            admission.check(input);
            return true;
        } catch (CityTwinException refused) {
            return false;
        }
    }

    /** Refuses an input that makes no sense; changes nothing. */
    void check(Input input) {
        Admission.checkOrder(input, now);
        admission.check(input);
    }

    Moment momentAt(Instant at, Instant known) {
        return Moment.of(at, published.orElse(calendar.dateOf(at)), known, calendar);
    }

    Instant now() {
        return now;
    }

    CivilCalendar calendar() {
        return calendar;
    }

    /** The law that the city goes by. */
    Edition edition() {
        return edition;
    }

    LevelBook book() {
        return book;
    }

    Map<String, Settlement> settlements() {
        return settler.settlements();
    }

    Map<TwinId, Twin> twins() {
        return arrivals.twins();
    }

    String stateOn(String regulation, StateSpec.Level level, TwinId subject, LocalDate day, Instant known) {
        return book.changeOn(new LevelBook.Key(regulation, level.name(), subject), day, known)
                .map(LevelDecision::after)
                .orElse(level.start());
    }

    @Override
    public Optional<Twin> twin(TwinId id) {
        return Optional.ofNullable(arrivals.twins().get(id));
    }

    @Override
    public int level(Regulation regulation, StateSpec.Level level, TwinId subject, Moment moment) {
        String state = stateOn(regulation.id(), level, subject, moment.day(), moment.known());
        return level.states().names().indexOf(state);
    }

    @Override
    public RunLength run(Regulation regulation, StateSpec.Run run, TwinId subject, Moment moment) {
        return arrivals.indicators().run(regulation, run, subject, moment);
    }

    @Override
    public Optional<Value> input(StateSpec.Input input, TwinId subject, Moment moment) {
        Observed.Span today = new Observed.Span(
                calendar.startOf(moment.day()), calendar.startOf(moment.day().plusDays(1)), moment.known());
        List<Observation> told = arrivals.observed().between(subject, input.name(), today);
        return told.isEmpty() ? Optional.empty() : told.get(told.size() - 1).usable();
    }

    @Override
    public OptionalInt counter(Regulation regulation, StateSpec.Counter counter, Twin subject, Moment moment) {
        return counters.with(regulation, counter, subject, moment.day());
    }
}
