package io.citytwin.rules.energy;

import io.citytwin.core.asset.LightingClass;
import io.citytwin.core.model.Quantity;
import io.citytwin.core.model.Unit;
import io.citytwin.core.time.CivilCalendar;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;

/** Says how districts are kept within their power. For one thread at a time. */
public final class DistrictEnergyBuilder {

    private static final BigDecimal LEAST_STEP = new BigDecimal("0.1");

    private final Map<LightingClass, Quantity> lamps = new EnumMap<>(LightingClass.class);
    private ForecastPlan forecast;
    private BigDecimal step = BigDecimal.ONE;
    // The least current of a charging cable (6 A by IEC 61851-1), at one phase of 230 V, rounded up.
    private Quantity floor = Quantity.of("1.4", Unit.KILOWATT);
    private BigDecimal hysteresis = BigDecimal.valueOf(5);
    private Duration rest = Duration.ofMinutes(30);
    private Duration trusted = Duration.ofDays(1);

    DistrictEnergyBuilder(CivilCalendar calendar) {
        forecast = ForecastPlan.usual(calendar);
    }

    /**
     * Sets how demand is predicted; {@link ForecastPlan#usual} if left out.
     *
     * @param plan with its calendar
     * @return this builder
     */
    public DistrictEnergyBuilder forecast(ForecastPlan plan) {
        forecast = plan;
        return this;
    }

    /**
     * Sets the least by which devices can be limited; 1 % if left out.
     *
     * @param percent in %; less than 0.1 % counts as that
     * @return this builder
     * @throws io.citytwin.core.error.CityTwinException {@code C102} if it is not in %
     */
    public DistrictEnergyBuilder step(Quantity percent) {
        step = Kilowatts.percent(percent).max(LEAST_STEP);
        return this;
    }

    /**
     * Sets what each charging session gets at least; 1.4 kW if left out, with which a car just charges.
     *
     * @param least in kW, or in % of the connector's rated power
     * @return this builder
     * @throws io.citytwin.core.error.CityTwinException {@code C102} if it is in another unit
     */
    public DistrictEnergyBuilder sessionFloor(Quantity least) {
        floor = least.unit() == Unit.PERCENT ? least : Kilowatts.quantity(Kilowatts.of(least));
        return this;
    }

    /**
     * Sets how far lamps of a class may dim. It is the designer's number, and no law is assumed: lamps of a class without one, and
     * those without a class, are never dimmed for a budget.
     *
     * @param lightingClass which lamps
     * @param least their least share of full light, in %
     * @return this builder
     * @throws io.citytwin.core.error.CityTwinException {@code C102} if it is not in %
     */
    public DistrictEnergyBuilder lampFloor(LightingClass lightingClass, Quantity least) {
        Kilowatts.percent(least);
        lamps.put(lightingClass, least);
        return this;
    }

    /**
     * Sets when devices are let go: demand must stay below the cap by a margin for some time; 5 % of the cap and half an
     * hour if left out.
     *
     * @param percent in % of the cap
     * @param lasting how long; zero lets go at once
     * @return this builder
     * @throws io.citytwin.core.error.CityTwinException {@code C102} if the margin is not in %
     */
    public DistrictEnergyBuilder hysteresis(Quantity percent, Duration lasting) {
        hysteresis = Kilowatts.notNegative(Kilowatts.percent(percent));
        rest = lasting;
        return this;
    }

    /**
     * Sets how long a power that a device told counts as measured while it tells nothing new; a day if left out. After
     * that it still counts, and as estimated.
     *
     * @param lasting such as a day for devices that tell changes only
     * @return this builder
     */
    public DistrictEnergyBuilder trusted(Duration lasting) {
        trusted = lasting;
        return this;
    }

    /**
     * Ready to follow a city.
     *
     * @return one that knows no district yet
     */
    public DistrictEnergy build() {
        return new DistrictEnergy(new EnergySettings(forecast, step, floor, lamps, hysteresis, rest, trusted));
    }
}
