package io.citytwin.examples.milan;

import io.citytwin.core.model.Unit;
import io.citytwin.rules.Justification;
import io.citytwin.rules.parameter.DatedValue;
import io.citytwin.rules.register.LevelDecision;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.StringJoiner;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** How values are worded in the report. Immutable. */
final class Words {

    private static final String PLAIN = Unit.MICROGRAM_PER_CUBIC_METRE.symbol();

    private static final Pattern OF_A_DAY =
            Pattern.compile("(\\w{1,64}) (\\d{4}-\\d{2}-\\d{2}) = (-?\\d{1,18}(?:\\.\\d{1,12})?) .{1,32}");

    private Words() {}

    /** The unit of PM10 as people write it. */
    static String pretty(String text) {
        return text.replace(PLAIN, "µg/m³");
    }

    static String published(DatedValue dated) {
        return dated.published().map(day -> "" + day).orElse("publication not read");
    }

    /** Values of law, those with the same dates and source together. */
    static List<String> law(List<Justification.LawReading> readings) {
        return law(readings, Words::origin);
    }

    /** The same in fewer words: the table of values has the dates and how it was read. */
    static List<String> lawInShort(List<Justification.LawReading> readings) {
        return law(readings, Words::act);
    }

    private static List<String> law(List<Justification.LawReading> readings, Function<DatedValue, String> origin) {
        Map<String, String> bySource = readings.stream()
                .distinct()
                .collect(Collectors.toMap(
                        reading -> origin.apply(reading.dated()),
                        reading -> reading.parameter() + " = " + pretty(reading.value()),
                        (one, other) -> one + ", " + other,
                        TreeMap::new));
        return bySource.entrySet().stream()
                .map(entry -> entry.getValue() + " [" + entry.getKey() + "]")
                .toList();
    }

    private static String act(DatedValue dated) {
        return dated.source() + "; " + (dated.published().isPresent() ? "published " : "") + published(dated)
                + (dated.sureness().doubtful() ? "; ? " + dated.sureness().shown() : "");
    }

    private static String origin(DatedValue dated) {
        return dated.source() + "; from " + dated.from()
                + dated.lastDay().map(day -> " to " + day).orElse("")
                + "; " + (dated.published().isPresent() ? "published " : "") + published(dated)
                + "; " + (dated.sureness().doubtful() ? "? " : "")
                + dated.sureness().shown();
    }

    static String reason(LevelDecision.Reason reason) {
        return reason.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /** Readings on one line; those of single days together, oldest first. */
    static String readings(List<Justification.Reading> readings, int decimals) {
        StringJoiner line = new StringJoiner(", ");
        SortedMap<String, String> days = new TreeMap<>();
        for (Justification.Reading reading : readings) {
            Matcher day = OF_A_DAY.matcher(
                    reading.property() + " = " + reading.value().orElse("unknown"));
            if (day.matches()) {
                days.put(
                        day.group(2),
                        new BigDecimal(day.group(3))
                                .setScale(decimals, RoundingMode.HALF_UP)
                                .toPlainString());
            } else {
                line.add(reading(reading));
            }
        }
        if (!days.isEmpty()) {
            line.add("daily means from " + days.firstKey() + ": " + String.join(" ", days.values()));
        }
        return line.toString();
    }

    static String reading(Justification.Reading reading) {
        return reading.property() + " = " + pretty(reading.value().orElse("unknown, and every value gives the same"));
    }
}
