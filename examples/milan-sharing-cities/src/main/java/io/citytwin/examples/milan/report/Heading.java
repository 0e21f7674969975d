package io.citytwin.examples.milan.report;

import java.time.LocalDate;
import java.util.List;

/**
 * What a report is about. Immutable.
 *
 * @param period first and last day
 * @param data where the observations come from, one line
 * @param generated true if no station measured them
 * @param regulation id, title and authority, one line
 * @param verified the day up to which the law was read
 * @param chosen name of the province that is shown large
 * @param notes what a reader must know besides, one sentence each
 */
public record Heading(
        Period period,
        String data,
        boolean generated,
        String regulation,
        LocalDate verified,
        String chosen,
        List<String> notes) {

    /** Copies the notes. */
    public Heading {
        notes = List.copyOf(notes);
    }

    /**
     * The report's title.
     *
     * @return it says so if the winter is generated
     */
    public String title() {
        return (generated ? "GENERATED winter, not measured: anti-smog" : "Anti-smog") + " levels, " + period;
    }

    /**
     * What is put behind the title of every chart.
     *
     * @return blank unless the winter is generated
     */
    public String mark() {
        return generated ? " (GENERATED)" : "";
    }
}
