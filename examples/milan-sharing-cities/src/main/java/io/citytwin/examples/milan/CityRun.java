package io.citytwin.examples.milan;

import io.citytwin.core.asset.AssetTypes;
import io.citytwin.core.graph.TwinGraph;
import io.citytwin.core.model.Observation;
import io.citytwin.core.model.Twin;
import io.citytwin.core.model.TwinId;
import io.citytwin.core.signal.Input;
import io.citytwin.core.spi.Journal;
import io.citytwin.core.sync.CityTwin;
import io.citytwin.core.sync.CityTwinBuilder;
import io.citytwin.core.time.CivilCalendar;
import io.citytwin.core.time.VirtualClock;
import io.citytwin.examples.milan.city.City;
import io.citytwin.examples.milan.city.Traffic;
import io.citytwin.examples.milan.report.Period;
import io.citytwin.rules.RegulationEngine;
import io.citytwin.rules.bundle.RegulationBundle;
import io.citytwin.rules.directive.Ledger;
import io.citytwin.rules.directive.RegulationGovernor;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Plays days of a city in virtual time: air and passages go in, directives go to simulated devices. The same city, air and
 * days always give the same outcome. For one thread at a time.
 */
final class CityRun implements AutoCloseable {

    private static final Duration STEP = Duration.ofMinutes(30);
    private static final Duration TURN = Duration.ofHours(1);
    private static final CivilCalendar CALENDAR = CivilCalendar.italy();

    private final City city;
    private final AirWinter air;
    private final Period period;
    private final Site site;
    private final Traffic traffic;
    private final Street street;
    private final RegulationEngine engine;
    private final RegulationGovernor governor;
    private final TwinGraph graph = TwinGraph.of(AssetTypes.builtIn(), Journal.forgetful());
    private final CityTwin twins;

    CityRun(City city, AirWinter air, RegulationBundle law, Period period, Site site) {
        this.city = city;
        this.air = air;
        this.period = period;
        this.site = site;
        traffic = city.traffic();
        street = Street.of(city);
        engine = RegulationEngine.builder().regulations(law).build();
        governor = RegulationGovernor.of(engine);
        CityTwinBuilder builder = CityTwin.builder()
                .graph(graph)
                .clock(new VirtualClock(start()))
                .governor(governor)
                .journal(Journal.forgetful())
                .step(STEP);
        site.adapters(graph, street).forEach(builder::adapter);
        twins = builder.build();
    }

    Instant start() {
        return CALENDAR.startOf(period.from());
    }

    /** When the mean of the last day has been decided upon. */
    private Instant end() {
        return CALENDAR.startOf(period.to().plusDays(2));
    }

    /**
     * Plays all days.
     *
     * @param turn is called after each hour, with the moment reached
     */
    void play(Consumer<Instant> turn) {
        Deque<Observation> air = told();
        settle(air);
        Instant now = start();
        while (now.isBefore(end())) {
            LocalDate day = CALENDAR.dateOf(now);
            if (now.equals(CALENDAR.startOf(day)) && period.contains(day)) {
                traffic.on(day).forEach(street::willPass);
            }
            now = now.plus(TURN);
            while (!air.isEmpty() && !air.peek().receivedAt().isAfter(now)) {
                hear(air.remove());
            }
            twins.advanceTo(now);
            turn.accept(now);
        }
    }

    /** What is measured until the last day, in the order of arrival. */
    private Deque<Observation> told() {
        return air.observations().stream()
                .filter(seen -> !AirWinter.day(seen).isAfter(period.to()))
                .filter(seen -> seen.receivedAt().isBefore(end()))
                .collect(Collectors.toCollection(ArrayDeque::new));
    }

    /** Puts all twins in their places and tells the engine what arrived before the first day. */
    private void settle(Deque<Observation> air) {
        engine.put(this.air.twins().toArray(Twin[]::new));
        while (!air.isEmpty() && air.peek().receivedAt().isBefore(start())) {
            engine.accept(new Input.Observed(air.remove()));
        }
        Map<TwinId, Twin> all = new TreeMap<>();
        Stream.of(city.twins(), this.air.twins(), city.fleet().vehicles())
                .flatMap(List::stream)
                .forEach(twin -> all.putIfAbsent(twin.id(), twin));
        graph.put(all.values(), start());
        site.prepare();
        twins.start();
    }

    /** A forecast is no property of a twin: only the engine can take it, when its moment has come. */
    private void hear(Observation seen) {
        if (seen.property().equals(AirWinter.MEASURED)) {
            street.willMeasure(seen);
        } else {
            twins.advanceTo(seen.receivedAt());
            engine.accept(new Input.Observed(seen));
        }
    }

    City city() {
        return city;
    }

    AirWinter air() {
        return air;
    }

    Period period() {
        return period;
    }

    RegulationEngine engine() {
        return engine;
    }

    Ledger ledger() {
        return governor.ledger();
    }

    TwinGraph graph() {
        return graph;
    }

    CityTwin twins() {
        return twins;
    }

    @Override
    public void close() {
        twins.close();
        site.close();
        engine.close();
    }
}
