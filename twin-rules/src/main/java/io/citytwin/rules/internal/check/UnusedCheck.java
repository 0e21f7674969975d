package io.citytwin.rules.internal.check;

import io.citytwin.rules.bundle.Problem;
import io.citytwin.rules.error.RulesError;
import io.citytwin.rules.parameter.Parameter;
import io.citytwin.rules.parameter.ParameterType;
import io.citytwin.rules.register.StateSpec;
import io.citytwin.rules.regulation.Place;
import io.citytwin.rules.regulation.Regulation;
import java.util.Set;
import java.util.function.Consumer;

/** Declarations that nothing uses: often a name was changed in one of two places. Safe for use by many threads. */
final class UnusedCheck implements Check {

    @Override
    public void check(Checked folder, Consumer<Problem> problems) {
        Report report = new Report(problems);
        Uses uses = Uses.of(folder);
        Set<String> sources = uses.sources();
        folder.regulation().sources().keySet().stream()
                .filter(key -> !sources.contains(key))
                .forEach(key -> report.add(folder.declared("sources." + key), "source", key));
        if (folder.rules().isEmpty()) {
            // A folder without rules is there for others, which need not be loaded.
            return;
        }
        folder.regulation().parameters().byName().values().forEach(one -> parameter(one, uses, report));
        state(folder.regulation(), uses, report);
    }

    private static void parameter(Parameter parameter, Uses uses, Report report) {
        if (!uses.parameters().contains(parameter.name())) {
            report.add(
                    parameter.place(),
                    parameter.type() instanceof ParameterType.Table ? "table" : "parameter",
                    parameter.name());
        } else if (parameter.type() instanceof ParameterType.Table table) {
            table.columns().stream()
                    .filter(column -> !(column.kind() instanceof ParameterType.RowText))
                    .map(column -> parameter.name() + "." + column.name())
                    .filter(column -> !uses.properties().contains(column))
                    .forEach(column -> report.add(parameter.place(), "column", column));
        }
    }

    private static void state(Regulation regulation, Uses uses, Report report) {
        StateSpec state = regulation.state();
        state.inputs().values().stream()
                .filter(input -> !uses.properties().contains(input.of() + "." + input.name()))
                .forEach(input -> report.add(input.place(), "input", input.name()));
        state.indicators().values().stream()
                .filter(indicator -> state.runs().values().stream()
                        .noneMatch(run -> run.indicator().equals(indicator.name())))
                .forEach(indicator -> report.add(indicator.place(), "indicator", indicator.name()));
        state.runs().values().stream()
                .filter(run -> !uses.properties().contains(run.of() + "." + run.name()))
                .forEach(run -> report.add(run.place(), "run", run.name()));
        state.levels().values().stream()
                .filter(level -> !uses.levels().contains(level.name()))
                .forEach(level -> report.add(level.place(), "level", level.name()));
        state.counters().values().stream()
                .filter(counter -> !uses.properties().contains(counter.of() + "." + counter.name()))
                .forEach(counter -> report.add(counter.place(), "counter", counter.name()));
    }

    /** Where unused declarations go. */
    private record Report(Consumer<Problem> problems) {

        void add(Place place, String kind, String name) {
            problems.accept(Checked.warning(
                    RulesError.UNUSED,
                    place,
                    "Nothing in the loaded folders uses the " + kind + " `" + name + "`.",
                    "Maybe a name was changed in one of two places; or remove it."));
        }
    }
}
