package io.citytwin.examples.milan;

import io.citytwin.core.graph.TwinGraph;
import io.citytwin.core.model.Quantity;
import io.citytwin.core.model.Twin;
import io.citytwin.core.model.TwinId;
import io.citytwin.core.model.Unit;
import io.citytwin.core.model.Value;
import io.citytwin.examples.milan.report.FeeTally;
import io.citytwin.examples.milan.report.GateTally;
import io.citytwin.rules.Decision;
import io.citytwin.rules.Effect;
import io.citytwin.rules.Finding;
import io.citytwin.rules.register.Settlement;
import io.citytwin.rules.regulation.Provision;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;

/** Adds up how passages were settled. For one thread at a time. */
final class GateTallies {

    private final TwinGraph graph;
    private final List<Settlement> settled;

    GateTallies(TwinGraph graph, List<Settlement> settled) {
        this.graph = graph;
        this.settled = settled;
    }

    /** What passages have in common. */
    private record Key(TwinId gate, String outcome, String reason) implements Comparable<Key> {
        @Override
        public int compareTo(Key other) {
            int byGate = gate.compareTo(other.gate);
            int byOutcome = byGate == 0 ? outcome.compareTo(other.outcome) : byGate;
            return byOutcome == 0 ? reason.compareTo(other.reason) : byOutcome;
        }
    }

    List<GateTally> gates() {
        Map<Key, Long> counts = new TreeMap<>();
        for (Settlement settlement : settled) {
            Decision decision = settlement.decision();
            counts.merge(
                    new Key(settlement.passage().gate(), decision.outcome().name(), reason(decision)), 1L, Long::sum);
        }
        return counts.entrySet().stream()
                .map(entry -> tally(entry.getKey(), entry.getValue()))
                .toList();
    }

    private GateTally tally(Key key, long passages) {
        Optional<Twin> gate = graph.find(key.gate());
        String zone = gate.flatMap(twin -> twin.value("zone"))
                .filter(Value.Ref.class::isInstance)
                .flatMap(ref -> graph.find(((Value.Ref) ref).target()))
                .flatMap(twin -> twin.value("code"))
                .map(Value::toString)
                .orElse("");
        return new GateTally(
                key.gate().name(),
                gate.map(AirWinter::label).orElse(key.gate().name()),
                zone,
                key.outcome(),
                key.reason(),
                passages);
    }

    /** The one thing that decided; a fee before what is merely allowed. */
    private static String reason(Decision decision) {
        return switch (decision.outcome()) {
            case UNKNOWN -> "unknown: " + String.join(", ", decision.unknown());
            case FORBIDDEN ->
                first(decision, finding -> finding.effect() instanceof Effect.Ban)
                        .orElse("forbidden");
            case ALLOWED ->
                first(decision, finding -> finding.effect() instanceof Effect.Fee)
                        .or(() -> decision.lifted().stream()
                                .findFirst()
                                .map(lifted -> named(lifted.by().provision())))
                        .orElse("no provision applies");
        };
    }

    private static Optional<String> first(Decision decision, Predicate<Finding> wanted) {
        return decision.findings().stream().filter(wanted).findFirst().map(finding -> named(finding.provision()));
    }

    private static String named(Provision provision) {
        return provision.id() + ", " + provision.title().in("en");
    }

    List<FeeTally> fees() {
        Map<String, FeeTally> byProvision = new TreeMap<>();
        for (Settlement settlement : settled) {
            if (settlement.fee().filter(fee -> fee.amount().signum() > 0).isPresent()) {
                settlement.decision().findings().stream()
                        .filter(finding -> finding.effect() instanceof Effect.Fee)
                        .forEach(finding ->
                                byProvision.merge(finding.provision().id(), tally(finding), GateTallies::added));
            }
        }
        return List.copyOf(byProvision.values());
    }

    private static FeeTally tally(Finding finding) {
        Provision provision = finding.provision();
        return new FeeTally(
                provision.id(),
                provision.title().in("en"),
                provision.source().toString(),
                1,
                ((Effect.Fee) finding.effect()).fee());
    }

    private static FeeTally added(FeeTally one, FeeTally other) {
        BigDecimal total = one.total().amount().add(other.total().amount());
        return new FeeTally(
                one.provision(),
                one.title(),
                one.source(),
                one.passages() + other.passages(),
                new Quantity(total, Unit.EURO));
    }
}
