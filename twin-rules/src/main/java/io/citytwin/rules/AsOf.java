package io.citytwin.rules;

import io.citytwin.core.error.CityTwinException;
import io.citytwin.rules.error.RulesError;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/**
 * The three clocks of a question: the moment it is about, what was known, and which law was published. Immutable.
 *
 * @param at the moment asked about
 * @param known only what reached the city by then counts; empty for all
 * @param published the law as it stood published on that day; empty for the law that each decision saw in its own time
 * @param hindsight true decides the past again with all data known by {@code known}; false takes it as it was decided
 */
public record AsOf(Instant at, Optional<Instant> known, Optional<LocalDate> published, boolean hindsight) {

    /**
     * As decided, with all that is known.
     *
     * @param moment the moment asked about
     * @return the three clocks
     */
    public static AsOf at(Instant moment) {
        return new AsOf(moment, Optional.empty(), Optional.empty(), false);
    }

    /**
     * As decided, with all that is known.
     *
     * @param moment the moment asked about, with its offset, such as {@code 2026-01-18T10:00+01:00}
     * @return the three clocks
     * @throws CityTwinException {@code R302} if the text has another form
     */
    public static AsOf at(String moment) {
        try {
            return at(OffsetDateTime.parse(moment).toInstant());
        } catch (DateTimeParseException notAMoment) {
            throw new CityTwinException(
                    RulesError.QUESTION,
                    "`" + moment + "` is not a moment with its offset.",
                    "Maybe write it like `2026-01-18T10:00+01:00`.",
                    notAMoment);
        }
    }

    /**
     * The same moment with what was known at another.
     *
     * @param moment what reached the city later is not seen
     * @return other clocks
     */
    public AsOf knownBy(Instant moment) {
        return new AsOf(at, Optional.of(moment), published, hindsight);
    }

    /**
     * The same moment under the law published by a day.
     *
     * @param day what was published later is not seen
     * @return other clocks
     */
    public AsOf publishedBy(LocalDate day) {
        return new AsOf(at, known, Optional.of(day), hindsight);
    }

    /**
     * The same moment, its past decided again with the data known by now.
     *
     * @return other clocks
     */
    public AsOf inHindsight() {
        return new AsOf(at, known, published, true);
    }
}
