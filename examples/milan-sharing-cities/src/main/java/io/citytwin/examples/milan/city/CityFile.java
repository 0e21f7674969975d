package io.citytwin.examples.milan.city;

import io.citytwin.core.model.Quantity;
import io.citytwin.core.model.Unit;
import io.citytwin.examples.milan.report.Period;
import java.time.LocalDate;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What {@code city.json} says. Immutable.
 *
 * @param title what people call the city
 * @param note what a reader must know of its data
 * @param namespace of ids that are written without one
 * @param region id of its twin
 * @param province id of the twin whose level counts
 * @param municipality id of its twin
 * @param southWest lower left corner of the ground on which everything stands, longitude first
 * @param northEast its upper right corner
 * @param regulations folder with the city's own regulations; it may be missing
 * @param air a winter to make up if none was measured
 * @param assumptions numbers that are not law
 * @param traffic passages at the gates
 * @param fleet vehicles of private people and firms
 * @param devices how devices are simulated
 * @param inventory files with twins
 */
public record CityFile(
        Bilingual title,
        Bilingual note,
        String namespace,
        String region,
        String province,
        String municipality,
        String southWest,
        String northEast,
        String regulations,
        Air air,
        List<Assumed> assumptions,
        TrafficPlan traffic,
        FleetPlan fleet,
        Devices devices,
        List<Listed> inventory) {

    /** Copies the lists. */
    public CityFile {
        assumptions = List.copyOf(assumptions);
        inventory = List.copyOf(inventory);
    }

    /**
     * The same text for readers of two languages. Immutable.
     *
     * @param it Italian
     * @param en English
     */
    public record Bilingual(String it, String en) {}

    /**
     * How devices are simulated. Immutable.
     *
     * @param seed the same gives the same devices
     * @param refusing ids of twins whose devices refuse what they are asked
     * @param silent ids of twins whose devices never answer
     */
    public record Devices(long seed, List<String> refusing, List<String> silent) {

        /** Copies the lists. */
        public Devices {
            refusing = List.copyOf(refusing);
            silent = List.copyOf(silent);
        }
    }

    /**
     * A file of the inventory. Immutable.
     *
     * @param file below the city's folder
     * @param type of the twins in it
     * @param rows how many there must be
     */
    public record Listed(String file, String type, int rows) {}

    /**
     * A number that somebody chose. Immutable.
     *
     * @param name by which it is used
     * @param value a plain decimal number
     * @param unit its unit's symbol
     * @param label what it means
     */
    public record Assumed(String name, String value, String unit, Bilingual label) {

        /**
         * The number with its unit.
         *
         * @return an exact quantity
         */
        public Quantity quantity() {
            return Quantity.of(value, Unit.of(unit));
        }
    }

    /**
     * A winter that nobody measured. Immutable.
     *
     * @param seed the same gives the same winter
     * @param level id of the regulation whose levels the report shows
     * @param start first day
     * @param end last day
     * @param silent what ids of stations begin with that are silent for some days, so that something is unknown
     * @param silentFrom first silent day
     * @param silentTo last silent day
     * @param dirt province to how dirty its air is, in hundredths of the region's
     */
    public record Air(
            long seed,
            String level,
            String start,
            String end,
            String silent,
            String silentFrom,
            String silentTo,
            SortedMap<String, Integer> dirt) {

        /** Copies the provinces. */
        public Air {
            dirt = new TreeMap<>(dirt);
        }

        /**
         * The days of the winter.
         *
         * @return first and last day
         */
        public Period period() {
            return new Period(LocalDate.parse(start), LocalDate.parse(end));
        }

        /**
         * The silent days.
         *
         * @return first and last day
         */
        public Period silence() {
            return new Period(LocalDate.parse(silentFrom), LocalDate.parse(silentTo));
        }
    }
}
