package io.citytwin.rules.internal.check;

import io.citytwin.rules.bundle.Problem;
import io.citytwin.rules.error.RulesError;
import io.citytwin.rules.internal.grammar.Addition;
import io.citytwin.rules.internal.grammar.FactType.Origin;
import io.citytwin.rules.internal.grammar.Rule;
import io.citytwin.rules.internal.grammar.Rule.Quantifier;
import io.citytwin.rules.internal.grammar.Signed;
import io.citytwin.rules.internal.grammar.Wanted;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Rules of one provision that set one actuator to two values at once: rank, date and priority are those of the provision,
 * so nothing decides between them. Provisions that tie are refused before. Safe for use by many threads.
 */
final class UndecidedCheck implements Check {

    private static final int MOST = 2_000;

    @Override
    public void check(Checked folder, Consumer<Problem> problems) {
        List<Rule> claims = folder.rules().stream()
                .filter(rule -> rule.action() instanceof Rule.Claim)
                .filter(rule -> rule.conditions().stream().allMatch(one -> one.quantifier() == Quantifier.EACH))
                .toList();
        for (int index = 0; index < claims.size(); index++) {
            Rule later = claims.get(index);
            claims.subList(0, index + 1).stream()
                    .filter(earlier -> sameActuator(earlier, later))
                    .flatMap(earlier -> conflict(folder, earlier, later).stream())
                    .findFirst()
                    .ifPresent(problems);
        }
    }

    private static boolean sameActuator(Rule one, Rule other) {
        return one.provision().equals(other.provision()) && actuator(one).equals(actuator(other));
    }

    private static String actuator(Rule rule) {
        Rule.Claim claim = (Rule.Claim) rule.action();
        return rule.conditions().get(claim.subject()).type().name() + "." + claim.property();
    }

    private static Optional<Problem> conflict(Checked folder, Rule earlier, Rule later) {
        for (LawSlice slice : LawSlice.of(folder, List.of(earlier, later)).orElse(List.of())) {
            if (slice.switchesOn(folder, earlier) && slice.switchesOn(folder, later)) {
                Optional<Problem> found = conflict(folder, earlier, later, slice);
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<Problem> conflict(Checked folder, Rule earlier, Rule later, LawSlice slice) {
        List<World> ones = World.of(folder, earlier, slice, World.ONE_EACH).orElse(List.of());
        List<World> others = World.of(folder, later, slice, World.ONE_EACH).orElse(List.of());
        if ((long) ones.size() * others.size() > MOST) {
            return Optional.empty();
        }
        for (World one : ones) {
            for (World other : others) {
                Optional<String> first = value(one);
                Optional<String> second = value(other);
                if (first.isPresent() && second.isPresent() && !first.equals(second) && meet(one, other)) {
                    return Optional.of(problem(earlier, later, first.get(), second.get()));
                }
            }
        }
        return Optional.empty();
    }

    /** What a rule sets, where law alone says it. */
    private static Optional<String> value(World world) {
        Wanted wanted = ((Rule.Claim) world.rule().action()).value();
        if (wanted instanceof Wanted.Fixed fixed) {
            return Optional.of(fixed.value().toString());
        }
        List<Signed> sum = ((Wanted.Amount) wanted).sum();
        return Addition.of(sum, at -> number(world.cell(sum.get(at).operand(), position -> position)))
                .map(number -> number.stripTrailingZeros().toPlainString());
    }

    private static Optional<BigDecimal> number(Cell cell) {
        return cell instanceof Cell.Known known && known.value() instanceof BigDecimal number
                ? Optional.of(number)
                : Optional.empty();
    }

    private static boolean meet(World one, World other) {
        List<List<Literal>> ways = one.ways(one.rule().conditions().size()).orElse(List.of());
        List<List<Literal>> others =
                other.ways(other.rule().conditions().size()).orElse(List.of());
        return World.product(ways, others).stream()
                .limit(MOST)
                .anyMatch(both -> !Domains.contradict(both) && windowsOpen(both) && Example.exists(both));
    }

    /** Two windows may never be open at once, so one of them is all that can be relied on. */
    private static boolean windowsOpen(List<Literal> literals) {
        Set<Cell.Open> windows = new HashSet<>();
        List<Literal.Among> closed = new ArrayList<>();
        for (Literal literal : literals) {
            if (literal instanceof Literal.Among among && isWindow(among.cell())) {
                windows.add(among.cell());
                if (!among.allowed().get(1)) {
                    closed.add(among);
                }
            }
        }
        return windows.size() <= 1 && closed.isEmpty();
    }

    private static boolean isWindow(Cell.Open cell) {
        return !cell.scope().equals("subject") && cell.scope().matches(".*Law|.*:\\d+:\\d+");
    }

    private static Problem problem(Rule earlier, Rule later, String first, String second) {
        boolean rows = earlier.name().equals(later.name());
        boolean tables = later.conditions().stream().anyMatch(one -> one.type().origin() == Origin.TABLE);
        return Checked.warning(
                RulesError.UNDECIDED,
                later.place(),
                (rows
                                ? "`" + later.name() + "` can set `"
                                : "`" + earlier.name() + "` and `" + later.name() + "` can set `")
                        + actuator(later) + "` to `" + first + "` and to `" + second
                        + "` at once, and nothing says which counts.",
                rows && tables
                        ? "Maybe two rows hold for one twin; make them exclude each other."
                        : "Maybe add a test that tells them apart, or make them two provisions and give one a `priority`.");
    }
}
