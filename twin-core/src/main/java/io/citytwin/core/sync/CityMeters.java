package io.citytwin.core.sync;

import io.citytwin.core.spi.Evaluated;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** A city's health as meters. Rows follow the health of the last step. For one thread at a time. */
final class CityMeters {

    private final MeterRegistry registry;
    private final MultiGauge directives;
    private final MultiGauge letters;
    private final MultiGauge sources;
    private final MultiGauge provisions;
    private final MultiGauge alarms;
    private final Timer evaluation;
    private final Timer commit;
    private volatile Optional<CityHealth> last = Optional.empty();

    CityMeters(MeterRegistry registry) {
        this.registry = registry;
        directives = rows("citytwin.directives", "Directives by how far they came");
        letters = rows("citytwin.refused", "What could not be used, by error code");
        sources = rows("citytwin.source.age", "Seconds since a source told something");
        provisions = rows("citytwin.provision.age", "Seconds since a provision was evaluated");
        alarms = rows("citytwin.alarms", "What somebody has to look at, by kind");
        evaluation = Timer.builder("citytwin.evaluation")
                .description("What the governor takes at a step's end")
                .register(registry);
        commit = Timer.builder("citytwin.commit")
                .description("What the journal takes to keep a step")
                .publishPercentiles(0.5, 0.99)
                .register(registry);
        FunctionCounter.builder("citytwin.inputs", this, meters -> meters.read(CityHealth::inputs))
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

    private MultiGauge rows(String name, String description) {
        return MultiGauge.builder(name).description(description).register(registry);
    }

    private void gauge(String name, String description, Reading reading) {
        Gauge.builder(name, this, meters -> meters.read(reading))
                .description(description)
                .register(registry);
    }

    private double read(Reading reading) {
        return last.map(reading::of).orElse(0L);
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
                directives,
                "state",
                health.directives().entrySet().stream()
                        .map(each ->
                                Map.entry(each.getKey().name(), each.getValue().doubleValue())));
        rows(
                letters,
                "code",
                health.deadLetters().entrySet().stream()
                        .map(each -> Map.entry(each.getKey(), each.getValue().doubleValue())));
        rows(
                sources,
                "source",
                health.sources().entrySet().stream()
                        .map(each -> Map.entry(each.getKey(), age(each.getValue(), health.at()))));
        rows(provisions, "provision", health.provisions().stream().flatMap(each -> row(each, health.at())));
        rows(
                alarms,
                "kind",
                Stream.of(Alarm.Kind.values())
                        .map(kind -> Map.entry(kind.name(), (double) health.alarms().stream()
                                .filter(alarm -> alarm.kind() == kind)
                                .count())));
    }

    private static Stream<Map.Entry<String, Double>> row(Evaluated provision, Instant now) {
        return provision.evaluated().map(at -> Map.entry(provision.provision(), age(at, now))).stream();
    }

    private static double age(Instant then, Instant now) {
        return Duration.between(then, now).toSeconds();
    }

    private static void rows(MultiGauge gauge, String tag, Stream<Map.Entry<String, Double>> values) {
        List<MultiGauge.Row<?>> rows = values.<MultiGauge.Row<?>>map(
                        each -> MultiGauge.Row.of(Tags.of(tag, each.getKey()), each.getValue()))
                .toList();
        gauge.register(rows, true);
    }

    /** A number of a health. */
    @FunctionalInterface
    private interface Reading {
        long of(CityHealth health);
    }
}
