package io.citytwin.rules.internal.engine;

import io.citytwin.core.time.CivilCalendar;
import java.time.Instant;
import java.time.LocalDate;

/**
 * A moment of the city, and which published law counts for it. Immutable.
 *
 * @param at the instant
 * @param day its civil day
 * @param published law published later is not seen
 * @param known inputs received later are not seen
 * @param calendar of the jurisdiction
 */
record Moment(Instant at, LocalDate day, LocalDate published, Instant known, CivilCalendar calendar) {

    static Moment of(Instant at, LocalDate published, Instant known, CivilCalendar calendar) {
        return new Moment(at, calendar.dateOf(at), published, known, calendar);
    }
}
