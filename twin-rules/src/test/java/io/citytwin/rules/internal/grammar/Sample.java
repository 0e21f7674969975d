package io.citytwin.rules.internal.grammar;

import io.citytwin.core.asset.AssetTypes;
import io.citytwin.core.model.Unit;
import io.citytwin.core.model.ValueType;
import io.citytwin.core.time.DailyInstant;
import io.citytwin.core.time.MissingDays;
import io.citytwin.rules.bundle.Problem;
import io.citytwin.rules.parameter.Parameter;
import io.citytwin.rules.parameter.ParameterTree;
import io.citytwin.rules.parameter.ParameterType;
import io.citytwin.rules.parameter.ParameterType.Column;
import io.citytwin.rules.register.StateSpec;
import io.citytwin.rules.regulation.Confidence;
import io.citytwin.rules.regulation.Place;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;

/** An anti-smog regulation's vocabulary, and short ways to read rules with it. */
final class Sample {

    static final String FILE = "rules.drl";

    static final ValueType.Names LEVEL = new ValueType.Names("Level", List.of("none", "first", "second"), true);
    static final ValueType.Names FORECAST =
            new ValueType.Names("Forecast", List.of("accumulation", "variable", "dispersion"), false);
    private static final ValueType.Names ALARM = new ValueType.Names("Alarm", List.of("off", "on"), true);
    private static final ValueType.Names SMOG = new ValueType.Names("Smog", List.of("white", "red"), true);

    private static final Vocabulary VOCABULARY = vocabulary();

    private Sample() {}

    static Place declared(int line) {
        return new Place("state.yaml", line, 1);
    }

    static StateSpec state() {
        SortedMap<String, StateSpec.Level> levels = new TreeMap<>();
        levels.put("Level", level("Province", LEVEL));
        levels.put("Alarm", level("Municipality", ALARM));
        levels.put("Smog", level("Municipality", SMOG));
        return new StateSpec(
                new TreeMap<>(Map.of("forecast", new StateSpec.Input("forecast", "Province", FORECAST, declared(1)))),
                new TreeMap<>(),
                new TreeMap<>(Map.of("over", run("over"), "below", run("below"))),
                levels,
                new TreeMap<>(Map.of(
                        "bonusDays", counter("bonusDays", "Vehicle", StateSpec.Counts.DAYS),
                        "tickets", counter("tickets", "Vehicle", StateSpec.Counts.PASSAGES),
                        "fires", counter("fires", "OpenFire", StateSpec.Counts.DAYS))));
    }

    static StateSpec.Counter counter(String name, String of, StateSpec.Counts counts) {
        StateSpec.Period yearly = new StateSpec.Period(Optional.of(MonthDay.of(10, 1)));
        return new StateSpec.Counter(name, of, Optional.empty(), counts, yearly, declared(4));
    }

    static StateSpec.Run run(String name) {
        return new StateSpec.Run(name, "Province", "pm10", true, "pm10Limit", MissingDays.UNKNOWN, declared(2));
    }

    static StateSpec.Level level(String of, ValueType.Names states) {
        return new StateSpec.Level(
                states.list(),
                of,
                states,
                states.names().get(0),
                DailyInstant.parse("daily 12:00"),
                StateSpec.Target.AT_LEAST,
                Optional.empty(),
                states.names().get(0),
                Confidence.OPEN,
                declared(3));
    }

    static ParameterTree parameters() {
        SortedMap<String, ParameterType> types = new TreeMap<>();
        types.put("season", new ParameterType.OfSeason());
        types.put("checkDays", new ParameterType.OfWeekdays());
        types.put("daytime", new ParameterType.OfHours());
        types.put("strict", new ParameterType.YesNo());
        for (String days : List.of("levelFirstDays", "levelSecondDays", "offDays")) {
            types.put(days, new ParameterType.Number(Unit.DAYS));
        }
        types.put("trafficPeople", new ParameterType.Number(Unit.INHABITANTS));
        types.put("heatReduction", new ParameterType.Number(Unit.KELVIN));
        types.put("heatTolerance", new ParameterType.Number(Unit.KELVIN));
        types.put("entryFee", new ParameterType.Number(Unit.EURO));
        types.put("stoveStars", new ParameterType.Number(Unit.STARS));
        types.put("Stopped", stopped());
        return tree(types);
    }

    static ValueType.Names names(String vehicleProperty) {
        ValueType type = AssetTypes.builtIn().get("Vehicle").properties().get(vehicleProperty);
        return (ValueType.Names) Objects.requireNonNull(type);
    }

    private static ParameterType stopped() {
        return new ParameterType.Table(List.of(
                new Column("hours", new ParameterType.RowHours()),
                new Column("level", new ParameterType.OneName(LEVEL)),
                new Column("category", new ParameterType.SomeNames(names("category"))),
                new Column("fuel", new ParameterType.SomeNames(names("fuel"))),
                new Column("worst", new ParameterType.OneName(names("euro"))),
                new Column("fee", new ParameterType.RowNumber(Unit.EURO)),
                new Column("winter", new ParameterType.RowFlag()),
                new Column("note", new ParameterType.RowText())));
    }

    static ParameterTree tree(Map<String, ParameterType> types) {
        SortedMap<String, Parameter> byName = new TreeMap<>();
        types.forEach((name, type) ->
                byName.put(name, new Parameter(name, type, List.of(), new Place("parameters.yaml", 7, 1))));
        return new ParameterTree(byName);
    }

    static Vocabulary vocabulary() {
        return Vocabulary.of(
                AssetTypes.builtIn(),
                parameters(),
                state(),
                Set.of("level.first", "level.offA", "traffic", "heating", "stoves", "bonus", "burning", "move-in.2"),
                Map.of(
                        "heating",
                        new Used(
                                tree(Map.of("indoorMax", new ParameterType.Number(Unit.DEGREE_CELSIUS))),
                                StateSpec.none())));
    }

    static List<Rule> read(String text, Consumer<Problem> problems) {
        return RuleResolver.resolve(RuleParser.parse(FILE, text, problems), VOCABULARY, problems);
    }

    static List<Problem> problems(String text) {
        List<Problem> problems = new ArrayList<>();
        read(text, problems::add);
        problems.sort(null);
        return problems;
    }

    /** The rules of a text without problems. */
    static List<Rule> rules(String text) {
        return read(text, problem -> {
            throw new AssertionError(problem.toString());
        });
    }

    /** A rule with one condition after the subject's own. */
    static String withCondition(String condition) {
        return "rule \"traffic\" when\n  $z : Vehicle()\n  " + condition
                + "\nthen\n  findings.forbid( $z, Act.circulate );\nend\n";
    }

    static String withAction(String action) {
        return "rule \"traffic\" when\n  $p : Province( $pid : id, $n : over )\n  $v : Vehicle()\n"
                + "  $u : BuildingUnit()\n  HeatingLaw( $max : indoorMax )\n  $m : Municipality()\n"
                + "  Stopped( $fee : fee )\nthen\n  " + action + "\nend\n";
    }
}
