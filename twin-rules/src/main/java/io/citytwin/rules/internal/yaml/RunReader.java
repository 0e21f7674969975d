package io.citytwin.rules.internal.yaml;

import io.citytwin.core.model.AssetType;
import io.citytwin.core.model.Unit;
import io.citytwin.core.model.ValueType;
import io.citytwin.core.time.MissingDays;
import io.citytwin.rules.error.RulesError;
import io.citytwin.rules.parameter.Parameter;
import io.citytwin.rules.parameter.ParameterTree;
import io.citytwin.rules.parameter.ParameterType;
import io.citytwin.rules.register.StateSpec;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the runs of {@code state.yaml}. For one thread at a time. */
final class RunReader {

    private static final Pattern DAYS = Pattern.compile("(\\w{1,64}) *(>|<=) *(\\w{1,64})");
    private static final Map<String, MissingDays> MISSING =
            Map.of("breaks", MissingDays.BREAKS, "bridges", MissingDays.BRIDGES, "unknown", MissingDays.UNKNOWN);

    private final FolderReading reading;
    private final SortedMap<String, StateSpec.Indicator> indicators;
    private final ParameterTree parameters;

    RunReader(FolderReading reading, SortedMap<String, StateSpec.Indicator> indicators, ParameterTree parameters) {
        this.reading = reading;
        this.indicators = indicators;
        this.parameters = parameters;
    }

    Optional<StateSpec.Run> read(StateReader.Declared declared, AssetType of) {
        Optional<Node.Scalar> days = declared.body().scalar("days");
        Optional<MissingDays> missing = declared.body().scalar("missing").map(word -> MISSING.get(word.text()));
        if (days.isEmpty()) {
            return Optional.empty();
        }
        Matcher parts = DAYS.matcher(days.get().text());
        if (!parts.matches()) {
            reading.error(
                    RulesError.SCHEMA,
                    days.get().place(),
                    Words.quoted(days.get().text()) + " is not an indicator compared with a parameter.",
                    "Maybe write it like `pm10 > pm10Limit` or `pm10 <= pm10Limit`.");
            return Optional.empty();
        }
        Optional<StateSpec.Indicator> indicator = indicator(days.get(), parts.group(1), of);
        Optional<Unit> unit = limit(days.get(), parts.group(3));
        if (indicator.isEmpty() || unit.isEmpty() || missing.isEmpty()) {
            return Optional.empty();
        }
        checkUnit(days.get(), indicator.get(), parts.group(3), unit.get());
        return Optional.of(new StateSpec.Run(
                declared.name().text(),
                of.name(),
                parts.group(1),
                parts.group(2).equals(">"),
                parts.group(3),
                missing.get(),
                declared.name().place()));
    }

    private Optional<StateSpec.Indicator> indicator(Node.Scalar days, String name, AssetType of) {
        Optional<StateSpec.Indicator> indicator = Optional.ofNullable(indicators.get(name));
        if (indicator.isEmpty() && !reading.isSpoilt(name)) {
            unknown(days, Words.quoted(name) + " is not an indicator.", Words.maybe(name, indicators.keySet()));
        } else if (indicator.filter(one -> !one.of().equals(of.name())).isPresent()) {
            String what =
                    "`" + name + "` is an indicator of `" + indicator.get().of() + "`, not of `" + of.name() + "`.";
            unknown(days, what, "Maybe `of: " + indicator.get().of() + "`.");
        }
        return indicator;
    }

    private Optional<Unit> limit(Node.Scalar days, String name) {
        Optional<Parameter> parameter = parameters.find(name);
        if (parameter.isPresent() && parameter.get().type() instanceof ParameterType.Number number) {
            return Optional.of(number.unit());
        }
        if (!reading.isSpoilt(name)) {
            String is = parameter.isPresent() ? " is not a number." : " is not a parameter.";
            unknown(days, Words.quoted(name) + is, Words.maybe(name, numbers()));
        }
        return Optional.empty();
    }

    private List<String> numbers() {
        return parameters.byName().values().stream()
                .filter(parameter -> parameter.type() instanceof ParameterType.Number)
                .map(Parameter::name)
                .toList();
    }

    private void unknown(Node.Scalar at, String what, String advice) {
        reading.error(RulesError.UNKNOWN_NAME, at.place(), what, advice);
    }

    private void checkUnit(Node.Scalar days, StateSpec.Indicator indicator, String limit, Unit unit) {
        AssetType type = reading.types().get(indicator.from());
        if (type.properties().get(indicator.property()) instanceof ValueType.Number number && number.unit() != unit) {
            reading.error(
                    RulesError.UNIT,
                    days.place(),
                    "`" + indicator.name() + "` is in `" + number.unit() + "`, `" + limit + "` in `" + unit + "`.",
                    "Maybe give `" + limit + "` in `" + number.unit() + "`: units are never converted.");
        }
    }
}
