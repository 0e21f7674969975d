package io.citytwin.core.sync;

import io.citytwin.core.spi.Evaluated;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/** A city's health as meters, which follow the health of the last step. For one thread at a time. */
final class CityMeters {

    private final MeterRegistry registry;
    private final Timer evaluation;
    private final Timer commit;
    private final Set<String> known = new HashSet<>();
    private volatile Optional<CityHealth> last = Optional.empty();

    CityMeters(MeterRegistry registry) {
        this.registry = registry;
        evaluation = Timer.builder("citytwin.evaluation")
                .description("What the governor takes at a step's end")
                .register(registry);
        commit = Timer.builder("citytwin.commit")
                .description("What the journal takes to keep a step")
                .publishPercentiles(0.5, 0.99)
                .register(registry);
        FunctionCounter.builder("citytwin.inputs", this, meters -> meters.read(CityHealth::inputs))
                .description("Inputs that were taken")
                .register(registry);
        gauge(
                "citytwin.agenda",
                "Inputs and timers that wait for their moment",
                health -> health.queues().agenda());
        gauge(
                "citytwin.unwritten",
                "Entries that the journal did not take",
                health -> health.queues().unwritten());
        gauge(
                "citytwin.lag",
                "Seconds that the city is behind its clock",
                health -> health.queues().lag().toSeconds());
    }

    Timer evaluation() {
        return evaluation;
    }

    Timer commit() {
        return commit;
    }

    /** Shows another health. */
    void show(CityHealth health) {
        last = Optional.of(health);
        rows(
                "citytwin.directives",
                "Directives by how far they came",
                "state",
                names(DirectiveRecord.State.values()),
                key -> now -> now.count(DirectiveRecord.State.valueOf(key)));
        rows(
                "citytwin.refused",
                "What could not be used, by error code",
                "code",
                health.deadLetters().keySet(),
                key -> now -> now.deadLetters().getOrDefault(key, 0L));
        rows(
                "citytwin.source.age",
                "Seconds since a source told something",
                "source",
                health.sources().keySet(),
                key -> now -> age(Optional.ofNullable(now.sources().get(key)), now.at()));
        rows(
                "citytwin.provision.age",
                "Seconds since a provision was evaluated",
                "provision",
                provisions(health),
                key -> now -> age(evaluated(now, key), now.at()));
        rows(
                "citytwin.alarms",
                "What somebody has to look at, by kind",
                "kind",
                names(Alarm.Kind.values()),
                key -> now -> now.alarms().stream()
                        .filter(alarm -> alarm.kind().name().equals(key))
                        .count());
    }

    private static List<String> names(Enum<?>[] constants) {
        return Stream.of(constants).map(Enum::name).toList();
    }

    private static List<String> provisions(CityHealth health) {
        return health.provisions().stream().map(Evaluated::provision).toList();
    }

    private static Optional<Instant> evaluated(CityHealth health, String provision) {
        return health.provisions().stream()
                .filter(each -> each.provision().equals(provision))
                .findFirst()
                .flatMap(Evaluated::evaluated);
    }

    /** Not a number while nobody knows. */
    private static double age(Optional<Instant> then, Instant now) {
        return then.map(at -> (double) Duration.between(at, now).toSeconds()).orElse(Double.NaN);
    }

    /** A gauge for each key, made when the key is first seen. */
    private void rows(String name, String description, String tag, Collection<String> keys, Reader reader) {
        for (String key : keys) {
            if (known.add(name + " " + key)) {
                ToDoubleFunction<CityHealth> reading = reader.of(key);
                Gauge.builder(name, this, meters -> meters.read(reading))
                        .description(description)
                        .tag(tag, key)
                        .register(registry);
            }
        }
    }

    private void gauge(String name, String description, ToDoubleFunction<CityHealth> reading) {
        Gauge.builder(name, this, meters -> meters.read(reading))
                .description(description)
                .register(registry);
    }

    private double read(ToDoubleFunction<CityHealth> reading) {
        return last.map(reading::applyAsDouble).orElse(0.0);
    }

    /** Says how the value of a key is read. */
    @FunctionalInterface
    private interface Reader {
        ToDoubleFunction<CityHealth> of(String key);
    }
}
