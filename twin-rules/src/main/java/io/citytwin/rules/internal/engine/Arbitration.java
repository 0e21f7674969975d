package io.citytwin.rules.internal.engine;

import io.citytwin.core.model.Quantity;
import io.citytwin.core.model.Unit;
import io.citytwin.rules.AsOf;
import io.citytwin.rules.Decision;
import io.citytwin.rules.Effect;
import io.citytwin.rules.Finding;
import io.citytwin.rules.Question;
import io.citytwin.rules.internal.engine.Decider.Verdict;
import io.citytwin.rules.internal.grammar.Rule;
import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Makes one decision of what all groups say: bans and fees add up, an exemption lifts only those that it names, and what
 * is unknown decides nothing. For one thread at a time.
 */
final class Arbitration {

    private static final Quantity NOTHING = Quantity.of(0, Unit.EURO);

    private final Law law;
    private final Asked asked;
    private final List<Verdict> verdicts;

    Arbitration(Law law, Asked asked, List<Verdict> verdicts) {
        this.law = law;
        this.asked = asked;
        this.verdicts = verdicts;
    }

    /** A question, its clocks, the zone in which its answer tells the time, and what it is about. */
    record Asked(Question question, AsOf asOf, ZoneId zone, Topic topic) {}

    /** What came out, before it is written down. */
    private record Result(
            Decision.Outcome outcome,
            List<Finding> findings,
            Optional<Quantity> fee,
            List<Decision.Lifted> lifted,
            SortedSet<String> unknown) {}

    Decision act() {
        Exemptions exemptions = new Exemptions(law, asked.topic(), verdicts);
        Exemptions.Remains bans = exemptions.remains(Effect.Ban.class, Rule.Forbid.class);
        if (!bans.certain().isEmpty()) {
            List<Finding> strongestFirst = bans.certain().stream()
                    .sorted(Precedence.STRONGEST_FIRST.apply(law))
                    .toList();
            return decision(new Result(
                    Decision.Outcome.FORBIDDEN,
                    strongestFirst,
                    Optional.of(NOTHING),
                    exemptions.lifted(),
                    new TreeSet<>()));
        }
        Exemptions.Remains fees = exemptions.remains(Effect.Fee.class, Rule.Charge.class);
        if (!bans.unknown().isEmpty()) {
            boolean free = fees.certain().isEmpty() && fees.unknown().isEmpty();
            Optional<Quantity> fee = free ? Optional.of(NOTHING) : Optional.empty();
            return decision(new Result(Decision.Outcome.UNKNOWN, List.of(), fee, List.of(), bans.unknown()));
        }
        List<Decision.Lifted> lifted = exemptions.lifted();
        Stream<Finding> used = lifted.stream().map(Decision.Lifted::by).distinct();
        List<Finding> decided = Stream.concat(used, fees.certain().stream()).toList();
        Optional<Quantity> fee = fees.unknown().isEmpty() ? Optional.of(sum(fees.certain())) : Optional.empty();
        return decision(new Result(Decision.Outcome.ALLOWED, decided, fee, lifted, fees.unknown()));
    }

    /** What is told of a property meets its limits; where nothing is told, what law computes does. */
    Decision limits() {
        String property = ((Question.Limits) asked.question()).property();
        Optional<Quantity> told = asked.topic()
                .subject()
                .value(property)
                .filter(Quantity.class::isInstance)
                .map(Quantity.class::cast);
        List<Finding> limits = found(Effect.Limit.class);
        List<Finding> figures = found(Effect.Figure.class);
        Optional<Quantity> reading =
                told.or(() -> figures.stream().findFirst().map(figure -> ((Effect.Figure) figure.effect()).amount()));
        List<Finding> broken = limits.stream()
                .filter(limit -> reading.isPresent() && !keeps(reading.get(), (Effect.Limit) limit.effect()))
                .toList();
        if (!broken.isEmpty()) {
            return decision(free(Decision.Outcome.FORBIDDEN, and(broken, figures), new TreeSet<>()));
        }
        SortedSet<String> unknown = new TreeSet<>();
        verdicts.stream()
                .filter(verdict -> told.isEmpty() || !computes(verdict.group()))
                .forEach(verdict -> unknown.addAll(verdict.unknown()));
        if (!limits.isEmpty() && reading.isEmpty()) {
            unknown.add(property);
        }
        Decision.Outcome outcome = unknown.isEmpty() ? Decision.Outcome.ALLOWED : Decision.Outcome.UNKNOWN;
        return decision(free(outcome, and(limits, figures), unknown));
    }

    private List<Finding> found(Class<? extends Effect> kind) {
        return verdicts.stream()
                .flatMap(verdict -> verdict.findings().stream())
                .filter(finding -> kind.isInstance(finding.effect()))
                .sorted(Precedence.STRONGEST_FIRST.apply(law))
                .toList();
    }

    private static List<Finding> and(List<Finding> limits, List<Finding> figures) {
        return Stream.concat(limits.stream(), figures.stream()).toList();
    }

    /** Whether it says numbers only, which nobody needs where one is told. */
    private static boolean computes(Group group) {
        return group.rules().stream().allMatch(rule -> rule.action() instanceof Rule.Compute);
    }

    private static Result free(Decision.Outcome outcome, List<Finding> findings, SortedSet<String> unknown) {
        return new Result(outcome, findings, Optional.of(NOTHING), List.of(), unknown);
    }

    private static boolean keeps(Quantity reading, Effect.Limit limit) {
        BigDecimal tolerance = limit.tolerance().map(Quantity::amount).orElse(BigDecimal.ZERO);
        return reading.amount().compareTo(limit.most().amount().add(tolerance)) <= 0;
    }

    private static Quantity sum(List<Finding> fees) {
        BigDecimal sum = fees.stream()
                .map(fee -> ((Effect.Fee) fee.effect()).fee().amount())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        return new Quantity(sum, Unit.EURO);
    }

    private Decision decision(Result result) {
        List<Decision.NotApplied> not = verdicts.stream()
                .flatMap(verdict -> verdict.not().get().stream())
                .toList();
        return new Decision(
                asked.question(),
                asked.asOf(),
                asked.zone(),
                result.outcome(),
                result.findings(),
                result.fee(),
                result.lifted(),
                spends(result),
                result.unknown(),
                not);
    }

    /** The exemptions that are used and the fees that are due spend, if the act is allowed. */
    private static SortedSet<String> spends(Result result) {
        SortedSet<String> counters = new TreeSet<>();
        if (result.outcome() == Decision.Outcome.ALLOWED) {
            Stream<Finding> fees = result.findings().stream().filter(one -> one.effect() instanceof Effect.Fee);
            Stream<Finding> used = result.lifted().stream().map(Decision.Lifted::by);
            Stream.concat(fees, used)
                    .forEach(one -> Exemptions.spends(one)
                            .ifPresent(counter -> counters.add(one.provision().regulation() + "/" + counter)));
        }
        return counters;
    }
}
