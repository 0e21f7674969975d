package io.citytwin.rules.verify;

import io.citytwin.core.model.Outline;
import io.citytwin.rules.regulation.Regulation;
import java.util.List;
import java.util.Optional;

/**
 * An area for which an index says what applies. Immutable.
 *
 * @param label what people call it
 * @param codes its own code, then those of the areas around it
 * @param outline its ground, if it is known
 */
public record IndexedPlace(String label, List<String> codes, Optional<Outline> outline) {

    private static final int STATE = 2;

    /** Copies the codes. */
    public IndexedPlace {
        codes = List.copyOf(codes);
    }

    /**
     * Whether a regulation holds there.
     *
     * @param regulation any
     * @return true if its jurisdiction is the place or an area around it; that of a whole state always is
     */
    public boolean isUnder(Regulation regulation) {
        return regulation.jurisdiction().length() == STATE || codes.contains(regulation.jurisdiction());
    }
}
