package io.citytwin.rules.internal.explain;

import io.citytwin.core.model.Quantity;
import io.citytwin.core.model.Value;
import io.citytwin.core.time.DayValue;
import io.citytwin.rules.Cell;
import io.citytwin.rules.internal.engine.LevelWhatIf;
import io.citytwin.rules.internal.engine.LevelWhatIf.CountedRun;
import io.citytwin.rules.internal.engine.ReadCell;
import io.citytwin.rules.internal.grammar.FactType;
import io.citytwin.rules.parameter.DatedValue;
import io.citytwin.rules.parameter.LawValue;
import io.citytwin.rules.verify.Flip;
import io.citytwin.rules.verify.LevelExplanation;
import io.citytwin.rules.verify.LevelExplanation.Ahead;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/** Finds what would have given a level another state, by letting the days pass again. For one thread at a time. */
final class LevelFlips {

    /** How many days a value reaches back, and how far anybody looks ahead. */
    private static final int MOST_DAYS = 31;

    private static final int AHEAD = 14;

    private final LevelWhatIf whatIf;
    private final Cell.Level level;
    private final String state;
    private final List<Flip<String>> flips = new ArrayList<>();

    LevelFlips(LevelWhatIf whatIf, Cell.Level level) {
        this.whatIf = whatIf;
        this.level = level;
        this.state = whatIf.stateOn(level.day());
    }

    LevelExplanation explain() {
        List<CountedRun> runs = whatIf.runs();
        onePerIndicator(runs).forEach(run -> findDays(run, farthest(runs)));
        whatIf.cells().forEach(this::findTold);
        return new LevelExplanation(
                level,
                state,
                whatIf.decision(),
                whatIf.change(),
                runs.stream().map(LevelFlips::written).toList(),
                flips,
                // Who looks back with all that is known now has no next value.
                whatIf.inHindsight()
                        ? List.of()
                        : onePerIndicator(runs).flatMap(this::ahead).toList(),
                whatIf.zone());
    }

    private static LevelExplanation.RunState written(CountedRun run) {
        return new LevelExplanation.RunState(
                run.spec().name(),
                run.indicator().name(),
                run.spec().above(),
                run.length(),
                run.newest(),
                run.limit(),
                run.needed());
    }

    /** Runs above a limit and up to it count the same values. */
    private static Stream<CountedRun> onePerIndicator(List<CountedRun> runs) {
        Set<List<String>> seen = new HashSet<>();
        return runs.stream()
                .filter(run ->
                        seen.add(List.of(run.indicator().name(), run.spec().limit())));
    }

    private static int farthest(List<CountedRun> runs) {
        return runs.stream()
                .mapToInt(run -> Math.max(
                        run.length().max(),
                        run.needed().isEmpty() ? 0 : run.needed().last().intValue()))
                .map(days -> Math.min(days + 1, MOST_DAYS))
                .max()
                .orElse(0);
    }

    private void findDays(CountedRun run, int days) {
        LocalDate newest = level.day().minusDays(2);
        for (int back = 0; back < days; back++) {
            LocalDate day = newest.minusDays(back);
            Optional<Sides> sides = sides(run, day);
            DayValue value = whatIf.value(run.indicator(), day);
            Optional<Value> now = value instanceof DayValue.Known known ? Optional.of(known.value()) : Optional.empty();
            sides.ifPresent(found -> found.others(now).forEach(other -> {
                Cell cell = new Cell.Daily(level.regulation(), run.indicator().name(), level.twin(), day);
                String then = whatIf.state(day.plusDays(1), level.day(), Map.of(cell, other));
                if (!then.equals(state)) {
                    flips.add(new Flip<>(cell, now, other, now.map(same -> found.same(other)), then));
                }
            }));
        }
    }

    /** The last value within a limit and the first above it, as the indicator is rounded. */
    private record Sides(Quantity within, Quantity above) {

        Stream<Quantity> others(Optional<Value> now) {
            return now.map(value -> isAbove((Quantity) value) ? Stream.of(within) : Stream.of(above))
                    .orElse(Stream.of(within, above));
        }

        Quantity same(Quantity other) {
            return other.equals(above) ? within : above;
        }

        private boolean isAbove(Quantity value) {
            return value.amount().compareTo(within.amount()) > 0;
        }
    }

    private Optional<Sides> sides(CountedRun run, LocalDate day) {
        return whatIf.limit(run.spec(), day)
                .map(DatedValue::value)
                .filter(LawValue.OfNumber.class::isInstance)
                .map(value -> ((LawValue.OfNumber) value).quantity())
                .map(limit -> {
                    BigDecimal step = BigDecimal.ONE.scaleByPowerOfTen(
                            -run.indicator().how().decimals());
                    BigDecimal within =
                            limit.amount().setScale(run.indicator().how().decimals(), RoundingMode.FLOOR);
                    return new Sides(new Quantity(within, limit.unit()), new Quantity(within.add(step), limit.unit()));
                });
    }

    private void findTold(ReadCell cell) {
        if (!(cell.kind() instanceof FactType.NameKind names)) {
            return;
        }
        List<Value> all =
                names.of().names().stream().<Value>map(Value.Term::new).toList();
        if (cell.now().isEmpty() || !names.of().ordered()) {
            all.stream()
                    .filter(value -> !cell.now().equals(Optional.of(value)))
                    .forEach(value -> tried(cell, value, cell.now()));
            return;
        }
        int now = all.indexOf(cell.now().get());
        walk(cell, all.subList(now, all.size()));
        List<Value> down = new ArrayList<>(all.subList(0, now + 1));
        Collections.reverse(down);
        walk(cell, down);
    }

    private void walk(ReadCell cell, List<Value> way) {
        for (int at = 1; at < way.size(); at++) {
            if (tried(cell, way.get(at), Optional.of(way.get(at - 1)))) {
                return;
            }
        }
    }

    private boolean tried(ReadCell cell, Value value, Optional<Value> keeps) {
        String then = whatIf.state(level.day().minusDays(1), level.day(), Map.of(cell.cell(), value));
        if (then.equals(state)) {
            return false;
        }
        flips.add(new Flip<>(cell.cell(), cell.now(), value, keeps, then));
        return true;
    }

    private Stream<Ahead> ahead(CountedRun run) {
        return Stream.<Function<Sides, Quantity>>of(Sides::above, Sides::within)
                .flatMap(side -> ahead(run, side).stream());
    }

    /** Day after day on the same side of the limit, until the state changes. */
    private Optional<Ahead> ahead(CountedRun run, Function<Sides, Quantity> side) {
        LocalDate first = level.day().minusDays(1);
        Map<Cell, Value> supposed = new HashMap<>();
        for (int days = 1; days <= AHEAD; days++) {
            LocalDate last = first.plusDays(days - 1L);
            Optional<Sides> sides = sides(run, last);
            if (sides.isEmpty()) {
                return Optional.empty();
            }
            Cell cell = new Cell.Daily(level.regulation(), run.indicator().name(), level.twin(), last);
            Quantity value = side.apply(sides.get());
            Quantity keeps = sides.get().same(value);
            LocalDate inForce = last.plusDays(2);
            supposed.put(cell, keeps);
            String otherwise = whatIf.state(level.day(), inForce, supposed);
            supposed.put(cell, value);
            String then = whatIf.state(level.day(), inForce, supposed);
            if (!then.equals(state)) {
                // If it changes with the other value too, it is time that changes it.
                return otherwise.equals(state)
                        ? Optional.of(new Ahead(run.indicator().name(), first, days, value, keeps, then, inForce))
                        : Optional.empty();
            }
        }
        return Optional.empty();
    }
}
