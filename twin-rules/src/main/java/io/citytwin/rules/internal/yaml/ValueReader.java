package io.citytwin.rules.internal.yaml;

import io.citytwin.core.model.Quantity;
import io.citytwin.core.model.Unit;
import io.citytwin.core.time.HourWindow;
import io.citytwin.core.time.Season;
import io.citytwin.core.time.Weekdays;
import io.citytwin.rules.error.RulesError;
import io.citytwin.rules.parameter.DatedValue;
import io.citytwin.rules.parameter.LawValue;
import io.citytwin.rules.parameter.ParameterType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/** Reads the dated values of one parameter. For one thread at a time. */
final class ValueReader {

    private static final Pattern DECIMAL_COMMA = Pattern.compile("-?\\d{1,18},\\d{1,12}");
    private static final String NOT_READ = "unknown";

    private final FolderReading reading;
    private final ValidityReader validity;
    private final String name;
    private final Optional<ParameterType> type;
    private final Map<String, Optional<LawValue>> tables = new HashMap<>();
    private final List<Periods.Read> periods = new ArrayList<>();

    ValueReader(FolderReading reading, ValidityReader validity, String name, Optional<ParameterType> type) {
        this.reading = reading;
        this.validity = validity;
        this.name = name;
        this.type = type;
    }

    Optional<DatedValue> read(Node.Mapping mapping) {
        Optional<Periods.Read> dates = validity.read(mapping, "`" + name + "`");
        mapping.scalar("table").ifPresent(file -> reading.used(Tables.FOLDER + file.text()));
        Optional<LawValue> value = type.flatMap(kind -> lawValue(mapping, kind));
        explained(mapping);
        if (dates.isEmpty() || value.isEmpty()) {
            return Optional.empty();
        }
        periods.add(dates.get());
        return Optional.of(new DatedValue(value.get(), dates.get().validity(), mapping.place()));
    }

    /** The dates of all values read so far. */
    List<Periods.Read> periods() {
        return periods;
    }

    /** Law that was not read says why. */
    private void explained(Node.Mapping mapping) {
        Optional<Node.Scalar> value = mapping.scalar("value").filter(ValueReader::isNotRead);
        if (value.isPresent() && mapping.scalar("note").isEmpty()) {
            String since = mapping.scalar("from")
                    .map(day -> " from " + Words.quoted(day.text()))
                    .orElse("");
            reading.error(
                    RulesError.SOURCE,
                    value.get().place(),
                    "`" + name + "`" + since + " is `" + NOT_READ + "`, and nothing says why.",
                    "Maybe add a `note` that says what was not read.");
        }
    }

    static boolean isNotRead(Node.Scalar value) {
        return value.text().equals(NOT_READ);
    }

    private Optional<LawValue> lawValue(Node.Mapping mapping, ParameterType kind) {
        Optional<Node.Scalar> value = mapping.scalar("value");
        if (value.filter(ValueReader::isNotRead).isPresent()) {
            return Optional.of(new LawValue.NotRead());
        }
        Optional<Node.Scalar> table = mapping.scalar("table");
        if (kind instanceof ParameterType.Table declared) {
            value.ifPresent(one -> wrongKind(one, "a table", "Maybe `table:` and the name of a file in tables/."));
            return table.flatMap(file -> table(file, declared));
        }
        table.ifPresent(one -> wrongKind(one, "a single value", "Maybe `value:`, or declare `columns` for `unit`."));
        return value.flatMap(one -> single(one, kind));
    }

    private void wrongKind(Node.Scalar scalar, String kind, String advice) {
        String what = "`" + name + "` is " + kind + ", " + Words.quoted(scalar.text()) + " is not.";
        reading.error(RulesError.SCHEMA, scalar.place(), what, advice);
    }

    private Optional<LawValue> table(Node.Scalar file, ParameterType.Table declared) {
        return tables.computeIfAbsent(file.text(), none -> new Tables(reading, name, declared, validity).read(file));
    }

    private Optional<LawValue> single(Node.Scalar scalar, ParameterType kind) {
        String text = scalar.text();
        if (kind instanceof ParameterType.Number number) {
            return number(reading, scalar, number.unit()).map(LawValue.OfNumber::new);
        } else if (kind instanceof ParameterType.YesNo) {
            return flag(reading, scalar).map(LawValue.OfFlag::new);
        } else if (kind instanceof ParameterType.OfSeason) {
            return window(scalar, () -> new LawValue.OfSeason(Season.parse(text)));
        } else if (kind instanceof ParameterType.OfWeekdays) {
            return window(scalar, () -> new LawValue.OfWeekdays(Weekdays.parse(text)));
        }
        return window(scalar, () -> new LawValue.OfHours(HourWindow.parse(text)));
    }

    private Optional<LawValue> window(Node.Scalar scalar, Supplier<LawValue> reader) {
        return reading.reading(RulesError.WINDOW, scalar.place(), reader);
    }

    static Optional<Quantity> number(FolderReading reading, Node.Scalar scalar, Unit unit) {
        String text = scalar.text();
        if (DECIMAL_COMMA.matcher(text).matches()) {
            reading.error(
                    RulesError.NUMBER,
                    scalar.place(),
                    Words.quoted(text) + " is written with a decimal comma.",
                    "Maybe `" + text.replace(',', '.') + "`.");
            return Optional.empty();
        }
        if (text.length() > 40) {
            String what = Words.quoted(text) + " is not a plain decimal number.";
            reading.error(RulesError.NUMBER, scalar.place(), what, "Maybe fewer digits.");
            return Optional.empty();
        }
        return reading.reading(RulesError.NUMBER, scalar.place(), () -> Quantity.of(text, unit));
    }

    static Optional<Boolean> flag(FolderReading reading, Node.Scalar scalar) {
        String text = scalar.text();
        if (!text.equals("true") && !text.equals("false")) {
            reading.error(
                    RulesError.SCHEMA,
                    scalar.place(),
                    Words.quoted(text) + " is neither true nor false.",
                    "Maybe `true` or `false`.");
            return Optional.empty();
        }
        return Optional.of(text.equals("true"));
    }
}
