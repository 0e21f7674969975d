package io.citytwin.rules.internal.engine;

import io.citytwin.core.model.Quantity;
import io.citytwin.core.model.Twin;
import io.citytwin.rules.AsOf;
import io.citytwin.rules.Decision;
import io.citytwin.rules.Effect;
import io.citytwin.rules.Finding;
import io.citytwin.rules.Question;
import io.citytwin.rules.internal.engine.Decider.Verdict;
import io.citytwin.rules.internal.grammar.Rule;
import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * Makes one decision of what all groups say: bans add up, an exemption lifts only the bans that it names, and what is
 * unknown decides nothing. For one thread at a time.
 */
final class Arbitration {

    private final Law law;
    private final Asked asked;
    private final List<Verdict> verdicts;

    Arbitration(Law law, Asked asked, List<Verdict> verdicts) {
        this.law = law;
        this.asked = asked;
        this.verdicts = verdicts;
    }

    /** A question, its clocks, and the zone in which its answer tells the time. */
    record Asked(Question question, AsOf asOf, ZoneId zone) {}

    Decision act() {
        List<Finding> all = findings();
        Set<String> doubtful = liftedMaybe();
        List<Finding> bans = all.stream()
                .filter(finding -> finding.effect() instanceof Effect.Ban)
                .filter(isLifted(all).negate())
                .filter(ban -> !doubtful.contains(ban.provision().id()))
                .sorted(Precedence.STRONGEST_FIRST.apply(law))
                .toList();
        if (!bans.isEmpty()) {
            return decision(Decision.Outcome.FORBIDDEN, bans, new TreeSet<>());
        }
        SortedSet<String> unknown = unknown(verdict -> bansOrLifts(verdict.group()));
        if (!unknown.isEmpty()) {
            return decision(Decision.Outcome.UNKNOWN, List.of(), unknown);
        }
        List<Finding> others = all.stream()
                .filter(finding -> !(finding.effect() instanceof Effect.Ban))
                .toList();
        return decision(Decision.Outcome.ALLOWED, others, unknown);
    }

    Decision limits(Twin subject) {
        String property = ((Question.Limits) asked.question()).property();
        Optional<Quantity> reading =
                subject.value(property).filter(Quantity.class::isInstance).map(Quantity.class::cast);
        List<Finding> limits = findings().stream()
                .sorted(Precedence.STRONGEST_FIRST.apply(law))
                .toList();
        List<Finding> broken = limits.stream()
                .filter(limit -> reading.isPresent() && !keeps(reading.get(), (Effect.Limit) limit.effect()))
                .toList();
        if (!broken.isEmpty()) {
            return decision(Decision.Outcome.FORBIDDEN, broken, new TreeSet<>());
        }
        SortedSet<String> unknown = unknown(verdict -> true);
        if (!limits.isEmpty() && reading.isEmpty()) {
            unknown.add(property);
        }
        Decision.Outcome outcome = unknown.isEmpty() ? Decision.Outcome.ALLOWED : Decision.Outcome.UNKNOWN;
        return decision(outcome, limits, unknown);
    }

    private List<Finding> findings() {
        return verdicts.stream().flatMap(verdict -> verdict.findings().stream()).toList();
    }

    private SortedSet<String> unknown(Predicate<Verdict> which) {
        SortedSet<String> unknown = new TreeSet<>();
        verdicts.stream().filter(which).forEach(verdict -> unknown.addAll(verdict.unknown()));
        return unknown;
    }

    private static Predicate<Finding> isLifted(List<Finding> all) {
        return ban -> all.stream()
                .anyMatch(other -> other.effect() instanceof Effect.Exemption exemption
                        && other.provision().regulation().equals(ban.provision().regulation())
                        && exemption.lifts().contains(ban.provision().name()));
    }

    private static boolean bansOrLifts(Group group) {
        return group.rules().stream()
                .anyMatch(rule -> rule.action() instanceof Rule.Forbid || rule.action() instanceof Rule.Lift);
    }

    /** Ids of provisions whose ban an exemption might lift, if more were known. */
    private Set<String> liftedMaybe() {
        Set<String> ids = new HashSet<>();
        for (Verdict verdict : verdicts) {
            if (!verdict.unknown().isEmpty()) {
                String regulation = verdict.group().regulation().id();
                verdict.group().rules().forEach(rule -> rule.lifts().forEach(name -> ids.add(regulation + "/" + name)));
            }
        }
        return ids;
    }

    private static boolean keeps(Quantity reading, Effect.Limit limit) {
        BigDecimal tolerance = limit.tolerance().map(Quantity::amount).orElse(BigDecimal.ZERO);
        return reading.amount().compareTo(limit.most().amount().add(tolerance)) <= 0;
    }

    private Decision decision(Decision.Outcome outcome, List<Finding> findings, SortedSet<String> unknown) {
        List<Decision.NotApplied> not = verdicts.stream()
                .flatMap(verdict -> verdict.not().get().stream())
                .toList();
        return new Decision(asked.question(), asked.asOf(), asked.zone(), outcome, findings, unknown, not);
    }
}
