package io.citytwin.rules.verify;

import io.citytwin.rules.regulation.LegalSource;
import io.citytwin.rules.regulation.Place;
import io.citytwin.rules.regulation.Sureness;
import io.citytwin.rules.verify.LawDiffEntry.Period;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * One fact of law as an index lists it. Immutable.
 *
 * @param kind what it is
 * @param name of the parameter, the provision or the level
 * @param text the value, the row's cells, or the title
 * @param days from its first to its last day; empty for what has no dates of its own
 * @param sureness how far it can be relied on; empty for a provision that does not say it itself
 * @param rows ids of the rows of the collected legal facts that it comes from
 * @param note what a reader must know besides
 * @param conflict what another source says instead
 * @param source where it stands
 * @param place in the folder
 */
public record IndexedFact(
        Kind kind,
        String name,
        String text,
        Optional<Period> days,
        Optional<Sureness> sureness,
        List<String> rows,
        Optional<String> note,
        Optional<String> conflict,
        Optional<LegalSource> source,
        Place place) {

    /** Copies the rows. */
    public IndexedFact {
        rows = List.copyOf(rows);
    }

    /**
     * Whether a user must be told.
     *
     * @return true if it says itself that it is not sure
     */
    public boolean isDoubtful() {
        return sureness.filter(Sureness::doubtful).isPresent();
    }

    /** What a fact is. */
    public enum Kind {
        /** A dated value of a parameter; of a table, that it holds as a whole. */
        VALUE,
        /** A row with dates of its own. */
        ROW,
        /** A provision that says itself how it was read. */
        PROVISION,
        /** That a level ends with its season. */
        LEVEL;

        /**
         * As in a sentence.
         *
         * @return small letters
         */
        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
