package io.citytwin.rules.internal.engine;

import io.citytwin.core.model.AssetType;
import io.citytwin.core.model.Observation;
import io.citytwin.core.model.Quantity;
import io.citytwin.core.model.Twin;
import io.citytwin.core.model.TwinId;
import io.citytwin.core.model.Value;
import io.citytwin.core.model.ValueType;
import io.citytwin.core.time.DayTruth;
import io.citytwin.core.time.DayValue;
import io.citytwin.core.time.Run;
import io.citytwin.core.time.RunLength;
import io.citytwin.rules.parameter.DatedValue;
import io.citytwin.rules.parameter.LawValue;
import io.citytwin.rules.register.StateSpec;
import io.citytwin.rules.regulation.Regulation;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Day values and runs of days, computed from observations. A day's value is remembered until an observation of that day
 * arrives. For one thread at a time.
 */
final class Indicators {

    private final Map<TwinId, Twin> twins;
    private final Observed observed;
    /** By identity: an indicator is declared once, and to hash all it declares would cost more than the lookup saves. */
    private final IdentityHashMap<StateSpec.Indicator, Map<TwinId, Series>> series = new IdentityHashMap<>();

    private LocalDate earliest = LocalDate.MAX;

    Indicators(Map<TwinId, Twin> twins, Observed observed) {
        this.twins = twins;
        this.observed = observed;
    }

    /** The twins that an indicator of a subject is computed from, and its days so far. */
    private record Series(List<TwinId> sources, Map<LocalDate, DayValue> days) {}

    void observed(Observation observation, Moment moment) {
        LocalDate day = moment.calendar().dateOf(observation.measuredAt());
        earliest = day.isBefore(earliest) ? day : earliest;
        series.values()
                .forEach(bySubject ->
                        bySubject.values().forEach(one -> one.days().remove(day)));
    }

    void twinsChanged() {
        series.clear();
    }

    /** Another law declares indicators of its own. */
    void lawChanged() {
        series.clear();
    }

    /** The value of a day, if the day can be used by then. */
    DayValue value(StateSpec.Indicator indicator, TwinId subject, LocalDate day, Moment moment) {
        // Only yesterday, or a later day, can be too fresh.
        if (!day.isBefore(moment.day().minusDays(1))) {
            Instant usable = indicator.known().on(day.plusDays(1), moment.calendar());
            if (moment.at().isBefore(usable)) {
                return new DayValue.Missing(day, "not known before " + usable);
            }
        }
        Series one = seriesOf(indicator, subject);
        if (moment.known().isBefore(Instant.MAX)) {
            return compute(indicator, one, day, moment);
        }
        DayValue before = one.days().get(day);
        if (before == null) {
            before = compute(indicator, one, day, moment);
            one.days().put(day, before);
        }
        return before;
    }

    private DayValue compute(StateSpec.Indicator indicator, Series one, LocalDate day, Moment moment) {
        Observed.Span span = new Observed.Span(
                moment.calendar().startOf(day), moment.calendar().startOf(day.plusDays(1)), moment.known());
        SortedMap<TwinId, List<Quantity>> bySource = new TreeMap<>();
        for (TwinId source : one.sources()) {
            List<Quantity> readings = observed.between(source, indicator.property(), span).stream()
                    .map(Observation::usable)
                    .flatMap(Optional::stream)
                    .map(Quantity.class::cast)
                    .toList();
            if (!readings.isEmpty()) {
                bySource.put(source, readings);
            }
        }
        return indicator.how().of(day, bySource);
    }

    private Series seriesOf(StateSpec.Indicator indicator, TwinId subject) {
        return series.computeIfAbsent(indicator, key -> new HashMap<>())
                .computeIfAbsent(subject, key -> new Series(sourcesOf(indicator, subject), new HashMap<>()));
    }

    private List<TwinId> sourcesOf(StateSpec.Indicator indicator, TwinId subject) {
        return twins.values().stream()
                .filter(twin -> twin.type().name().equals(indicator.from()))
                .filter(twin -> meets(twin, indicator.where()))
                .filter(twin -> pointsTo(twin, indicator.of(), subject))
                .map(Twin::id)
                .sorted()
                .toList();
    }

    private static boolean meets(Twin twin, Optional<StateSpec.Where> where) {
        return where.map(one -> twin.value(one.property()).equals(Optional.of(new Value.Term(one.name()))))
                .orElse(true);
    }

    private static boolean pointsTo(Twin twin, String assetType, TwinId subject) {
        AssetType type = twin.type();
        return type.properties().entrySet().stream()
                .filter(property -> property.getValue().equals(new ValueType.Relation(assetType)))
                .anyMatch(property -> twin.value(property.getKey()).equals(Optional.of(new Value.Ref(subject))));
    }

    /** The run that ends on the day before the moment. Each day meets the limit that was in force on that day. */
    RunLength run(Regulation regulation, StateSpec.Run run, TwinId subject, Moment moment) {
        return run(regulation, run, subject, moment, new TreeMap<>());
    }

    /** The same if some days had other values; each can be used when the day's value always can. */
    RunLength run(
            Regulation regulation,
            StateSpec.Run run,
            TwinId subject,
            Moment moment,
            SortedMap<LocalDate, Quantity> supposed) {
        StateSpec.Indicator indicator = regulation.state().indicators().get(run.indicator());
        if (indicator == null) {
            throw new IllegalStateException("`" + run.indicator() + "` was checked when the folder was read");
        }
        LocalDate first = earliest.equals(LocalDate.MAX) ? moment.day() : earliest;
        return Run.ending(
                moment.day().minusDays(1),
                supposed.isEmpty() || first.isBefore(supposed.firstKey()) ? first : supposed.firstKey(),
                day -> truth(regulation, run, value(indicator, subject, day, moment, supposed), moment),
                run.missing());
    }

    private DayValue value(
            StateSpec.Indicator indicator,
            TwinId subject,
            LocalDate day,
            Moment moment,
            SortedMap<LocalDate, Quantity> supposed) {
        Quantity other = supposed.get(day);
        if (other == null || moment.at().isBefore(indicator.known().on(day.plusDays(1), moment.calendar()))) {
            return value(indicator, subject, day, moment);
        }
        return new DayValue.Known(day, other, 1);
    }

    private static DayTruth truth(Regulation regulation, StateSpec.Run run, DayValue value, Moment moment) {
        if (!(value instanceof DayValue.Known known)) {
            return DayTruth.MISSING;
        }
        Optional<BigDecimal> limit = limitOn(regulation, run, value.day(), moment);
        if (limit.isEmpty()) {
            return DayTruth.MISSING;
        }
        boolean above = known.value().amount().compareTo(limit.get()) > 0;
        return above == run.above() ? DayTruth.YES : DayTruth.NO;
    }

    private static Optional<BigDecimal> limitOn(
            Regulation regulation, StateSpec.Run run, LocalDate day, Moment moment) {
        return limit(regulation, run, day, moment)
                .map(dated -> dated.value())
                .filter(LawValue.OfNumber.class::isInstance)
                .map(value -> ((LawValue.OfNumber) value).quantity().amount());
    }

    /** What a day's value is compared with. */
    static Optional<DatedValue> limit(Regulation regulation, StateSpec.Run run, LocalDate day, Moment moment) {
        return regulation.parameters().find(run.limit()).flatMap(parameter -> parameter.at(day, moment.published()));
    }

    /** The newest usable day of each indicator that an asset type carries. */
    SortedMap<String, DayValue> newest(Regulation regulation, TwinId subject, String assetType, Moment moment) {
        LocalDate yesterday = moment.day().minusDays(1);
        return regulation.state().indicators().values().stream()
                .filter(indicator -> indicator.of().equals(assetType))
                .collect(Collectors.toMap(
                        StateSpec.Indicator::name,
                        indicator -> value(indicator, subject, yesterday, moment),
                        (one, other) -> one,
                        TreeMap::new));
    }
}
