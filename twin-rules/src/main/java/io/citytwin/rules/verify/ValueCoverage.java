package io.citytwin.rules.verify;

import io.citytwin.rules.regulation.Place;
import io.citytwin.rules.regulation.Validity;

/**
 * How many passed expectations a dated value or a table row decided. Immutable.
 *
 * @param regulation id of the regulation that declares it
 * @param parameter its name
 * @param value the value; of a row its cells, of a table the name of its file
 * @param validity when it holds and where it stands; of a row without own dates those of its table
 * @param place of the value or the row
 * @param kind what it is
 * @param decided expectations that rest on it
 * @param cases cases and variants that these belong to
 */
public record ValueCoverage(
        String regulation,
        String parameter,
        String value,
        Validity validity,
        Place place,
        Kind kind,
        int decided,
        int cases) {

    /** What a value is. */
    public enum Kind {
        /** A number, flag, season, set of weekdays or hours, or law that was not read. */
        VALUE,
        /** A row of a table. */
        ROW
    }

    /**
     * Whether a case needs it.
     *
     * @return true if at least one expectation rests on it
     */
    public boolean covered() {
        return decided > 0;
    }
}
