package io.citytwin.rules.energy;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;

/** Adds up what one device tells over the open quarter of an hour. For one thread at a time. */
sealed interface Tally permits PowerTally, MeterTally {

    /** Takes a reading; empty if the source said that it has none. What is older than the open quarter counts from its start. */
    void tell(Optional<BigDecimal> reading, Instant at);

    /** The power that it was last known to have, in kW. */
    Optional<BigDecimal> power();

    /** Ends the open quarter and begins the next. */
    Part close(Instant end);

    /** All that it knows. */
    State state();

    /** What a tally of either kind knows. */
    sealed interface State permits PowerTally.Known, MeterTally.Known {}

    /**
     * The sums of a quarter. Immutable.
     *
     * @param energy in kJ
     * @param estimated the part of it that was carried on
     * @param withheld what would have come on top, in kJ
     * @param known false if nothing was ever told
     */
    record Part(BigDecimal energy, BigDecimal estimated, BigDecimal withheld, boolean known) {

        static final Part UNKNOWN = new Part(BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO, false);
    }
}
