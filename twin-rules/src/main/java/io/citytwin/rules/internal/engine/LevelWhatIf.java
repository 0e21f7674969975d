package io.citytwin.rules.internal.engine;

import io.citytwin.core.model.Twin;
import io.citytwin.core.model.Value;
import io.citytwin.core.time.DayValue;
import io.citytwin.core.time.RunLength;
import io.citytwin.rules.Cell;
import io.citytwin.rules.Question;
import io.citytwin.rules.parameter.DatedValue;
import io.citytwin.rules.register.LevelDecision;
import io.citytwin.rules.register.StateSpec;
import io.citytwin.rules.regulation.Regulation;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The state of a level on one day, decided again as if some daily value were different, and days after it that have not
 * come. It looks from the instant at which the state of the day was decided, inside the engine's turn. For one thread at a
 * time.
 */
public final class LevelWhatIf {

    private final Inquiry inquiry;
    private final Law.LevelGroup level;
    private final Twin subject;
    private final LocalDate day;
    private final Instant decided;

    LevelWhatIf(Inquiry inquiry, Law.LevelGroup level, Twin subject, LocalDate day) {
        this.inquiry = inquiry;
        this.level = level;
        this.subject = subject;
        this.day = day;
        this.decided = decisionOn(day.minusDays(1));
    }

    /**
     * A run that the level's rules count.
     *
     * @param spec how it is counted
     * @param indicator whose days it counts
     * @param length how long it was when the state was decided
     * @param newest the day before the decision
     * @param limit what that day was compared with, if law had any
     * @param needed the lengths that rules ask for
     */
    public record CountedRun(
            StateSpec.Run spec,
            StateSpec.Indicator indicator,
            RunLength length,
            DayValue newest,
            Optional<DatedValue> limit,
            SortedSet<BigDecimal> needed) {}

    /**
     * The decision that was due for the day.
     *
     * @return empty if none was recorded
     */
    public Optional<LevelDecision> decision() {
        return recorded(day).findFirst();
    }

    private Stream<LevelDecision> recorded(LocalDate of) {
        return inquiry.city().book().decisions().stream()
                .filter(one -> one.reason() != LevelDecision.Reason.ANNOUNCED)
                .filter(one -> one.inForce().equals(of) && isThis(one));
    }

    private boolean isThis(LevelDecision one) {
        return one.regulation().equals(regulation().id())
                && one.level().equals(level.level().name())
                && one.subject().equals(subject.id());
    }

    /**
     * The change that gave the day its state.
     *
     * @return empty if the level never changed before
     */
    public Optional<LevelDecision> change() {
        return changeOn(day);
    }

    private Optional<LevelDecision> changeOn(LocalDate of) {
        return inquiry.city()
                .book()
                .changeOn(new LevelBook.Key(regulation().id(), level.level().name(), subject.id()), of, heardBy(of));
    }

    /** What was announced for the day itself counts, also if it was late; what comes after it is not known yet. */
    private Instant heardBy(LocalDate of) {
        return of.isAfter(day) ? decided : inquiry.calendar().startOf(day.plusDays(1));
    }

    /**
     * The state of a day as it was decided.
     *
     * @param of not after the explained day
     * @return the state's name
     */
    public String stateOn(LocalDate of) {
        return changeOn(of).map(LevelDecision::after).orElse(level.level().start());
    }

    /**
     * The state of a day if some cells were different.
     *
     * @param first the state of this day is taken as it was, and the decisions from it on are taken again
     * @param of the day whose state is asked
     * @param supposed daily values, told values, and states to start from
     * @return the state's name
     */
    public String state(LocalDate first, LocalDate of, Map<Cell, Value> supposed) {
        List<String> states = level.level().states().names();
        int state = states.indexOf(stateOn(first));
        for (LocalDate today = first; today.isBefore(of); today = today.plusDays(1)) {
            Cell.Level cell = new Cell.Level(regulation().id(), level.level().name(), subject.id(), today);
            Value start = supposed.get(cell);
            state = start == null ? state : states.indexOf(start.toString());
            Instant at = decisionOn(today);
            boolean happened =
                    at.isAfter(decided) || recorded(today.plusDays(1)).findAny().isPresent();
            if (happened) {
                Moment moment = seen(at);
                state = inquiry.judge()
                        .next(level, subject, moment, new SupposedDays(inquiry.city(), cell, state, supposed));
            }
            state = announced(today.plusDays(1)).map(states::indexOf).orElse(state);
        }
        return states.get(state);
    }

    /** Nobody decides on what arrives later, except in hindsight. */
    private Moment seen(Instant at) {
        Instant known = at.isBefore(decided) ? at : decided;
        return inquiry.city().momentAt(at, inHindsight() ? Instant.MAX : known);
    }

    private Optional<String> announced(LocalDate of) {
        return changeOn(of)
                .filter(change -> change.reason() == LevelDecision.Reason.ANNOUNCED)
                .filter(change -> change.inForce().equals(of))
                .map(LevelDecision::after);
    }

    private Instant decisionOn(LocalDate today) {
        return level.level().evaluate().on(today, inquiry.calendar());
    }

    /**
     * The runs that the level's rules count, as they were when the state was decided.
     *
     * @return in the order of their names
     */
    public List<CountedRun> runs() {
        Moment moment = seen(decided);
        Scene scene = inquiry.judge().scenes().set(level.group(), subject, moment, inquiry.city());
        return Stream.ofNullable(level.group().types().get(subject.type().name()))
                .flatMap(type -> regulation().state().runs().values().stream()
                        .filter(run -> run.of().equals(type.name()))
                        .flatMap(run -> type.slotOf(run.name()).stream()
                                .filter(slot -> level.group().reads(type).contains(slot))
                                .map(slot ->
                                        counted(run, new Candidates(level.group(), scene).cuts(type, slot), moment))))
                .toList();
    }

    private CountedRun counted(StateSpec.Run run, SortedSet<BigDecimal> needed, Moment moment) {
        StateSpec.Indicator indicator = Optional.ofNullable(
                        regulation().state().indicators().get(run.indicator()))
                .orElseThrow();
        LocalDate yesterday = moment.day().minusDays(1);
        return new CountedRun(
                run,
                indicator,
                inquiry.city().run(regulation(), run, subject.id(), moment),
                inquiry.city().arrivals().indicators().value(indicator, subject.id(), yesterday, moment),
                Indicators.limit(regulation(), run, yesterday, moment),
                new TreeSet<>(needed));
    }

    /**
     * The value of an indicator on a day, as it was known when the state was decided.
     *
     * @param indicator of this regulation
     * @param of any day
     * @return the value or why there is none
     */
    public DayValue value(StateSpec.Indicator indicator, LocalDate of) {
        Moment moment = seen(decided);
        return inquiry.city().arrivals().indicators().value(indicator, subject.id(), of, moment);
    }

    /**
     * What a day's value is compared with.
     *
     * @param run that counts the day
     * @param of any day
     * @return the limit in force on it
     */
    public Optional<DatedValue> limit(StateSpec.Run run, LocalDate of) {
        return Indicators.limit(regulation(), run, of, seen(decided));
    }

    /**
     * The told values and the state before, as the rules saw them when the state was decided.
     *
     * @return cells without daily values
     */
    public List<ReadCell> cells() {
        Moment moment = seen(decided);
        CellReader reader = new CellReader(Question.may(subject.id(), ""), moment);
        reader.add(level.group(), inquiry.judge().scenes().set(level.group(), subject, moment, inquiry.city()));
        return reader.cells().stream()
                .filter(cell -> cell.cell() instanceof Cell.Told || cell.cell() instanceof Cell.Level)
                .toList();
    }

    /**
     * Whether the past is decided again with all that is known now.
     *
     * @return as the clocks say
     */
    public boolean inHindsight() {
        return inquiry.asOf().hindsight();
    }

    /**
     * Where the time is told.
     *
     * @return the calendar's zone
     */
    public ZoneId zone() {
        return inquiry.calendar().zone();
    }

    private Regulation regulation() {
        return level.group().regulation();
    }
}
