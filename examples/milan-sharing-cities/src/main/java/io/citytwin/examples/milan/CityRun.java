package io.citytwin.examples.milan;

import io.citytwin.core.asset.AssetTypes;
import io.citytwin.core.graph.TwinGraph;
import io.citytwin.core.model.Observation;
import io.citytwin.core.model.Twin;
import io.citytwin.core.model.TwinId;
import io.citytwin.core.signal.Input;
import io.citytwin.core.signal.Passage;
import io.citytwin.core.spi.Journal;
import io.citytwin.core.sync.CityPhase;
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
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Plays days of a city in virtual time: air and passages go in, directives go to simulated devices. The same city, air and
 * days always give the same outcome. For one thread at a time.
 */
final class CityRun implements AutoCloseable {

    private static final Duration STEP = Duration.ofMinutes(30);
    /** Many claims last for a season: twice a day is often enough to say so again. */
    private static final Duration LEASE = Duration.ofDays(1);

    private static final Duration TURN = Duration.ofHours(1);
    private static final CivilCalendar CALENDAR = CivilCalendar.italy();

    private final City city;
    private final AirWinter air;
    private final RegulationBundle law;
    private final Period period;
    private final Site site;
    private final Traffic traffic;
    private final Street street;
    private final RegulationEngine engine;
    private final RegulationGovernor governor;
    private final TwinGraph graph = TwinGraph.of(AssetTypes.builtIn(), Journal.forgetful());
    private final CityTwin twins;

    CityRun(City city, AirWinter air, RegulationBundle law, Period period, Site site) {
        this(city, new Days(air, period), law, site, new Keeping(Journal.forgetful(), phase -> {}));
    }

    /** What is measured, and the days that are played. */
    record Days(AirWinter air, Period period) {}

    /** Where all is kept, which an earlier run of the same days may have begun, and who is told what the city is doing. */
    record Keeping(Journal journal, Consumer<CityPhase> watcher) {}

    CityRun(City city, Days days, RegulationBundle law, Site site, Keeping keeping) {
        this.city = city;
        this.air = days.air();
        this.law = law;
        this.period = days.period();
        this.site = site;
        traffic = city.traffic();
        street = Street.of(city);
        engine = RegulationEngine.builder().regulations(law).build();
        governor =
                RegulationGovernor.builder(engine).allotter(Unmeasured.of(city)).build();
        CityTwinBuilder builder = CityTwin.builder()
                .graph(graph)
                .clock(new VirtualClock(start()))
                .governor(governor)
                .journal(keeping.journal())
                .watcher(keeping.watcher())
                .step(STEP)
                .lease(LEASE);
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
     * Plays all days, or those that an earlier run has left.
     *
     * @param turn is called after each hour, with the moment reached
     */
    void play(Consumer<Instant> turn) {
        Deque<Observation> air = told();
        settle(air);
        Optional<Instant> resumed = twins.resumedFrom();
        Instant now = resumed.orElse(start());
        resumed.ifPresent(before -> {
            while (!air.isEmpty() && !air.peek().receivedAt().isAfter(before)) {
                air.remove();
            }
            passages(CALENDAR.dateOf(before), passage -> passage.at().isAfter(before));
        });
        while (now.isBefore(end())) {
            LocalDate day = CALENDAR.dateOf(now);
            if (now.equals(CALENDAR.startOf(day)) && !resumed.equals(Optional.of(now))) {
                passages(day, passage -> true);
            }
            now = turnAfter(now);
            while (!air.isEmpty() && !air.peek().receivedAt().isAfter(now)) {
                hear(air.remove());
            }
            twins.advanceTo(now);
            turn.accept(now);
        }
    }

    private static Instant turnAfter(Instant moment) {
        return moment.plus(TURN).truncatedTo(ChronoUnit.HOURS);
    }

    private void passages(LocalDate day, Predicate<Passage> wanted) {
        if (period.contains(day)) {
            traffic.on(day).stream().filter(wanted).forEach(street::willPass);
        }
    }

    /** What is measured until the last day, in the order of arrival. */
    private Deque<Observation> told() {
        return air.observations().stream()
                .filter(seen -> !AirWinter.day(seen).isAfter(period.to()))
                .filter(seen -> seen.receivedAt().isBefore(end()))
                .collect(Collectors.toCollection(ArrayDeque::new));
    }

    /** Puts all twins in their places and tells what arrived before the first day. */
    private void settle(Deque<Observation> air) {
        Map<TwinId, Twin> all = new TreeMap<>();
        Stream.of(city.twins(), this.air.twins(), city.fleet().vehicles())
                .flatMap(List::stream)
                .forEach(twin -> all.putIfAbsent(twin.id(), twin));
        graph.put(all.values(), start());
        site.prepare();
        while (!air.isEmpty() && air.peek().receivedAt().isBefore(start())) {
            twins.accept(new Input.Observed(air.remove()));
        }
        twins.start();
    }

    /** Stations report what they measure; a forecast comes from somebody else. */
    private void hear(Observation seen) {
        if (seen.property().equals(AirWinter.MEASURED)) {
            street.willMeasure(seen);
        } else {
            twins.accept(new Input.Observed(seen));
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

    RegulationBundle law() {
        return law;
    }

    /** Where another run of this city meets its devices. */
    Site anotherSite() {
        return site.again();
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
