package io.citytwin.examples.milan.report;

import java.util.List;

/**
 * What a city's report is about. Immutable.
 *
 * @param name of the city's folder, such as {@code milano}
 * @param title what people call it
 * @param period first and last day played
 * @param generated true if no station measured the air
 * @param seeds of the fleet and its traffic, which nobody counted, one line
 * @param regulations the folders that were in force, one line each
 * @param notes what a reader must know besides, one sentence each
 */
public record CityHeading(
        String name,
        String title,
        Period period,
        boolean generated,
        String seeds,
        List<String> regulations,
        List<String> notes) {

    /** Copies the lists. */
    public CityHeading {
        regulations = List.copyOf(regulations);
        notes = List.copyOf(notes);
    }
}
