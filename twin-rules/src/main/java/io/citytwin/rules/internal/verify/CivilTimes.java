package io.citytwin.rules.internal.verify;

import io.citytwin.core.time.CivilCalendar;
import io.citytwin.rules.error.RulesError;
import io.citytwin.rules.internal.yaml.Node;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads days and civil instants. For one thread at a time. */
final class CivilTimes {

    private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
    private static final Pattern TIME = Pattern.compile("\\d{2}:\\d{2}");
    private static final Pattern INSTANT = Pattern.compile("(\\d{4}-\\d{2}-\\d{2})[ T](\\d{2}:\\d{2}(?::\\d{2})?)");

    private final Complaints complaints;
    private final CivilCalendar calendar;

    CivilTimes(Complaints complaints, CivilCalendar calendar) {
        this.complaints = complaints;
        this.calendar = calendar;
    }

    Optional<LocalDate> day(Node.Scalar text) {
        Optional<LocalDate> day = DAY.matcher(text.text()).matches() ? date(text.text()) : Optional.empty();
        if (day.isEmpty()) {
            wrong(text, "a day that exists, of the form yyyy-mm-dd", "2024-10-01");
        }
        return day;
    }

    Optional<Instant> instant(Node.Scalar text) {
        Matcher parts = INSTANT.matcher(text.text());
        Optional<Instant> instant = parts.matches()
                ? date(parts.group(1)).flatMap(day -> time(parts.group(2)).map(time -> calendar.at(day, time)))
                : Optional.empty();
        if (instant.isEmpty()) {
            wrong(
                    text,
                    "a moment that exists, of the form yyyy-mm-dd hh:mm or yyyy-mm-dd hh:mm:ss",
                    "2024-10-01 09:30");
        }
        return instant;
    }

    Optional<LocalTime> time(Node.Scalar text) {
        Optional<LocalTime> time = TIME.matcher(text.text()).matches() ? time(text.text()) : Optional.empty();
        if (time.isEmpty()) {
            wrong(text, "a time of day, of the form hh:mm", "09:30");
        }
        return time;
    }

    private void wrong(Node.Scalar text, String form, String example) {
        complaints.error(
                RulesError.DATE,
                text.place(),
                Complaints.quoted(text.text()) + " is not " + form + ".",
                "Maybe write it like `" + example + "`.");
    }

    private static Optional<LocalDate> date(String text) {
        try {
            return Optional.of(LocalDate.parse(text));
        } catch (DateTimeException impossible) {
            return Optional.empty();
        }
    }

    private static Optional<LocalTime> time(String text) {
        try {
            return Optional.of(LocalTime.parse(text));
        } catch (DateTimeException impossible) {
            return Optional.empty();
        }
    }
}
