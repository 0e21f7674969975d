package io.citytwin.rules.internal.cli;

import io.citytwin.core.time.CivilCalendar;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** Moments as people type them. Safe for use by many threads. */
final class Moments {

    private Moments() {}

    /**
     * A moment with its offset, or in civil time, or the start of a civil day. Of an hour that comes twice the first one is
     * meant.
     */
    static Optional<Instant> read(String typed, CivilCalendar calendar) {
        String text = typed.replace(' ', 'T');
        return Stream.<Function<String, Instant>>of(
                        word -> OffsetDateTime.parse(word).toInstant(),
                        word -> civil(LocalDateTime.parse(word), calendar),
                        word -> calendar.startOf(LocalDate.parse(word)))
                .flatMap(form -> tried(form, text).stream())
                .findFirst();
    }

    private static Instant civil(LocalDateTime local, CivilCalendar calendar) {
        return calendar.at(local.toLocalDate(), local.toLocalTime());
    }

    private static Optional<Instant> tried(Function<String, Instant> form, String text) {
        try {
            return Optional.of(form.apply(text));
        } catch (DateTimeException another) {
            return Optional.empty();
        }
    }
}
