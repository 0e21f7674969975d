package io.citytwin.rules.internal.check;

import io.citytwin.rules.bundle.Problem;
import io.citytwin.rules.error.RulesError;
import io.citytwin.rules.internal.grammar.Rule;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** Lifts that name a provision which they can never lift. Safe for use by many threads. */
final class LiftCheck implements Check {

    /** Who passes a gate also moves: both acts are asked about at once. */
    private static final Set<String> AT_GATE = Set.of("enter", "circulate");

    @Override
    public void check(Checked folder, Consumer<Problem> problems) {
        folder.rules().stream()
                .filter(rule -> rule.action() instanceof Rule.Lift)
                .forEach(rule ->
                        rule.lifts().forEach(name -> check(folder, rule, name).ifPresent(problems)));
    }

    private static Optional<Problem> check(Checked folder, Rule lift, String name) {
        String type = subject(lift);
        String act = ((Rule.Lift) lift.action()).act();
        List<Rule> named = folder.rules().stream()
                .filter(rule -> rule.provision().equals(name) && subject(rule).equals(type))
                .filter(rule -> actOf(rule).filter(other -> meet(act, other)).isPresent())
                .toList();
        if (named.isEmpty()) {
            return Optional.of(problem(
                    lift,
                    "`" + lift.name() + "` lifts nothing of `" + name + "`, which neither forbids a `" + type + "` to "
                            + act + " nor charges for it.",
                    "Maybe another provision is meant, or another act."));
        }
        return named.stream().allMatch(rule -> neverMeet(folder, lift, rule))
                ? Optional.of(problem(
                        lift,
                        "`" + lift.name() + "` lifts nothing of `" + name + "`: the two never hold for one `" + type
                                + "` at one time.",
                        "Maybe a date or a test of one of them is meant otherwise; or leave the name out."))
                : Optional.empty();
    }

    private static boolean meet(String act, String other) {
        return act.equals(other) || (AT_GATE.contains(act) && AT_GATE.contains(other));
    }

    private static String subject(Rule rule) {
        return rule.conditions().get(rule.action().subject()).type().name();
    }

    private static Optional<String> actOf(Rule rule) {
        if (rule.action() instanceof Rule.Forbid forbid) {
            return Optional.of(forbid.act());
        }
        return rule.action() instanceof Rule.Charge charge ? Optional.of(charge.act()) : Optional.empty();
    }

    private static boolean neverMeet(Checked folder, Rule lift, Rule named) {
        return LawSlice.of(folder, List.of(lift, named))
                .map(slices -> slices.stream()
                        .filter(slice -> slice.switchesOn(folder, lift) && slice.switchesOn(folder, named))
                        .allMatch(slice -> Pairs.neverMeet(folder, lift, named, slice)))
                .orElse(false);
    }

    private static Problem problem(Rule lift, String what, String advice) {
        return Checked.warning(RulesError.LIFTS_NOTHING, lift.place(), what, advice);
    }
}
