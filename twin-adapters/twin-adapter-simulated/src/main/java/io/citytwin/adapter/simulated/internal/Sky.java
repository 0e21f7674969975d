package io.citytwin.adapter.simulated.internal;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * Sun, clouds and outdoor temperature over a city, the same for all its devices. Safe for use by many threads.
 *
 * <p>Assumptions, of a plain in the temperate zone: the sun of the latitude, without refraction or equation of time; an
 * outdoor temperature of 13.5 degC in the yearly mean, 11 degC colder in mid January and warmer in mid July, 4 degC
 * colder before dawn and warmer in the afternoon, and up to 4 degC off by the weather of the days; clouds over 60 % of
 * the sky in winter and 35 % in summer, in the mean.
 */
public final class Sky {

    private static final int KEPT = 128;
    private static final long HOUR = 3600;

    private final Noise noise;
    private final ZoneId zone;
    private final double latitude;
    private final double longitude;
    private final AtomicReferenceArray<Hour> kept = new AtomicReferenceArray<>(KEPT);

    /**
     * The sky over a place.
     *
     * @param noise the chance of its weather
     * @param zone whose hours people keep
     * @param latitude in degrees
     * @param longitude in degrees
     */
    public Sky(Noise noise, ZoneId zone, double latitude, double longitude) {
        this.noise = noise;
        this.zone = zone;
        this.latitude = Math.toRadians(latitude);
        this.longitude = longitude;
    }

    /**
     * The hour that holds a moment. Hours are those of UTC.
     *
     * @param moment any
     * @return the same for all moments of the hour
     */
    public Hour at(Instant moment) {
        long number = Math.floorDiv(moment.getEpochSecond(), HOUR);
        int place = Math.floorMod(number, KEPT);
        Hour hour = kept.get(place);
        if (hour == null || hour.number() != number) {
            hour = hour(number);
            kept.set(place, hour);
        }
        return hour;
    }

    /**
     * The last midnight of the people's clock.
     *
     * @param moment any
     * @return the start of its civil day
     */
    public Instant midnight(Instant moment) {
        return moment.atZone(zone).toLocalDate().atStartOfDay(zone).toInstant();
    }

    /**
     * The next midnight of the people's clock.
     *
     * @param moment any
     * @return the end of its civil day
     */
    public Instant nextMidnight(Instant moment) {
        return moment.atZone(zone).toLocalDate().plusDays(1).atStartOfDay(zone).toInstant();
    }

    private Hour hour(long number) {
        ZonedDateTime local = Instant.ofEpochSecond(number * HOUR).atZone(zone);
        double year = (local.getDayOfYear() - 15) / 365.25 * 2 * Math.PI;
        double winter = StrictMath.cos(year);
        double day = number / 24.0;
        double mean = 13.5 - 11 * winter + 8 * (noise.smooth(day / 3) - 0.5);
        double solar = Math.floorMod(number, 24) + longitude / 15;
        double outdoor = mean - 4 * StrictMath.cos((solar - 3) / 12 * Math.PI);
        double clouds = Math.min(1, 2 * noise.of("clouds").smooth(day * 2) * (0.475 + 0.125 * winter));
        boolean workday = local.getDayOfWeek() != DayOfWeek.SATURDAY && local.getDayOfWeek() != DayOfWeek.SUNDAY;
        return new Hour(
                number, local.getHour(), workday, height(local.getDayOfYear(), solar + 0.5), clouds, outdoor, mean);
    }

    // The sine of the sun's height in the middle of the hour.
    private double height(int dayOfYear, double solar) {
        double declination = Math.toRadians(-23.44) * StrictMath.cos((dayOfYear + 10) / 365.25 * 2 * Math.PI);
        double angle = (solar - 12) / 12 * Math.PI;
        return StrictMath.sin(latitude) * StrictMath.sin(declination)
                + StrictMath.cos(latitude) * StrictMath.cos(declination) * StrictMath.cos(angle);
    }

    /**
     * One hour. Immutable.
     *
     * @param number hours since 1970
     * @param clock hour of the people's clock, 0 to 23
     * @param workday Monday to Friday
     * @param sunHeight sine of the sun's height in the middle of the hour
     * @param clouds share of the sky, 0 to 1
     * @param outdoor temperature in degC
     * @param dayMean smoothed daily mean of the temperature in degC
     */
    public record Hour(
            long number, int clock, boolean workday, double sunHeight, double clouds, double outdoor, double dayMean) {

        /**
         * Whether street lamps are needed.
         *
         * @return true while the sun is below the horizon
         */
        public boolean dark() {
            return sunHeight < 0;
        }

        /**
         * How much sun reaches the ground.
         *
         * @return as a share of 1000 W/m2, 0 to 1
         */
        public double sun() {
            return Math.max(0, sunHeight) * (1 - 0.75 * clouds);
        }

        /**
         * How much of its power a heating needs: none on days above 15 degC in the mean, all at -5 degC.
         *
         * @return from 0 to 1
         */
        public double heatingLoad() {
            return dayMean > 15 ? 0 : Math.max(0, Math.min(1, (18 - outdoor) / 23));
        }
    }
}
