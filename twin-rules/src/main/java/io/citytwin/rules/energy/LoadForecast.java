package io.citytwin.rules.energy;

import io.citytwin.core.model.Quantity;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Predicts the next quarters of an hour from those that are over. What is expected is the mean of the same quarter of the civil
 * day on the last days of the same type (working day, Saturday, Sunday or holiday), plus the last deviation from that mean, less
 * of it for each quarter ahead; until enough days are known, it is what the last quarter brought. How sure that is follows
 * from how far predictions were off in the last seven days within an hour of the same time of day: no model of the
 * errors is assumed. The same quarters always give the same predictions. For one thread at a time.
 */
public final class LoadForecast {

    private final ForecastPlan plan;
    private final SameQuarters days;
    private final List<PastErrors> errors = new ArrayList<>();
    private final Map<Instant, Map<Integer, BigDecimal>> open = new HashMap<>();
    private List<Prediction> next = List.of();

    private LoadForecast(ForecastPlan plan) {
        this.plan = plan;
        this.days = new SameQuarters(plan.calendar(), plan.days());
        for (int ahead = 0; ahead < plan.horizon(); ahead++) {
            errors.add(new PastErrors());
        }
    }

    /**
     * A forecast that knows nothing yet.
     *
     * @param plan how it works
     * @return a forecast
     */
    public static LoadForecast of(ForecastPlan plan) {
        return new LoadForecast(plan);
    }

    /** What it knows; everything is in an order that does not depend on how it came. */
    record State(
            List<SameQuarters.Slot> days,
            List<List<PastErrors.PastError>> errors,
            List<Expected> open,
            List<Prediction> next) {}

    /** What was predicted of a quarter that is not over, so many quarters ahead, in kW. */
    record Expected(Instant from, int ahead, BigDecimal power) {}

    /** Goes on from what another one with the same plan knew, before anything else. */
    void resume(State known) {
        days.resume(known.days());
        for (int ahead = 0; ahead < errors.size(); ahead++) {
            errors.get(ahead).resume(known.errors().get(ahead));
        }
        known.open().forEach(one -> expect(one.from(), one.ahead(), one.power()));
        next = List.copyOf(known.next());
    }

    State state() {
        List<Expected> expected = new ArrayList<>();
        open.forEach((from, made) -> made.forEach((ahead, power) -> expected.add(new Expected(from, ahead, power))));
        expected.sort(Comparator.comparing(Expected::from).thenComparing(Expected::ahead));
        return new State(days.state(), errors.stream().map(PastErrors::state).toList(), expected, next);
    }

    private void expect(Instant from, int ahead, BigDecimal power) {
        open.computeIfAbsent(from, quarter -> new HashMap<>()).put(ahead, power);
    }

    /**
     * Takes what a quarter brought; each later than the one before.
     *
     * @param from when it began
     * @param actual its mean power, in kW
     */
    public void close(Instant from, Quantity actual) {
        BigDecimal came = Kilowatts.of(actual);
        int slot = days.slotOf(from);
        Optional.ofNullable(open.remove(from))
                .ifPresent(made ->
                        made.forEach((ahead, expected) -> errors.get(ahead).add(from, slot, came.subtract(expected))));
        // A gap in the quarters leaves predictions that nothing will be held against.
        open.keySet().removeIf(other -> !other.isAfter(from));
        Optional<BigDecimal> deviation = days.mean(from).map(came::subtract);
        days.add(from, came);
        next = predictions(from, came, deviation);
        for (int ahead = 0; ahead < next.size(); ahead++) {
            Prediction made = next.get(ahead);
            expect(made.from(), ahead, made.expected().amount());
        }
    }

    private List<Prediction> predictions(Instant last, BigDecimal came, Optional<BigDecimal> deviation) {
        List<Prediction> predictions = new ArrayList<>();
        BigDecimal rest = deviation.orElse(BigDecimal.ZERO);
        Instant from = last;
        for (int ahead = 0; ahead < plan.horizon(); ahead++) {
            from = from.plus(Kilowatts.QUARTER);
            rest = Kilowatts.rounded(rest.multiply(plan.decay()));
            Optional<BigDecimal> mean = days.mean(from);
            BigDecimal expected = mean.map(rest::add).orElse(came);
            Prediction.Method method =
                    mean.isPresent() ? Prediction.Method.SAME_QUARTER : Prediction.Method.PERSISTENCE;
            PastErrors.Margins margins = margins(ahead, from, expected);
            predictions.add(new Prediction(
                    from,
                    Kilowatts.quantity(expected),
                    Kilowatts.quantity(expected.subtract(margins.below())),
                    Kilowatts.quantity(expected.add(margins.above())),
                    method));
        }
        return List.copyOf(predictions);
    }

    private PastErrors.Margins margins(int ahead, Instant from, BigDecimal expected) {
        return errors.get(ahead).margins(days.slotOf(from), plan.coverage()).orElseGet(() -> {
            BigDecimal first = Kilowatts.rounded(expected.abs().multiply(plan.firstMargin()));
            return new PastErrors.Margins(first, first);
        });
    }

    /**
     * What the next quarters may bring.
     *
     * @return the nearest first; empty before the first quarter is over
     */
    public List<Prediction> next() {
        return next;
    }

    /**
     * How far predictions of the next quarter were off in the last seven days.
     *
     * @return over all quarters
     */
    public ForecastError error() {
        return ForecastError.of(errors.get(0).all());
    }

    /**
     * How far predictions of one quarter of the civil day were off in the last seven days.
     *
     * @param quarterOfDay 0 for the one from midnight, 95 for the last
     * @return over the quarters of this time of day
     */
    public ForecastError error(int quarterOfDay) {
        return ForecastError.of(errors.get(0).at(quarterOfDay));
    }
}
