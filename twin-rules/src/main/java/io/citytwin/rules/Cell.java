package io.citytwin.rules;

import io.citytwin.core.model.TwinId;
import java.time.LocalDate;

/** One thing that an answer can rest on, and that could have been otherwise. Immutable. */
public sealed interface Cell {

    /**
     * Whose it is.
     *
     * @return the twin that carries it
     */
    TwinId twin();

    /**
     * What it is called.
     *
     * @return name of the property, level, input, counter or indicator; for ground, the zone
     */
    String name();

    /**
     * A property of a twin, relations included.
     *
     * @param twin whose property
     * @param name the property's name
     */
    record Property(TwinId twin, String name) implements Cell {}

    /**
     * Whether a twin is on the ground of a zone.
     *
     * @param twin which twin
     * @param zone which zone
     */
    record Ground(TwinId twin, TwinId zone) implements Cell {
        @Override
        public String name() {
            return zone.toString();
        }
    }

    /**
     * The state of a level on a day.
     *
     * @param regulation that declares it
     * @param name the level's name
     * @param twin that carries it
     * @param day on which it is in force
     */
    record Level(String regulation, String name, TwinId twin, LocalDate day) implements Cell {}

    /**
     * What was told for a day, such as a forecast.
     *
     * @param regulation that declares the input
     * @param name the input's name
     * @param twin that carries it
     * @param day that it is about
     */
    record Told(String regulation, String name, TwinId twin, LocalDate day) implements Cell {}

    /**
     * What passages used up, the one asked about included.
     *
     * @param regulation that declares the counter
     * @param name the counter's name
     * @param twin that asks
     */
    record Count(String regulation, String name, TwinId twin) implements Cell {}

    /**
     * The value of an indicator on a day.
     *
     * @param regulation that declares it
     * @param name the indicator's name
     * @param twin that carries it
     * @param day whose value
     */
    record Daily(String regulation, String name, TwinId twin, LocalDate day) implements Cell {}
}
