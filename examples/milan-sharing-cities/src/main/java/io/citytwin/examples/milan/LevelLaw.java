package io.citytwin.examples.milan;

import io.citytwin.examples.milan.report.LawRow;
import io.citytwin.examples.milan.report.Limit;
import io.citytwin.examples.milan.report.Part;
import io.citytwin.examples.milan.report.Period;
import io.citytwin.rules.parameter.DatedValue;
import io.citytwin.rules.parameter.LawValue;
import io.citytwin.rules.parameter.Parameter;
import io.citytwin.rules.register.StateSpec;
import io.citytwin.rules.regulation.Regulation;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * A regulation with one level, and the run of days above a limit that raises it. Immutable.
 *
 * @param regulation the whole regulation
 * @param level its level
 * @param over days in a row above the limit
 */
record LevelLaw(Regulation regulation, StateSpec.Level level, StateSpec.Run over) {

    static Optional<LevelLaw> of(Regulation regulation) {
        Optional<StateSpec.Run> over = regulation.state().runs().values().stream()
                .filter(StateSpec.Run::above)
                .findFirst();
        return regulation.state().levels().values().stream()
                .filter(level -> over.filter(run -> run.of().equals(level.of())).isPresent())
                .findFirst()
                .flatMap(level -> over.map(run -> new LevelLaw(regulation, level, run)));
    }

    List<String> states() {
        return level.states().names();
    }

    /** The period cut where the season begins and ends. */
    List<Part> parts(Period period) {
        return stretches(period, day -> Optional.of(inSeason(day))).stream()
                .map(stretch -> new Part(stretch.period(), stretch.value()))
                .toList();
    }

    private boolean inSeason(LocalDate day) {
        return level.season()
                .flatMap(name -> at(name, day))
                .map(dated -> !(dated.value() instanceof LawValue.OfSeason season)
                        || season.season().contains(day))
                .orElse(true);
    }

    /** What the daily mean is compared with, as the law stood published on each day. */
    List<Limit> limits(Period period) {
        return stretches(period, day -> at(over.limit(), day)).stream()
                .filter(stretch -> stretch.value().value() instanceof LawValue.OfNumber)
                .map(stretch -> limit(stretch.period(), stretch.value()))
                .toList();
    }

    private static Limit limit(Period period, DatedValue dated) {
        LawValue.OfNumber number = (LawValue.OfNumber) dated.value();
        return new Limit(
                period, number.quantity().amount(), Words.pretty(dated.value().toString()) + ", " + dated.source());
    }

    private Optional<DatedValue> at(String parameter, LocalDate day) {
        return regulation.parameters().find(parameter).flatMap(found -> found.at(day, day));
    }

    private record Stretch<T>(Period period, T value) {}

    private static <T> List<Stretch<T>> stretches(Period period, Function<LocalDate, Optional<T>> valueOn) {
        List<Stretch<T>> found = new ArrayList<>();
        for (LocalDate day = period.from(); !day.isAfter(period.to()); day = day.plusDays(1)) {
            LocalDate today = day;
            valueOn.apply(day).ifPresent(value -> {
                int last = found.size() - 1;
                boolean goesOn = last >= 0
                        && found.get(last).value().equals(value)
                        && found.get(last).period().to().plusDays(1).equals(today);
                LocalDate from = goesOn ? found.remove(last).period().from() : today;
                found.add(new Stretch<>(new Period(from, today), value));
            });
        }
        return found;
    }

    /** Every value that was in force on a day of the period, as it stood published on that day. */
    List<LawRow> rows(Period period) {
        List<LawRow> rows = new ArrayList<>();
        regulation.parameters().byName().values().forEach(parameter -> {
            Set<DatedValue> inForce = new LinkedHashSet<>();
            period.from()
                    .datesUntil(period.to().plusDays(1))
                    .forEach(day -> parameter.at(day, day).ifPresent(inForce::add));
            inForce.forEach(dated -> rows.add(row(parameter, dated)));
        });
        return rows;
    }

    private static LawRow row(Parameter parameter, DatedValue dated) {
        Optional<LocalDate> next = parameter.values().stream()
                .map(DatedValue::from)
                .filter(from -> from.isAfter(dated.from()))
                .min(LocalDate::compareTo);
        Optional<LocalDate> to = dated.lastDay().or(() -> next.map(from -> from.minusDays(1)));
        return new LawRow(
                parameter.name(),
                Words.pretty(dated.value().toString()),
                dated.from().toString(),
                to.map(LocalDate::toString).orElse("lasts"),
                Words.published(dated),
                dated.source() + dated.note().map(note -> " (" + note + ")").orElse(""),
                dated.sureness().shown(),
                dated.sureness().doubtful());
    }
}
