package io.citytwin.core.asset;

import io.citytwin.core.model.Quantity;
import java.util.Optional;

/** A station that measures the air. Immutable. */
public interface AirStation extends Asset {

    /**
     * The area whose mean it feeds.
     *
     * @return the province
     */
    @Within
    Optional<Province> province();

    /**
     * Whether it counts for the mean.
     *
     * @return its role
     */
    Optional<StationRole> role();

    /**
     * Particles below 10 micrometres.
     *
     * @return in ug/m3, a mean over an hour or a day
     */
    @Reported
    @In("ug/m3")
    Optional<Quantity> pm10();

    /**
     * Particles below 10 micrometres on the newest whole day.
     *
     * @return in ug/m3
     */
    @Reported
    @In("ug/m3")
    Optional<Quantity> pm10DayMean();

    /**
     * How many days of this year were above the limit of a day for particles below 10 micrometres.
     *
     * @return in days
     */
    @Reported
    @In("days")
    Optional<Quantity> pm10DaysOver();

    /**
     * Particles below 10 micrometres in the year so far.
     *
     * @return the mean in ug/m3
     */
    @Reported
    @In("ug/m3")
    Optional<Quantity> pm10YearMean();

    /**
     * Particles below 2.5 micrometres on the newest whole day.
     *
     * @return in ug/m3
     */
    @Reported
    @In("ug/m3")
    Optional<Quantity> pm25DayMean();

    /**
     * How many days of this year were above the limit of a day for particles below 2.5 micrometres.
     *
     * @return in days
     */
    @Reported
    @In("days")
    Optional<Quantity> pm25DaysOver();

    /**
     * Particles below 2.5 micrometres in the year so far.
     *
     * @return the mean in ug/m3
     */
    @Reported
    @In("ug/m3")
    Optional<Quantity> pm25YearMean();

    /**
     * Nitrogen dioxide in the newest whole hour.
     *
     * @return in ug/m3
     */
    @Reported
    @In("ug/m3")
    Optional<Quantity> nitrogenHourMean();

    /**
     * How many hours of this year were above the limit of an hour for nitrogen dioxide.
     *
     * @return in hours
     */
    @Reported
    @In("h")
    Optional<Quantity> nitrogenHoursOver();

    /**
     * The lowest of the newest three hourly means of nitrogen dioxide.
     *
     * @return in ug/m3
     */
    @Reported
    @In("ug/m3")
    Optional<Quantity> nitrogenThreeHours();

    /**
     * Nitrogen dioxide on the newest whole day.
     *
     * @return in ug/m3
     */
    @Reported
    @In("ug/m3")
    Optional<Quantity> nitrogenDayMean();

    /**
     * How many days of this year were above the limit of a day for nitrogen dioxide.
     *
     * @return in days
     */
    @Reported
    @In("days")
    Optional<Quantity> nitrogenDaysOver();

    /**
     * Nitrogen dioxide in the year so far.
     *
     * @return the mean in ug/m3
     */
    @Reported
    @In("ug/m3")
    Optional<Quantity> nitrogenYearMean();

    /**
     * Ozone in the newest whole hour.
     *
     * @return in ug/m3
     */
    @Reported
    @In("ug/m3")
    Optional<Quantity> ozoneHourMean();

    /**
     * The highest mean over eight hours of ozone on the newest whole day.
     *
     * @return in ug/m3
     */
    @Reported
    @In("ug/m3")
    Optional<Quantity> ozoneEightHours();

    /**
     * How many days of a year are above the target for ozone, as a mean of three years.
     *
     * @return in days
     */
    @Reported
    @In("days")
    Optional<Quantity> ozoneDaysOver();

    /**
     * The highest mean over eight hours of carbon monoxide on the newest whole day.
     *
     * @return in mg/m3
     */
    @Reported
    @In("mg/m3")
    Optional<Quantity> carbonMonoxideEightHours();

    /**
     * Sulphur dioxide in the newest whole hour.
     *
     * @return in ug/m3
     */
    @Reported
    @In("ug/m3")
    Optional<Quantity> sulphurHourMean();

    /**
     * How many hours of this year were above the limit of an hour for sulphur dioxide.
     *
     * @return in hours
     */
    @Reported
    @In("h")
    Optional<Quantity> sulphurHoursOver();

    /**
     * Sulphur dioxide on the newest whole day.
     *
     * @return in ug/m3
     */
    @Reported
    @In("ug/m3")
    Optional<Quantity> sulphurDayMean();

    /**
     * How many days of this year were above the limit of a day for sulphur dioxide.
     *
     * @return in days
     */
    @Reported
    @In("days")
    Optional<Quantity> sulphurDaysOver();

    /**
     * Whether a limit of the air was postponed for the zone in which it stands.
     *
     * @return true if the zone has more time to meet it
     */
    Optional<Boolean> limitPostponed();
}
