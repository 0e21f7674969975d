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
import io.citytwin.rules.regulation.Confidence;
import io.citytwin.rules.regulation.LegalSource;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/** Reads the dated values of one parameter. For one thread at a time. */
final class ValueReader {

    private static final Pattern DECIMAL_COMMA = Pattern.compile("-?\\d{1,18},\\d{1,12}");
    private static final String NOT_READ = "unknown";

    private final FolderReading reading;
    private final SortedMap<String, LegalSource> sources;
    private final String name;
    private final Optional<ParameterType> type;
    private final Map<String, Optional<LawValue>> tables = new HashMap<>();

    ValueReader(
            FolderReading reading, SortedMap<String, LegalSource> sources, String name, Optional<ParameterType> type) {
        this.reading = reading;
        this.sources = sources;
        this.name = name;
        this.type = type;
    }

    Optional<Periods.Read> read(Node.Mapping mapping) {
        Optional<LocalDate> from = Dates.read(reading, mapping, "from");
        Optional<LocalDate> lastDay = Dates.read(reading, mapping, "last_day");
        Optional<LocalDate> published = Dates.read(reading, mapping, "published");
        Optional<LocalDate> moves = Dates.read(reading, mapping, "moves");
        Optional<LegalSource> source = Sources.find(reading, sources, mapping);
        if (from.isPresent() && lastDay.isPresent()) {
            Periods.checkOrder(reading, from.get(), lastDay.get(), mapping);
        }
        mapping.scalar("table").ifPresent(file -> reading.used(Tables.FOLDER + file.text()));
        Optional<LawValue> value = type.flatMap(kind -> lawValue(mapping, kind));
        Optional<Confidence> confidence = mapping.scalar("confidence").flatMap(word -> Confidence.of(word.text()));
        from.ifPresent(day -> doubts(mapping, day));
        if (from.isEmpty() || source.isEmpty() || value.isEmpty() || confidence.isEmpty()) {
            return Optional.empty();
        }
        DatedValue read = new DatedValue(
                value.get(),
                from.get(),
                lastDay,
                published,
                moves,
                source.get(),
                confidence.get(),
                rows(mapping),
                mapping.scalar("note").map(Node.Scalar::text),
                mapping.place());
        return Optional.of(new Periods.Read(
                read,
                mapping.scalar("from").orElseThrow().place(),
                mapping.scalar("moves").map(Node.Scalar::place).orElse(mapping.place())));
    }

    private void doubts(Node.Mapping mapping, LocalDate from) {
        String fact = "`" + name + "` from `" + from + "`";
        Optional<Node.Scalar> value = mapping.scalar("value").filter(ValueReader::isNotRead);
        if (value.isPresent() && mapping.scalar("note").isEmpty()) {
            reading.error(
                    RulesError.SOURCE,
                    value.get().place(),
                    fact + " is `" + NOT_READ + "`, and nothing says why.",
                    "Maybe add a `note` that says what was not read.");
        }
        mapping.scalar("confidence")
                .ifPresent(word ->
                        Sources.doubt(reading, word, Confidence.of(word.text()).orElse(Confidence.VERIFIED_A), fact));
    }

    private static boolean isNotRead(Node.Scalar value) {
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
        return tables.computeIfAbsent(
                file.text(), none -> new Tables(reading, declared).read(file).map(table -> table));
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

    private static List<String> rows(Node.Mapping mapping) {
        return mapping.scalar("row")
                .map(row -> List.of(row.text()))
                .orElseGet(() -> mapping.items("row").stream()
                        .filter(Node.Scalar.class::isInstance)
                        .map(row -> ((Node.Scalar) row).text())
                        .toList());
    }
}
