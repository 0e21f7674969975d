package io.citytwin.rules.internal.yaml;

import io.citytwin.rules.bundle.Problem;
import io.citytwin.rules.error.RulesError;
import io.citytwin.rules.internal.grammar.ResolvedRules;
import io.citytwin.rules.internal.grammar.Rule;
import io.citytwin.rules.regulation.Provision;
import io.citytwin.rules.regulation.Regulation;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiConsumer;

/**
 * Finds provisions that limit or compute the same property, or claim the same device, while nothing says which of them wins: equal
 * rank, jurisdiction, first day and priority. Safe for use by many threads.
 */
final class Ties {

    private Ties() {}

    /** Reports each tie to the regulation that comes later, or in one regulation at the later place. */
    static void find(List<Regulation> regulations, BiConsumer<Regulation, Problem> problems) {
        SortedMap<String, SortedSet<Claim>> claims = new TreeMap<>();
        for (int at = 0; at < regulations.size(); at++) {
            int order = at;
            Regulation regulation = regulations.get(at);
            for (Rule rule : ((ResolvedRules) regulation.rules()).rules()) {
                Provision provision = regulation.provisions().get(rule.provision());
                if (provision != null) {
                    disputed(rule)
                            .ifPresent(what -> claims.computeIfAbsent(what, none -> new TreeSet<>(Claim.ORDER))
                                    .add(new Claim(order, regulation, provision)));
                }
            }
        }
        claims.forEach((disputed, claimed) -> find(disputed, claimed, problems));
    }

    /** The verb and the property for which one provision must win; empty if several can hold at once. */
    private static Optional<String> disputed(Rule rule) {
        String type = rule.conditions().get(rule.action().subject()).type().name();
        if (rule.action() instanceof Rule.Cap cap) {
            return Optional.of("cap `" + type + "." + cap.property() + "`");
        }
        if (rule.action() instanceof Rule.Compute compute) {
            return Optional.of("compute `" + type + "." + compute.property() + "`");
        }
        if (rule.action() instanceof Rule.Floor floor) {
            return Optional.of("floor `" + type + "." + floor.property() + "`");
        }
        return rule.action() instanceof Rule.Claim claim
                ? Optional.of("set `" + type + "." + claim.property() + "`")
                : Optional.empty();
    }

    private static void find(String disputed, SortedSet<Claim> claims, BiConsumer<Regulation, Problem> problems) {
        List<Claim> ordered = List.copyOf(claims);
        for (int i = 1; i < ordered.size(); i++) {
            Claim later = ordered.get(i);
            ordered.subList(0, i).stream()
                    .filter(later::ties)
                    .findFirst()
                    .ifPresent(earlier -> problems.accept(later.regulation(), problem(disputed, earlier, later)));
        }
    }

    private static Problem problem(String disputed, Claim earlier, Claim later) {
        return Problem.error(
                RulesError.TIE,
                later.provision().place(),
                "`" + later.provision().id() + "` and `" + earlier.provision().id() + "` both " + disputed
                        + ", and nothing says which wins.",
                "Maybe give one of them a `priority`.");
    }

    /** A provision that limits or claims something. */
    private record Claim(int order, Regulation regulation, Provision provision) {

        /** Tells provisions apart without a look at all that their regulations hold. */
        static final Comparator<Claim> ORDER = Comparator.comparingInt(Claim::order)
                .thenComparing(claim -> claim.provision().place());

        boolean ties(Claim other) {
            return !provision.id().equals(other.provision.id())
                    && regulation.rank() == other.regulation.rank()
                    && regulation.jurisdiction().equals(other.regulation.jurisdiction())
                    && provision.since().equals(other.provision.since())
                    && provision.priority() == other.provision.priority();
        }
    }
}
