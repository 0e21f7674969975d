package io.citytwin.core.spi;

import io.citytwin.core.model.Observation;
import io.citytwin.core.model.Twin;
import java.util.List;

/**
 * Recorded observations with the twins they belong to. Immutable.
 *
 * @param title what it is and where it comes from, one line
 * @param twins stations and areas, sorted by id
 * @param observations sorted by (receivedAt, twin, property, measuredAt)
 * @param refused rows that could not be used, with their place and reason
 */
public record Recording(String title, List<Twin> twins, List<Observation> observations, List<RefusedRow> refused) {

    /** Copies the lists. */
    public Recording {
        twins = List.copyOf(twins);
        observations = List.copyOf(observations);
        refused = List.copyOf(refused);
    }

    /**
     * A row that could not be used. Immutable.
     *
     * @param file name of the file
     * @param line 1-based
     * @param code of the error
     * @param reason one sentence with the values
     * @param text the row as it stands in the file
     */
    public record RefusedRow(String file, long line, String code, String reason, String text) {}
}
