package io.citytwin.rules.internal.engine;

import io.citytwin.rules.Decision;
import io.citytwin.rules.Effect;
import io.citytwin.rules.Finding;
import io.citytwin.rules.internal.engine.Decider.Verdict;
import io.citytwin.rules.internal.grammar.Rule;
import io.citytwin.rules.regulation.Provision;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Which bans and fees exemptions lift, and which remain. An exemption lifts those of the provisions that it names, in its
 * own regulation; one that only might hold makes them unknown. For one thread at a time.
 */
final class Exemptions {

    private final Topic topic;
    private final List<Verdict> verdicts;
    private final Comparator<Finding> preferred;
    private final List<Finding> certain;

    Exemptions(Law law, Topic topic, List<Verdict> verdicts) {
        this.topic = topic;
        this.verdicts = verdicts;
        this.preferred = Comparator.<Finding, Boolean>comparing(
                        exemption -> spends(exemption).isPresent())
                .thenComparing(Precedence.STRONGEST_FIRST.apply(law));
        this.certain = of(Effect.Exemption.class);
    }

    /**
     * The bans, or the fees, after all exemptions.
     *
     * @param certain hold, whatever is unknown
     * @param unknown names of the cells that would decide about others
     */
    record Remains(List<Finding> certain, SortedSet<String> unknown) {}

    static Optional<String> spends(Finding finding) {
        if (finding.effect() instanceof Effect.Fee fee) {
            return fee.spends();
        }
        return finding.effect() instanceof Effect.Exemption exemption ? exemption.spends() : Optional.empty();
    }

    Remains remains(Class<? extends Effect> kind, Class<? extends Rule.Action> verb) {
        List<Finding> hold = new ArrayList<>();
        SortedSet<String> unknown = new TreeSet<>();
        for (Finding finding : of(kind)) {
            SortedSet<String> doubts = doubtsOfLifting(
                    finding.provision().regulation(), finding.provision().name());
            if (used(finding).isEmpty() && doubts.isEmpty()) {
                hold.add(finding);
            } else if (used(finding).isEmpty()) {
                unknown.addAll(doubts);
            }
        }
        for (Verdict verdict : verdicts) {
            String regulation = verdict.group().regulation().id();
            String provision = verdict.group().name();
            if (!verdict.unknown().isEmpty() && maySay(verb, verdict) && !isLifted(regulation, provision)) {
                unknown.addAll(verdict.unknown());
                unknown.addAll(doubtsOfLifting(regulation, provision));
            }
        }
        return new Remains(hold, unknown);
    }

    List<Decision.Lifted> lifted() {
        List<Decision.Lifted> lifted = new ArrayList<>();
        List<Finding> all = new ArrayList<>(of(Effect.Ban.class));
        all.addAll(of(Effect.Fee.class));
        all.forEach(finding -> used(finding).ifPresent(by -> lifted.add(new Decision.Lifted(finding, by))));
        return lifted;
    }

    /** A fee for which two rows are the reason is due once. */
    private List<Finding> of(Class<? extends Effect> kind) {
        List<Finding> found = new ArrayList<>();
        verdicts.stream()
                .flatMap(verdict -> verdict.findings().stream())
                .filter(finding -> kind.isInstance(finding.effect()))
                .filter(finding -> !(finding.effect() instanceof Effect.Fee)
                        || found.stream().noneMatch(finding::saysSameAs))
                .forEach(found::add);
        return found;
    }

    private Optional<Finding> used(Finding finding) {
        Provision provision = finding.provision();
        return certain.stream()
                .filter(exemption -> names(exemption, provision.regulation(), provision.name()))
                .min(preferred);
    }

    private boolean isLifted(String regulation, String provision) {
        return certain.stream().anyMatch(exemption -> names(exemption, regulation, provision));
    }

    private static boolean names(Finding exemption, String regulation, String provision) {
        return exemption.provision().regulation().equals(regulation)
                && ((Effect.Exemption) exemption.effect()).lifts().contains(provision);
    }

    private boolean maySay(Class<? extends Rule.Action> verb, Verdict verdict) {
        return verdict.group().rules().stream().anyMatch(rule -> verb.isInstance(rule.action()) && topic.asks(rule));
    }

    /** What would decide whether some exemption that is not certain lifts a provision's bans and fees. */
    private SortedSet<String> doubtsOfLifting(String regulation, String provision) {
        SortedSet<String> doubts = new TreeSet<>();
        verdicts.stream()
                .filter(verdict -> verdict.group().regulation().id().equals(regulation))
                .filter(verdict -> verdict.group().rules().stream()
                        .anyMatch(rule -> topic.asks(rule) && rule.lifts().contains(provision)))
                .forEach(verdict -> doubts.addAll(verdict.unknown()));
        return doubts;
    }
}
