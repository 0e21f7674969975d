package io.citytwin.rules.internal.engine;

import io.citytwin.core.error.CityTwinException;
import io.citytwin.core.error.CoreError;
import io.citytwin.core.model.Observation;
import io.citytwin.core.model.Twin;
import io.citytwin.core.model.TwinId;
import io.citytwin.core.model.Value;
import io.citytwin.core.model.ValueType;
import io.citytwin.core.model.Values;
import io.citytwin.core.signal.Input;
import io.citytwin.core.time.CivilCalendar;
import io.citytwin.core.time.RunLength;
import io.citytwin.rules.error.RulesError;
import io.citytwin.rules.register.LevelDecision;
import io.citytwin.rules.register.Settlement;
import io.citytwin.rules.register.StateSpec;
import io.citytwin.rules.regulation.Regulation;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeSet;

/**
 * The state of the city and its registers, folded from inputs in their order. The same inputs always fold to the same
 * state. For one thread at a time.
 */
final class Fold implements CityView {

    private final Law law;
    private final CivilCalendar calendar;
    private final Optional<LocalDate> published;
    private final boolean hindsight;
    private final Map<TwinId, Twin> twins = new HashMap<>();
    private final Observed observed = new Observed();
    private final Indicators indicators = new Indicators(twins, observed);
    private final LevelBook book = new LevelBook();
    private final LevelClock clock;
    private final Counters counters = new Counters();
    private final Settler settler;
    /** In hindsight, passages are settled after everything that can be known. */
    private final List<Input.Passed> unsettled = new ArrayList<>();

    private Instant now = Instant.EPOCH;

    /**
     * An empty city.
     *
     * @param published the law that all decisions see; empty for what was published at each decision
     * @param hindsight true takes all inputs in before the first decision
     */
    Fold(Law law, LevelJudge judge, CivilCalendar calendar, Optional<LocalDate> published, boolean hindsight) {
        this.law = law;
        this.calendar = calendar;
        this.published = published;
        this.hindsight = hindsight;
        this.clock = new LevelClock(law, judge, calendar);
        this.settler = new Settler(law, judge.scenes(), counters);
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
        // Twins alone do not start the clock: a city is described before its time begins.
        if (!(input instanceof Input.TwinChanged)) {
            clock.startsAt(received);
        }
        goOnTo(received);
        if (input instanceof Input.Observed seen) {
            observe(seen.observation());
        } else if (input instanceof Input.TwinChanged changed) {
            twins.put(changed.twin().id(), changed.twin());
            indicators.twinsChanged();
        } else if (input instanceof Input.Announced announced) {
            announce(announced);
        } else if (input instanceof Input.Passed passed) {
            unsettled.add(passed);
        }
        if (!hindsight) {
            settle();
        }
    }

    private void goOnTo(Instant moment) {
        now = moment.isAfter(now) ? moment : now;
        counters.advanceTo(calendar.dateOf(now));
    }

    private void settle() {
        unsettled.forEach(passed -> {
            counters.advanceTo(calendar.dateOf(passed.receivedAt()));
            settler.settle(passed, momentAt(passed.passage().at(), Instant.MAX), this, hindsight);
        });
        unsettled.clear();
        counters.advanceTo(calendar.dateOf(now));
    }

    /** Lets time go on and decides what is due, {@code moment} included. */
    void advanceTo(Instant moment) {
        decideUntil(moment, true);
        goOnTo(moment);
        settle();
    }

    /** A tick lets time go on; in hindsight it only says when time began. */
    private void tick(Instant moment) {
        clock.startsAt(moment);
        if (!hindsight) {
            advanceTo(moment);
        }
    }

    private void decideUntil(Instant end, boolean included) {
        clock.due(end, included).forEach(due -> book.add(clock.decide(due, momentAt(due, Instant.MAX), this)));
    }

    private void observe(Observation observation) {
        Twin twin = known(observation.twin());
        if (twin.type().properties().containsKey(observation.property()) && isNewest(twin, observation)) {
            twins.put(twin.id(), twin.with(observation));
        }
        if (!law.remembers(twin.type().name(), observation.property())) {
            return;
        }
        observed.add(observation);
        indicators.observed(observation, momentAt(observation.receivedAt(), Instant.MAX));
    }

    /** A late word on an earlier time does not change what is true now. */
    private static boolean isNewest(Twin twin, Observation observation) {
        Observation before = twin.observations().get(observation.property());
        return before == null || !observation.measuredAt().isBefore(before.measuredAt());
    }

    /** Refuses an input that makes no sense; changes nothing. */
    void check(Input input) {
        if (input instanceof Input.Observed seen) {
            checkObserved(seen.observation());
        } else if (input instanceof Input.Announced announced) {
            String carrier = levelOf(announced).of();
            Twin subject = known(announced.subject());
            if (!subject.type().name().equals(carrier)) {
                throw new CityTwinException(
                        RulesError.INPUT,
                        "`" + subject.id() + "` is no `" + carrier + "`, which carries `" + announced.register() + "`.",
                        "Maybe another twin is meant.");
            }
        } else if (input instanceof Input.Passed passed) {
            AtGate.of(passed.passage().vehicle(), passed.passage().gate(), this, RulesError.INPUT);
            checkOrder(passed);
        }
    }

    private static void checkOrder(Input.Passed passed) {
        if (passed.passage().at().isAfter(passed.receivedAt())) {
            throw new CityTwinException(
                    CoreError.ORDER,
                    "Passage `" + passed.passage().id() + "` of `"
                            + passed.passage().at() + "` reached the city before, at `" + passed.receivedAt() + "`.",
                    "Maybe a clock is wrong.");
        }
    }

    private void checkObserved(Observation observation) {
        Twin twin = known(observation.twin());
        String property = observation.property();
        ValueType own = twin.type().properties().get(property);
        List<ValueType> types = own != null
                ? List.of(own)
                : inputs(twin, property).stream().map(StateSpec.Input::values).toList();
        if (types.isEmpty()) {
            throw new CityTwinException(
                    RulesError.INPUT,
                    "`" + twin.type().name() + "` has no property or input `" + property + "`.",
                    "Maybe it is declared in another regulation, or misspelt.");
        }
        observation.usable().ifPresent(value -> types.forEach(type -> Values.check(type, property, value)));
    }

    private Twin known(TwinId id) {
        return twin(id).orElseThrow(() -> new CityTwinException(
                RulesError.INPUT, "`" + id + "` is not a known twin.", "Maybe tell the engine of the twin first."));
    }

    private List<StateSpec.Input> inputs(Twin twin, String name) {
        return law.regulations()
                .map(regulation ->
                        Optional.ofNullable(regulation.state().inputs().get(name)))
                .flatMap(Optional::stream)
                .filter(input -> input.of().equals(twin.type().name()))
                .toList();
    }

    private StateSpec.Level levelOf(Input.Announced announced) {
        return law.find(announced.regulation())
                .map(regulation -> regulation.state().levels().get(announced.register()))
                .filter(found -> found.states().names().contains(announced.state()))
                .orElseThrow(() -> new CityTwinException(
                        RulesError.INPUT,
                        "`" + announced.regulation() + "` has no `" + announced.register() + "` with a state `"
                                + announced.state() + "`.",
                        "Maybe look at the folder's state.yaml."));
    }

    private void announce(Input.Announced announced) {
        StateSpec.Level level = levelOf(announced);
        String before = stateOn(announced.regulation(), level, announced.subject(), announced.from(), Instant.MAX);
        book.add(List.of(new LevelDecision(
                announced.regulation(),
                announced.register(),
                announced.subject(),
                announced.receivedAt(),
                announced.from(),
                before,
                announced.state(),
                LevelDecision.Reason.ANNOUNCED,
                before.equals(announced.state()) ? Optional.empty() : Optional.of(before),
                LevelDecision.Known.nothing(),
                new TreeSet<>(),
                List.of())));
    }

    Moment momentAt(Instant at, Instant known) {
        return Moment.of(at, published.orElse(calendar.dateOf(at)), known, calendar);
    }

    Instant now() {
        return now;
    }

    LevelBook book() {
        return book;
    }

    /** What came of passages, by their id, in the order of arrival. */
    Map<String, Settlement> settlements() {
        return settler.settlements();
    }

    Indicators indicators() {
        return indicators;
    }

    Map<TwinId, Twin> twins() {
        return twins;
    }

    String stateOn(String regulation, StateSpec.Level level, TwinId subject, LocalDate day, Instant known) {
        return book.changeOn(regulation, level.name(), subject, day, known)
                .map(LevelDecision::after)
                .orElse(level.start());
    }

    @Override
    public Optional<Twin> twin(TwinId id) {
        return Optional.ofNullable(twins.get(id));
    }

    @Override
    public int level(Regulation regulation, StateSpec.Level level, TwinId subject, Moment moment) {
        String state = stateOn(regulation.id(), level, subject, moment.day(), moment.known());
        return level.states().names().indexOf(state);
    }

    @Override
    public RunLength run(Regulation regulation, StateSpec.Run run, TwinId subject, Moment moment) {
        return indicators.run(regulation, run, subject, moment);
    }

    @Override
    public Optional<Value> input(StateSpec.Input input, TwinId subject, Moment moment) {
        Observed.Span today = new Observed.Span(
                calendar.startOf(moment.day()), calendar.startOf(moment.day().plusDays(1)), moment.known());
        List<Observation> told = observed.between(subject, input.name(), today);
        return told.isEmpty() ? Optional.empty() : told.get(told.size() - 1).usable();
    }

    @Override
    public OptionalInt counter(Regulation regulation, StateSpec.Counter counter, Twin subject, Moment moment) {
        return counters.with(regulation, counter, subject, moment.day());
    }
}
