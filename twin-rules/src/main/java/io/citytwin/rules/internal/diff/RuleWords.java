package io.citytwin.rules.internal.diff;

import io.citytwin.rules.internal.grammar.Rule;
import io.citytwin.rules.internal.grammar.RuleText;
import io.citytwin.rules.internal.grammar.Signed;
import io.citytwin.rules.internal.grammar.Wanted;
import io.citytwin.rules.regulation.Regulation;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A whole rule on one line, conditions and consequence. Immutable. */
final class RuleWords {

    private final Rule rule;
    private final Regulation regulation;

    RuleWords(Rule rule, Regulation regulation) {
        this.rule = rule;
        this.regulation = regulation;
    }

    /** Such as {@code Law( season, checkDays ) Province( over >= onDays ) then raise( Province, Level.first )}. */
    String text() {
        String conditions = IntStream.range(0, rule.conditions().size())
                .mapToObj(position -> RuleText.of(rule, position))
                .collect(Collectors.joining(" "));
        String lifts = rule.lifts().isEmpty() ? "" : " lifts " + String.join(", ", rule.lifts());
        return conditions + " then " + consequence() + lifts
                + rule.spends().map(counter -> " spends " + counter).orElse("");
    }

    private String consequence() {
        Rule.Action action = rule.action();
        if (action instanceof Rule.Raise raise) {
            return call("raise", raise.level() + "." + state(raise));
        } else if (action instanceof Rule.Clear clear) {
            return call("clear", clear.level());
        } else if (action instanceof Rule.Forbid forbid) {
            return call("forbid", forbid.act());
        } else if (action instanceof Rule.Lift lift) {
            return call("lift", lift.act());
        } else if (action instanceof Rule.Require require) {
            return call("require", require.property());
        }
        return amount(action);
    }

    private String amount(Rule.Action action) {
        if (action instanceof Rule.Cap cap) {
            String tolerance = cap.tolerance().isEmpty() ? "" : ", " + sum(cap.tolerance());
            return call("cap", cap.property() + ", " + sum(cap.limit()) + tolerance);
        } else if (action instanceof Rule.Compute compute) {
            return call("compute", compute.property() + ", " + sum(compute.amount()));
        } else if (action instanceof Rule.Charge charge) {
            return call("charge", charge.act() + ", " + sum(charge.fee()));
        } else if (action instanceof Rule.Floor floor) {
            return call("floor", floor.property() + ", " + sum(floor.least()));
        }
        Rule.Claim claim = (Rule.Claim) action;
        String value =
                claim.value() instanceof Wanted.Fixed fixed ? fixed.value().toString() : sum(claim.terms());
        return call("set", claim.property() + ", " + value);
    }

    private String call(String verb, String what) {
        String subject = rule.conditions().get(rule.action().subject()).type().name();
        return verb + "( " + subject + ", " + what + " )";
    }

    private String state(Rule.Raise raise) {
        return Optional.ofNullable(regulation.state().levels().get(raise.level()))
                .map(level -> level.states().names().get(raise.state()))
                .orElseThrow();
    }

    private static String sign(Signed term) {
        return switch (term.part()) {
            case TIMES -> " * ";
            case OVER -> " / ";
            default -> term.minus() ? " - " : " + ";
        };
    }

    private String sum(List<Signed> terms) {
        StringBuilder text = new StringBuilder();
        for (Signed term : terms) {
            text.append(text.isEmpty() && !term.minus() ? "" : sign(term))
                    .append(RuleText.of(rule, term.operand(), -1));
        }
        return text.toString().strip();
    }
}
