package io.citytwin.examples.milan;

import io.citytwin.core.model.Observation;
import io.citytwin.core.model.Quantity;
import io.citytwin.core.model.Twin;
import io.citytwin.core.model.Value;
import io.citytwin.examples.milan.report.Answer;
import io.citytwin.examples.milan.report.Day;
import io.citytwin.examples.milan.report.Heading;
import io.citytwin.examples.milan.report.Held;
import io.citytwin.examples.milan.report.LawRow;
import io.citytwin.examples.milan.report.Limit;
import io.citytwin.examples.milan.report.Part;
import io.citytwin.examples.milan.report.Period;
import io.citytwin.examples.milan.report.Province;
import io.citytwin.examples.milan.report.Span;
import io.citytwin.examples.milan.report.Winter;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** A report filled by hand, without any law: two days above 50 raise, two below end. Only for looking at the report. */
final class SketchedWinter {

    private static final BigDecimal LIMIT = BigDecimal.valueOf(50);

    private SketchedWinter() {}

    static Winter of(AirWinter air) {
        Period period = air.period();
        Limit limit = new Limit(period, LIMIT, "50 µg/m³, d.G.r. X/7095 of 2017-09-18");
        List<Province> provinces =
                air.provinces().stream().map(twin -> province(air, twin)).toList();
        Heading heading = new Heading(
                period,
                air.title(),
                air.generated(),
                "it.lombardia.antismog, Temporary anti-smog measures, Regione Lombardia",
                LocalDate.of(2026, 3, 13),
                "Milano",
                List.of("Filled by hand."));
        return new Winter(
                heading,
                List.of("none", "first", "second"),
                List.of(new Part(period, true)),
                List.of(limit),
                provinces,
                law(),
                List.of(answer()));
    }

    private static List<LawRow> law() {
        return List.of(
                new LawRow(
                        "levelFirstDays",
                        "2 days",
                        "2024-10-01",
                        "lasts",
                        "2024-06-24",
                        "d.G.r. XII/2634 of 2024-06-24, annex 3",
                        "VERIFIED/A",
                        false),
                new LawRow(
                        "levelSecondDays",
                        "7 days",
                        "2023-10-01",
                        "lasts",
                        "publication not read",
                        "d.G.r. XII/2634 of 2024-06-24, annex 3",
                        "RECALLED",
                        true));
    }

    private static Answer answer() {
        return new Answer(
                "May a diesel Euro 4 car circulate in Milano on 2025-11-14 at 10:00?",
                "FORBIDDEN",
                List.of(new Answer.Reason(
                        "traffic, Vehicles stopped; d.G.r. X/7095",
                        "Level first: diesel may not circulate.",
                        List.of("law levelFirstDays = 2 days", "read euro = 4"))),
                List.of());
    }

    private static Province province(AirWinter air, Twin twin) {
        Set<Object> stations = air.twins().stream()
                .filter(station -> station.value("province").equals(Optional.of(new Value.Ref(twin.id()))))
                .map(Twin::id)
                .collect(Collectors.toSet());
        List<Day> days = new ArrayList<>();
        int run = 0;
        int low = 0;
        int state = 0;
        for (LocalDate date :
                air.period().from().datesUntil(air.period().to().plusDays(1)).toList()) {
            Optional<BigDecimal> mean = mean(air, stations, date);
            boolean above = mean.isPresent() && mean.get().compareTo(LIMIT) > 0;
            days.add(new Day(
                    date, state, mean.isEmpty(), mean, above ? new Day.RunDays(run + 1, run + 1) : Day.RunDays.NONE));
            run = above ? run + 1 : 0;
            low = above ? 0 : low + 1;
            state = run >= 7 ? 2 : run >= 2 ? Math.max(state, 1) : low >= 2 ? 0 : state;
        }
        List<LocalDate> held = days.stream().filter(Day::held).map(Day::date).toList();
        return new Province(
                AirWinter.label(twin),
                stations.size(),
                days,
                spans(days),
                held.isEmpty() ? List.of() : List.of(new Held("Province.forecast", held)));
    }

    private static Optional<BigDecimal> mean(AirWinter air, Set<Object> stations, LocalDate date) {
        List<BigDecimal> values = air.observations().stream()
                .filter(seen ->
                        stations.contains(seen.twin()) && AirWinter.day(seen).equals(date))
                .map(Observation::usable)
                .flatMap(Optional::stream)
                .map(value -> ((Quantity) value).amount())
                .toList();
        return values.size() * 10 < stations.size() * 6
                ? Optional.empty()
                : Optional.of(values.stream()
                        .reduce(BigDecimal.ZERO, BigDecimal::add)
                        .divide(BigDecimal.valueOf(values.size()), 1, RoundingMode.HALF_UP));
    }

    private static List<Span> spans(List<Day> days) {
        List<Span> spans = new ArrayList<>();
        int from = 0;
        for (int at = 1; at <= days.size(); at++) {
            if (at == days.size() || days.get(at).state() != days.get(from).state()) {
                if (days.get(from).state() > 0) {
                    Span.Cause cause =
                            new Span.Cause("raised on " + days.get(from).date(), List.of("over 2 days"), List.of());
                    spans.add(new Span(
                            days.get(from).state(),
                            new Period(days.get(from).date(), days.get(at - 1).date()),
                            Optional.of(cause),
                            Optional.empty()));
                }
                from = at;
            }
        }
        return spans;
    }
}
