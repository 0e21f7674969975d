package io.citytwin.rules.internal.check;

import io.citytwin.rules.bundle.Problem;
import io.citytwin.rules.internal.check.Sides.Day;
import io.citytwin.rules.internal.grammar.Rule;
import io.citytwin.rules.parameter.DatedValue;
import io.citytwin.rules.parameter.Parameter;
import io.citytwin.rules.regulation.Provision;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** First and last days of provisions, and of the values that follow upon each other. Immutable. */
record DateBoundaries(Checked folder, Sides sides) {

    private static final String ADVICE = "Maybe add such a day to a case, as near to the change as can be.";

    void report(Consumer<Problem> problems) {
        folder.regulation().provisions().values().stream()
                .filter(this::isAskedByItself)
                .forEach(provision -> provision(provision, problems));
        values(problems);
    }

    /** The rules of a level are asked together, and only while one of them is in force. */
    private boolean isAskedByItself(Provision provision) {
        return folder.rules().stream()
                .filter(rule -> rule.provision().equals(provision.name()))
                .noneMatch(rule -> rule.action() instanceof Rule.Raise || rule.action() instanceof Rule.Clear);
    }

    private void provision(Provision provision, Consumer<Problem> problems) {
        Set<Day> days = sides.days(provision.name());
        side(provision, days, day -> day.isBefore(provision.since()), "before the first day", problems);
        side(provision, days, provision::inForceOn, "while it is in force", problems);
        provision
                .lastDay()
                .ifPresent(last -> side(provision, days, day -> day.isAfter(last), "after the last day", problems));
    }

    private static void side(
            Provision provision, Set<Day> days, Predicate<LocalDate> on, String words, Consumer<Problem> problems) {
        if (days.stream().map(Day::day).noneMatch(on)) {
            problems.accept(BoundaryCheck.oneSided(
                    provision.place(),
                    "No case asks about `" + provision.name() + "` " + words + ", "
                            + (words.contains("last")
                                    ? "`"
                                            + provision
                                                    .lastDay()
                                                    .map(LocalDate::toString)
                                                    .orElse("") + "`."
                                    : "`" + provision.since() + "`" + (words.contains("while") ? " on." : ".")),
                    ADVICE));
        }
    }

    private void values(Consumer<Problem> problems) {
        Map<Parameter, Set<DatedValue>> needed = new LinkedHashMap<>();
        Map<Parameter, Set<DatedValue>> shown = new LinkedHashMap<>();
        for (Rule rule : folder.rules()) {
            List<Parameter> own = LawSlice.reads(folder, rule)
                    .filter(read -> read.regulation().equals(folder.regulation()))
                    .map(LawSlice.Read::parameter)
                    .toList();
            List<LawSlice> slices = LawSlice.today(folder, rule);
            Provision provision = folder.provision(rule);
            for (Parameter parameter : own) {
                Set<DatedValue> wanted = needed.computeIfAbsent(parameter, key -> new LinkedHashSet<>());
                slices.forEach(slice -> slice.value(parameter).ifPresent(wanted::add));
                Set<DatedValue> found = shown.computeIfAbsent(parameter, key -> new LinkedHashSet<>());
                sides.days(rule.provision()).stream()
                        .filter(day -> provision.inForceOn(day.day()))
                        .forEach(day -> parameter.at(day.day(), day.published()).ifPresent(found::add));
            }
        }
        needed.forEach((parameter, wanted) -> {
            if (wanted.size() > 1) {
                wanted.stream()
                        .filter(value ->
                                !shown.getOrDefault(parameter, Set.of()).contains(value))
                        .forEach(value -> problems.accept(value(parameter, value)));
            }
        });
    }

    private static Problem value(Parameter parameter, DatedValue value) {
        return BoundaryCheck.oneSided(
                value.place(),
                "No case asks about a day on which `" + parameter.name() + "` is `" + value.value() + "`, from `"
                        + value.from() + "`"
                        + value.lastDay().map(last -> " to `" + last + "`").orElse(" on") + ".",
                ADVICE);
    }
}
