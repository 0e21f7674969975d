package io.citytwin.rules.internal.verify;

import io.citytwin.core.time.CivilCalendar;
import io.citytwin.rules.Decision;
import io.citytwin.rules.Finding;
import io.citytwin.rules.internal.grammar.ResolvedRules;
import io.citytwin.rules.internal.grammar.Rule;
import io.citytwin.rules.register.LevelDecision;
import io.citytwin.rules.register.LevelDecision.Reason;
import io.citytwin.rules.regulation.Place;
import io.citytwin.rules.regulation.Regulation;
import io.citytwin.rules.verify.ProvisionCoverage;
import io.citytwin.rules.verify.ValueCoverage;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Counts which provisions of a regulation cases fired and which they did not, and which values of law decided. For one
 * thread at a time.
 */
final class Coverage {

    private static final Set<Reason> DECIDED = Set.of(Reason.RAISED, Reason.CLEARED, Reason.KEPT);

    private final Regulation regulation;
    private final Map<String, Set<Place>> asked = new TreeMap<>();
    private final Map<String, Integer> fired = new TreeMap<>();
    private final Map<String, Integer> notFired = new TreeMap<>();

    private final LawUse law;

    Coverage(Regulation regulation, CivilCalendar calendar) {
        this.regulation = regulation;
        this.law = new LawUse(regulation, calendar);
    }

    /** What decided an expectation that was met. */
    void add(Case asking, Evidence evidence) {
        law.add(asking, evidence);
        if (evidence instanceof Evidence.Answered answered) {
            add(asking, answered.decision());
        } else if (evidence instanceof Evidence.Claims claims) {
            add(asking, claims);
        } else if (evidence instanceof Evidence.Moved moved) {
            moved.decisions().forEach(decision -> add(asking, decision));
        }
    }

    /** An answer decided some provisions and could have been decided by others. */
    private void add(Case asking, Decision decision) {
        Set<String> yes = names(decision.findings());
        yes.addAll(new UnreadLaw(regulation).behind(decision.unknown()));
        yes.addAll(
                names(decision.lifted().stream().map(Decision.Lifted::finding).toList()));
        Set<String> no = new HashSet<>();
        decision.notApplied().stream()
                .map(Decision.NotApplied::provision)
                .filter(provision -> provision.regulation().equals(regulation.id()))
                .forEach(provision -> no.add(provision.name()));
        count(asking, yes, no);
    }

    /** A level moved by some provisions, left where it is by all, or held because law was never read. */
    private void add(Case asking, LevelDecision decision) {
        if (decision.reason() == Reason.HELD) {
            count(asking, new UnreadLaw(regulation).behind(decision.unknown()), new HashSet<>());
        }
        if (DECIDED.contains(decision.reason())) {
            Set<String> no = new HashSet<>();
            ((ResolvedRules) regulation.rules())
                    .rules().stream()
                            .filter(rule -> moves(rule.action(), decision.level()))
                            .forEach(rule -> no.add(rule.provision()));
            count(asking, names(decision.findings()), no);
        }
    }

    /** An actuator was set or given a floor by some provisions, and could have been by others. */
    private void add(Case asking, Evidence.Claims claims) {
        Set<String> no = new HashSet<>();
        ((ResolvedRules) regulation.rules())
                .rules().stream()
                        .filter(rule -> claims.floors()
                                ? rule.action() instanceof Rule.Floor
                                : rule.action() instanceof Rule.Claim)
                        .filter(rule -> rule.action().claimed().equals(Optional.of(claims.property())))
                        .forEach(rule -> no.add(rule.provision()));
        count(asking, names(claims.findings()), no);
    }

    private static boolean moves(Rule.Action action, String level) {
        return (action instanceof Rule.Raise raise && raise.level().equals(level))
                || (action instanceof Rule.Clear clear && clear.level().equals(level));
    }

    private Set<String> names(Collection<Finding> findings) {
        Set<String> names = new HashSet<>();
        findings.stream()
                .map(Finding::provision)
                .filter(provision -> provision.regulation().equals(regulation.id()))
                .forEach(provision -> names.add(provision.name()));
        return names;
    }

    private void count(Case asking, Set<String> yes, Set<String> no) {
        no.removeAll(yes);
        yes.forEach(name -> fired.merge(name, 1, Integer::sum));
        no.forEach(name -> notFired.merge(name, 1, Integer::sum));
        yes.forEach(name -> asked.computeIfAbsent(name, key -> new HashSet<>()).add(asking.place()));
        no.forEach(name -> asked.computeIfAbsent(name, key -> new HashSet<>()).add(asking.place()));
    }

    /** The places of the values and rows, and the names of the provisions, that decided something. */
    Set<String> read() {
        Set<String> read = new HashSet<>(law.read());
        read.addAll(fired.keySet());
        return read;
    }

    /** One entry for each dated value and table row of the regulation. */
    List<ValueCoverage> values() {
        return law.values();
    }

    /** One entry for each provision of the regulation. */
    List<ProvisionCoverage> provisions() {
        return regulation.provisions().values().stream()
                .map(provision -> new ProvisionCoverage(
                        provision,
                        asked.getOrDefault(provision.name(), Set.of()).size(),
                        fired.getOrDefault(provision.name(), 0),
                        notFired.getOrDefault(provision.name(), 0)))
                .toList();
    }
}
