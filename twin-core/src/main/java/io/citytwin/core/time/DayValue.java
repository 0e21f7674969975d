package io.citytwin.core.time;

import io.citytwin.core.model.Quantity;
import java.time.LocalDate;

/** What an indicator says of one civil day. Immutable. */
public sealed interface DayValue {

    /**
     * The day.
     *
     * @return a civil day
     */
    LocalDate day();

    /**
     * Enough sources had data. Immutable.
     *
     * @param day the day
     * @param value the indicator, rounded as declared
     * @param sources how many sources had data
     */
    record Known(LocalDate day, Quantity value, int sources) implements DayValue {}

    /**
     * Too few sources had data. Immutable.
     *
     * @param day the day
     * @param reason one sentence with the values
     */
    record Missing(LocalDate day, String reason) implements DayValue {}
}
