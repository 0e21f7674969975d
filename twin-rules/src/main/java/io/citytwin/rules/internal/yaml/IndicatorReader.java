package io.citytwin.rules.internal.yaml;

import io.citytwin.core.model.AssetType;
import io.citytwin.core.model.ValueType;
import io.citytwin.core.time.DailyInstant;
import io.citytwin.core.time.DayIndicator;
import io.citytwin.core.time.Take;
import io.citytwin.rules.error.RulesError;
import io.citytwin.rules.register.StateSpec;
import java.math.RoundingMode;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the indicators of {@code state.yaml}. For one thread at a time. */
final class IndicatorReader {

    private static final Pattern FROM =
            Pattern.compile("(\\w{1,64})\\.(\\w{1,64})(?: +where +(\\w{1,64}) *= *([\\w-]{1,64}))?");
    private static final String KNOWN = "next day ";
    private static final Map<String, RoundingMode> ROUNDING = Map.of(
            "half-up", RoundingMode.HALF_UP,
            "half-even", RoundingMode.HALF_EVEN,
            "down", RoundingMode.DOWN,
            "up", RoundingMode.UP);
    private static final Map<String, Take> TAKE =
            Map.of("mean", Take.MEAN, "max", Take.MAX, "min", Take.MIN, "sum", Take.SUM);

    private final FolderReading reading;

    IndicatorReader(FolderReading reading) {
        this.reading = reading;
    }

    Optional<StateSpec.Indicator> read(StateReader.Declared declared, AssetType of) {
        Node.Mapping body = declared.body();
        Optional<Observed> observed = body.scalar("from").flatMap(from -> observed(from, of));
        Optional<DayIndicator> how = how(body);
        Optional<DailyInstant> known = body.scalar("known").flatMap(this::known);
        if (observed.isEmpty() || how.isEmpty() || known.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new StateSpec.Indicator(
                declared.name().text(),
                of.name(),
                observed.get().type(),
                observed.get().property(),
                observed.get().where(),
                how.get(),
                known.get(),
                declared.name().place()));
    }

    private Optional<Observed> observed(Node.Scalar from, AssetType of) {
        Matcher parts = FROM.matcher(from.text());
        if (!parts.matches()) {
            reading.error(
                    RulesError.SCHEMA,
                    from.place(),
                    Words.quoted(from.text()) + " names no observed property.",
                    "Maybe write it like `AirStation.pm10 where role = reference`.");
            return Optional.empty();
        }
        return StateReader.assetType(reading, from, parts.group(1))
                .filter(type -> isRelated(from, type, of))
                .filter(type -> isNumber(from, type, parts.group(2)))
                .flatMap(type -> where(from, type, parts));
    }

    private boolean isRelated(Node.Scalar from, AssetType type, AssetType of) {
        boolean related = type.properties().values().contains(new ValueType.Relation(of.name()));
        if (!related) {
            unknown(from, "`" + type.name() + "` has no relation to `" + of.name() + "`.", "Maybe look at `of`.");
        }
        return related;
    }

    private boolean isNumber(Node.Scalar from, AssetType type, String property) {
        boolean number = type.properties().get(property) instanceof ValueType.Number;
        if (!number) {
            String what = "`" + type.name() + "` has no number called " + Words.quoted(property) + ".";
            unknown(from, what, Words.maybe(property, type.properties().keySet()));
        }
        return number;
    }

    private Optional<Observed> where(Node.Scalar from, AssetType type, Matcher parts) {
        String property = parts.group(3);
        if (property == null) {
            return Optional.of(new Observed(type.name(), parts.group(2), Optional.empty()));
        }
        if (!(type.properties().get(property) instanceof ValueType.Names names)) {
            String what = "`" + type.name() + "` has no list of names called " + Words.quoted(property) + ".";
            unknown(from, what, Words.maybe(property, type.properties().keySet()));
            return Optional.empty();
        }
        String name = parts.group(4);
        if (!names.names().contains(name)) {
            String what = Words.quoted(name) + " is not a `" + names.list() + "`.";
            unknown(from, what, Words.maybe(name, names.names()));
            return Optional.empty();
        }
        return Optional.of(new Observed(type.name(), parts.group(2), Optional.of(new StateSpec.Where(property, name))));
    }

    private void unknown(Node.Scalar at, String what, String advice) {
        reading.error(RulesError.UNKNOWN_NAME, at.place(), what, advice);
    }

    private Optional<DayIndicator> how(Node.Mapping body) {
        Optional<Take> take = body.scalar("take").map(word -> TAKE.get(word.text()));
        Optional<RoundingMode> rounding = body.scalar("rounding").map(word -> ROUNDING.get(word.text()));
        Optional<Integer> decimals = body.scalar("decimals").flatMap(this::whole);
        Optional<Integer> capture = body.scalar("capture").flatMap(this::whole);
        if (take.isEmpty() || rounding.isEmpty() || decimals.isEmpty() || capture.isEmpty()) {
            return Optional.empty();
        }
        return reading.reading(
                RulesError.NUMBER,
                body.scalar("capture").orElseThrow().place(),
                () -> new DayIndicator(take.get(), decimals.get(), rounding.get(), capture.get()));
    }

    private Optional<Integer> whole(Node.Scalar number) {
        if (number.text().matches("\\d{1,6}")) {
            return Optional.of(Integer.parseInt(number.text()));
        }
        if (number.text().matches("[-\\d.]+")) {
            // Text was refused by the schema.
            String what = Words.quoted(number.text()) + " is not a whole number.";
            reading.error(RulesError.NUMBER, number.place(), what, "Maybe `1`.");
        }
        return Optional.empty();
    }

    private Optional<DailyInstant> known(Node.Scalar known) {
        if (!known.text().startsWith(KNOWN)) {
            reading.error(
                    RulesError.WINDOW,
                    known.place(),
                    Words.quoted(known.text()) + " does not say when the value of a day is known.",
                    "Maybe `" + KNOWN + "11:00`.");
            return Optional.empty();
        }
        String time = known.text().substring(KNOWN.length());
        return reading.reading(RulesError.WINDOW, known.place(), () -> DailyInstant.parse("daily " + time));
    }

    /** What an indicator is computed from. */
    private record Observed(String type, String property, Optional<StateSpec.Where> where) {}
}
