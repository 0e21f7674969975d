package io.citytwin.rules.internal.yaml;

import io.citytwin.core.model.AssetType;
import io.citytwin.core.model.ValueType;
import io.citytwin.rules.error.RulesError;
import io.citytwin.rules.register.StateSpec;
import java.time.DateTimeException;
import java.time.MonthDay;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads the counters of {@code state.yaml}. For one thread at a time. */
final class CounterReader {

    private static final Pattern MONTH_DAY = Pattern.compile("\\d{2}-\\d{2}");
    private static final String DAILY = "daily";
    private static final Map<String, StateSpec.Counts> COUNTS =
            Map.of("days", StateSpec.Counts.DAYS, "passages", StateSpec.Counts.PASSAGES);

    private final FolderReading reading;

    CounterReader(FolderReading reading) {
        this.reading = reading;
    }

    Optional<StateSpec.Counter> read(StateReader.Declared declared, AssetType of) {
        Node.Mapping body = declared.body();
        Optional<StateSpec.Counts> counts = body.scalar("counts").map(word -> COUNTS.get(word.text()));
        Optional<StateSpec.Period> period = body.scalar("starts").flatMap(this::period);
        Optional<Node.Scalar> per = body.scalar("per");
        boolean known = per.isEmpty() || isWords(per.get(), of);
        if (counts.isEmpty() || period.isEmpty() || !known) {
            return Optional.empty();
        }
        return Optional.of(new StateSpec.Counter(
                declared.name().text(),
                of.name(),
                per.map(Node.Scalar::text),
                counts.get(),
                period.get(),
                declared.name().place()));
    }

    private boolean isWords(Node.Scalar per, AssetType of) {
        boolean words = of.properties().get(per.text()) instanceof ValueType.Words;
        if (!words) {
            List<String> known = of.properties().entrySet().stream()
                    .filter(property -> property.getValue() instanceof ValueType.Words)
                    .map(Map.Entry::getKey)
                    .toList();
            reading.error(
                    RulesError.UNKNOWN_NAME,
                    per.place(),
                    "`" + of.name() + "` has no words called " + Words.quoted(per.text()) + " to count by.",
                    Words.maybe(per.text(), known));
        }
        return words;
    }

    private Optional<StateSpec.Period> period(Node.Scalar starts) {
        if (starts.text().equals(DAILY)) {
            return Optional.of(new StateSpec.Period(Optional.empty()));
        }
        Optional<MonthDay> first = monthDay(starts.text());
        if (first.isEmpty()) {
            reading.error(
                    RulesError.WINDOW,
                    starts.place(),
                    Words.quoted(starts.text()) + " is not a day of every year on which counting starts again.",
                    "Maybe `" + DAILY + "`, or month and day such as `10-01`.");
        }
        return first.map(day -> new StateSpec.Period(Optional.of(day)));
    }

    private static Optional<MonthDay> monthDay(String text) {
        if (!MONTH_DAY.matcher(text).matches()) {
            return Optional.empty();
        }
        try {
            MonthDay day = MonthDay.parse("--" + text);
            return day.equals(MonthDay.of(2, 29)) ? Optional.empty() : Optional.of(day);
        } catch (DateTimeException noSuchDay) {
            return Optional.empty();
        }
    }
}
