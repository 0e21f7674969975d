package io.citytwin.examples.milan;

import io.citytwin.adapter.simulated.SimulatedAdapter;
import io.citytwin.core.asset.AssetTypes;
import io.citytwin.core.graph.TwinGraph;
import io.citytwin.core.model.Quantity;
import io.citytwin.core.model.TwinId;
import io.citytwin.core.spi.Governor;
import io.citytwin.core.spi.Journal;
import io.citytwin.core.sync.CityTwin;
import io.citytwin.core.time.CivilCalendar;
import io.citytwin.core.time.VirtualClock;
import io.citytwin.examples.milan.city.City;
import io.citytwin.examples.milan.report.DistrictDay;
import io.citytwin.examples.milan.report.Period;
import io.citytwin.rules.energy.DistrictEnergy;
import io.citytwin.rules.energy.ForecastError;
import io.citytwin.rules.energy.PastQuarter;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Plays days of a city's devices in virtual time, in steps of a quarter of an hour, so that a district can be seen to keep to its
 * power. The same city, seed and days always give the same outcome. For one thread at a time.
 */
final class PeakDay implements AutoCloseable {

    private static final CivilCalendar CALENDAR = CivilCalendar.italy();
    private static final Duration STEP = Duration.ofMinutes(15);

    private final Period period;
    private final CityTwin twins;

    /**
     * A city before its first day.
     *
     * @param city its devices are simulated
     * @param seed of their chance
     * @param period the days that are played
     * @param governor decides what devices are asked; closed with this
     */
    PeakDay(City city, long seed, Period period, Governor governor) {
        this.period = period;
        Instant start = CALENDAR.startOf(period.from());
        TwinGraph graph = TwinGraph.of(AssetTypes.builtIn(), Journal.forgetful());
        graph.put(city.twins(), start);
        twins = CityTwin.builder()
                .graph(graph)
                .clock(new VirtualClock(start))
                .adapter(SimulatedAdapter.builder().seed(seed).build())
                .governor(governor)
                .journal(Journal.forgetful())
                .step(STEP)
                .build();
    }

    /** The district of the demo that passes its limit on a winter evening if nobody sees to it. */
    static TwinId district() {
        return TwinId.of("it.milano:district-porta-romana");
    }

    void play() {
        twins.start();
        twins.advanceTo(CALENDAR.startOf(period.to().plusDays(1)));
    }

    /**
     * What the report shows of a day.
     *
     * @param city knows the district's name
     * @param date among the days that were played
     * @param shared what was kept while devices shared the limit
     * @param free what was kept while nobody limited them
     */
    static DistrictDay day(City city, LocalDate date, DistrictEnergy shared, DistrictEnergy free) {
        Map<Instant, BigDecimal> freely = new HashMap<>();
        free.past(district())
                .forEach(quarter -> freely.put(
                        quarter.balance().from(), quarter.balance().load().amount()));
        List<DistrictDay.Quarter> quarters = shared.past(district()).stream()
                .filter(quarter -> CALENDAR.dateOf(quarter.balance().from()).equals(date))
                .map(quarter -> quarter(quarter, freely))
                .toList();
        String name = city.find(district().toString())
                .value("label")
                .map(Object::toString)
                .orElse(district().toString());
        ForecastError error = shared.error(district());
        return new DistrictDay(name, date, quarters, tenths(error.meanAbsolute()), tenths(error.bias()));
    }

    private static DistrictDay.Quarter quarter(PastQuarter past, Map<Instant, BigDecimal> freely) {
        Instant from = past.balance().from();
        return new DistrictDay.Quarter(
                LocalTime.ofInstant(from, CALENDAR.zone()),
                tenths(past.balance().load()),
                tenths(freely.getOrDefault(from, BigDecimal.ZERO)),
                past.predicted().map(told -> tenths(told.expected())),
                past.predicted().map(told -> tenths(told.high())),
                past.cap().map(PeakDay::tenths),
                past.curtailed(),
                tenths(past.balance().estimated()));
    }

    private static BigDecimal tenths(Quantity power) {
        return tenths(power.amount());
    }

    private static BigDecimal tenths(BigDecimal kilowatts) {
        return kilowatts.setScale(1, RoundingMode.HALF_UP);
    }

    CityTwin twins() {
        return twins;
    }

    @Override
    public void close() {
        twins.close();
    }
}
