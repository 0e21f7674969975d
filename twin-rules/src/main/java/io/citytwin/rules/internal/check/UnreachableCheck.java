package io.citytwin.rules.internal.check;

import io.citytwin.rules.bundle.Problem;
import io.citytwin.rules.error.RulesError;
import io.citytwin.rules.internal.grammar.FactType.Origin;
import io.citytwin.rules.internal.grammar.Rule;
import io.citytwin.rules.regulation.Provision;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Rules that cannot fire, whatever the city is like and whatever day it is. Safe for use by many threads. */
final class UnreachableCheck implements Check {

    @Override
    public void check(Checked folder, Consumer<Problem> problems) {
        folder.rules().forEach(rule -> check(folder, rule).ifPresent(problems));
    }

    private static Optional<Problem> check(Checked folder, Rule rule) {
        Optional<List<LawSlice>> slices = LawSlice.of(folder, List.of(rule));
        if (slices.isEmpty()) {
            return Optional.empty();
        }
        List<LawSlice> live = slices.get().stream()
                .filter(slice -> slice.switchesOn(folder, rule))
                .toList();
        if (live.isEmpty()) {
            return Optional.of(withoutLaw(folder, rule, slices.get()));
        }
        for (int patterns = 1; patterns <= rule.conditions().size(); patterns++) {
            int first = patterns;
            if (live.stream().allMatch(slice -> isEmpty(folder, rule, slice, first))) {
                return Optional.of(neverMet(rule, patterns - 1));
            }
        }
        return Optional.empty();
    }

    /** Whether the first patterns cannot be met; with too many rows to try, nobody knows. */
    static boolean isEmpty(Checked folder, Rule rule, LawSlice slice, int patterns) {
        return World.of(folder, rule, slice, "")
                .map(worlds -> worlds.stream().allMatch(world -> world.contradicts(patterns)))
                .orElse(false);
    }

    private static Problem withoutLaw(Checked folder, Rule rule, List<LawSlice> slices) {
        Optional<String> missing = LawSlice.reads(folder, rule)
                .filter(read -> slices.stream()
                        .noneMatch(slice -> slice.value(read.parameter()).isPresent()))
                .map(read -> read.parameter().name())
                .findFirst();
        String what = missing.map(name -> "`" + name + "` has no value on any day on which")
                .orElse("the parameters that it reads never have values on one day on which");
        Provision provision = folder.provision(rule);
        String term = "from `" + provision.since() + "`"
                + provision.lastDay().map(last -> " to `" + last + "`").orElse(" on");
        return Checked.warning(
                RulesError.UNREACHABLE,
                rule.place(),
                "The rule `" + rule.name() + "` can never fire: " + what + " its provision is in force, " + term + ".",
                "Maybe one of the dates is mistyped.");
    }

    private static Problem neverMet(Rule rule, int position) {
        Rule.Condition condition = rule.conditions().get(position);
        boolean alone = position == 0;
        return Checked.warning(
                RulesError.UNREACHABLE,
                condition.place(),
                "The rule `" + rule.name() + "` can never fire: no "
                        + (condition.type().origin() == Origin.TABLE ? "row of `" : "`")
                        + condition.type().name() + "` meets this pattern"
                        + (alone ? "." : " together with those above it."),
                condition.type().origin() == Origin.TABLE
                        ? "Maybe a row is missing, or a test was meant otherwise."
                        : "Maybe two tests contradict each other; names of which one is enough stand in `in ( ... )`.");
    }
}
