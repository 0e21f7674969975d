package io.citytwin.rules.internal.check;

import io.citytwin.core.time.CivilCalendar;
import io.citytwin.rules.bundle.Problem;
import io.citytwin.rules.internal.check.Sides.Side;
import io.citytwin.rules.internal.check.Sides.Threshold;
import io.citytwin.rules.internal.grammar.FactType.Origin;
import io.citytwin.rules.internal.grammar.Reads;
import io.citytwin.rules.internal.grammar.Rule;
import io.citytwin.rules.internal.grammar.Vocabulary;
import io.citytwin.rules.parameter.LawValue;
import io.citytwin.rules.parameter.Parameter;
import io.citytwin.rules.parameter.ParameterType;
import io.citytwin.rules.regulation.Place;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** Numbers that properties are compared with, and windows of hours, days and seasons. Immutable. */
record WindowBoundaries(Checked folder, Sides sides) {

    void report(Consumer<Problem> problems) {
        sides.thresholds().forEach((threshold, shown) -> {
            if (!sides.days(threshold.provision()).isEmpty()) {
                missing(shown).ifPresent(side -> problems.accept(threshold(threshold, side)));
            }
        });
        Set<String> read = read();
        for (Parameter parameter : folder.regulation().parameters().byName().values()) {
            windows(parameter)
                    .filter(name -> closes(parameter))
                    .filter(read::contains)
                    .flatMap(name -> missing(sides.flag(name)).map(side -> window(parameter, name, side)))
                    .ifPresent(problems);
        }
    }

    private static Optional<Side> missing(EnumSet<Side> shown) {
        // What was never compared at all is no boundary that cases come near to; the test tool counts it.
        return shown.size() == 1 ? EnumSet.complementOf(shown).stream().findFirst() : Optional.empty();
    }

    private Problem threshold(Threshold threshold, Side side) {
        String words = words(threshold.operator(), side);
        return BoundaryCheck.oneSided(
                place(threshold),
                "No case of `" + threshold.provision() + "` has `" + threshold.property() + "` " + words + " `"
                        + threshold.parameter() + "`.",
                "Maybe add a case or a variant with such a value, as near to it as can be.");
    }

    private static String words(Rule.Operator operator, Side side) {
        boolean met = side == Side.MET;
        return switch (operator) {
            case MORE -> met ? "above" : "up to";
            case AT_MOST -> met ? "up to" : "above";
            case LESS -> met ? "below" : "from";
            case AT_LEAST -> met ? "from" : "below";
            case EQUAL -> met ? "equal to" : "other than";
            default -> met ? "other than" : "equal to";
        };
    }

    private Place place(Threshold threshold) {
        return folder.rules().stream()
                .flatMap(rule -> Sides.comparisons(rule)
                        .filter(at -> Threshold.of(rule, at).equals(threshold))
                        .map(at -> at.compare().place()))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("`" + threshold + "` stands in no rule"));
    }

    private static Optional<String> windows(Parameter parameter) {
        boolean window = parameter.type() instanceof ParameterType.OfHours
                || parameter.type() instanceof ParameterType.OfSeason
                || parameter.type() instanceof ParameterType.OfWeekdays;
        return window ? Optional.of(Vocabulary.LAW + "." + parameter.name()) : Optional.empty();
    }

    /** A window that is open at all times has no end that a case could come near to. */
    private boolean closes(Parameter parameter) {
        CivilCalendar calendar = folder.settings().calendar();
        return parameter.values().stream()
                .anyMatch(dated -> !(dated.value() instanceof LawValue.OfHours hours)
                        || hours.hours()
                                .nextBoundary(calendar.startOf(dated.from()), calendar)
                                .isPresent());
    }

    private Set<String> read() {
        Set<String> read = new HashSet<>();
        folder.rules()
                .forEach(rule -> rule.conditions().stream()
                        .map(Rule.Condition::type)
                        .filter(type -> type.origin() != Origin.ASSET)
                        .forEach(type -> Optional.ofNullable(Reads.of(rule).get(type.name()))
                                .ifPresent(slots -> slots.forEach(slot -> read.add(type.name() + "."
                                        + type.slots().get(slot).name())))));
        return read;
    }

    private static Problem window(Parameter parameter, String name, Side side) {
        return BoundaryCheck.oneSided(
                parameter.place(),
                "No case asks " + (side == Side.MET ? "within" : "outside") + " `"
                        + name.substring(Vocabulary.LAW.length() + 1) + "`.",
                "Maybe add a moment there to a case, as near to the end of the window as can be.");
    }
}
