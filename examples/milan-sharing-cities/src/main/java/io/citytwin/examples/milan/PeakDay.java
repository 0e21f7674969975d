package io.citytwin.examples.milan;

import io.citytwin.core.asset.AssetTypes;
import io.citytwin.core.graph.TwinGraph;
import io.citytwin.core.model.TwinId;
import io.citytwin.core.spi.Journal;
import io.citytwin.core.sync.CityTwin;
import io.citytwin.core.sync.CityTwinBuilder;
import io.citytwin.core.time.CivilCalendar;
import io.citytwin.core.time.VirtualClock;
import io.citytwin.examples.milan.city.City;
import io.citytwin.examples.milan.report.Period;
import io.citytwin.rules.RegulationEngine;
import io.citytwin.rules.bundle.RegulationBundle;
import io.citytwin.rules.directive.Allotter;
import io.citytwin.rules.directive.Ledger;
import io.citytwin.rules.directive.RegulationGovernor;
import io.citytwin.rules.energy.DistrictEnergy;
import io.citytwin.rules.energy.PowerSplit;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Plays days of a city's devices in virtual time, in steps of a quarter of an hour and with readings each quarter, so that districts can
 * be seen to keep to their power. The same city, law and days always give the same outcome. For one thread at a time.
 */
final class PeakDay implements AutoCloseable {

    private static final CivilCalendar CALENDAR = CivilCalendar.italy();
    private static final Duration STEP = Duration.ofMinutes(15);
    /** Who draws power, and where that is. */
    private static final Set<String> TYPES = Set.of(
            "Region",
            "Province",
            "Municipality",
            "District",
            "Building",
            "Meter",
            "HeatPump",
            "Photovoltaic",
            "ChargingStation",
            "Evse",
            "Connector",
            "LampPost");

    private final Period period;
    private final Site site;
    private final DistrictEnergy energy;
    private final RegulationEngine engine;
    private final RegulationGovernor governor;
    private final CityTwin twins;
    private final Map<TwinId, List<PowerSplit>> splits = new HashMap<>();

    /**
     * A city before its first day.
     *
     * @param city its devices are simulated
     * @param law under which they are
     * @param period the days that are played
     * @param sharing whether devices share what law allows their district; else nobody is held
     */
    PeakDay(City city, RegulationBundle law, Period period, boolean sharing) {
        this(city, law, period, sharing, Site.DIRECT);
    }

    /** The same, with devices somewhere else. */
    PeakDay(City city, RegulationBundle law, Period period, boolean sharing, Site site) {
        this.period = period;
        this.site = site;
        energy = DistrictPower.of(city);
        Allotter allotter = sharing ? energy : new Unheld(energy);
        engine = RegulationEngine.builder().regulations(law).build();
        governor = RegulationGovernor.builder(engine).allotter(allotter).build();
        Instant start = CALENDAR.startOf(period.from());
        TwinGraph graph = TwinGraph.of(AssetTypes.builtIn(), Journal.forgetful());
        graph.put(
                city.twins().stream()
                        .filter(twin -> TYPES.contains(twin.type().name()))
                        .toList(),
                start);
        CityTwinBuilder builder = CityTwin.builder()
                .graph(graph)
                .clock(new VirtualClock(start))
                .governor(governor)
                .journal(Journal.forgetful())
                .step(STEP);
        site.adapters(graph, Street.busy(city)).forEach(builder::adapter);
        twins = builder.build();
    }

    /** Plays all days. */
    PeakDay play() {
        twins.start();
        Instant last = CALENDAR.startOf(period.to());
        Instant end = CALENDAR.startOf(period.to().plusDays(1));
        twins.advanceTo(last);
        for (Instant now = last; now.isBefore(end); ) {
            now = now.plus(STEP);
            twins.advanceTo(now);
            energy.districts()
                    .forEach(district -> energy.current(district)
                            .ifPresent(split -> splits.computeIfAbsent(district, none -> new ArrayList<>())
                                    .add(split)));
        }
        return this;
    }

    DistrictEnergy energy() {
        return energy;
    }

    /** How a district's power was split at each quarter of the last day on which it was. */
    List<PowerSplit> splits(TwinId district) {
        return splits.getOrDefault(district, List.of());
    }

    CityTwin twins() {
        return twins;
    }

    Ledger ledger() {
        return governor.ledger();
    }

    @Override
    public void close() {
        twins.close();
        site.close();
        engine.close();
    }
}
