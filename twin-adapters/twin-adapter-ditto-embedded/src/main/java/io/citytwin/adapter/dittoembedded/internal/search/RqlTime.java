package io.citytwin.adapter.dittoembedded.internal.search;

import io.citytwin.core.time.CityClock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.ditto.rql.model.ParsedPlaceholder;
import org.jspecify.annotations.Nullable;

/** The placeholders {@code time:now} and {@code time:now_epoch_millis}, with an offset such as {@code -1h}. */
final class RqlTime {

    private static final Pattern NOW = Pattern.compile("(now|now_epoch_millis)(?:([+-])(\\d{1,9})(ms|[smhd]))?");
    private static final Map<String, ChronoUnit> UNITS = Map.of(
            "ms",
            ChronoUnit.MILLIS,
            "s",
            ChronoUnit.SECONDS,
            "m",
            ChronoUnit.MINUTES,
            "h",
            ChronoUnit.HOURS,
            "d",
            ChronoUnit.DAYS);

    private RqlTime() {}

    static Supplier<@Nullable Object> of(ParsedPlaceholder placeholder, CityClock clock) {
        Matcher named = NOW.matcher(placeholder.getName());
        if (!placeholder.getPrefix().equals("time") || !named.matches()) {
            throw new IllegalArgumentException("Unknown placeholder: " + placeholder);
        }
        Duration offset = offset(named);
        boolean millis = "now_epoch_millis".equals(named.group(1));
        return () -> {
            Instant then = plus(clock.now(), offset);
            return millis ? (Object) then.toEpochMilli() : then.toString();
        };
    }

    private static Duration offset(Matcher named) {
        ChronoUnit unit = named.group(4) == null ? null : UNITS.get(named.group(4));
        if (unit == null) {
            return Duration.ZERO;
        }
        Duration amount = Duration.of(Long.parseLong(named.group(3)), unit);
        return "-".equals(named.group(2)) ? amount.negated() : amount;
    }

    private static Instant plus(Instant now, Duration offset) {
        try {
            return now.plus(offset);
        } catch (DateTimeException | ArithmeticException e) {
            return offset.isNegative() ? Instant.EPOCH : now;
        }
    }
}
