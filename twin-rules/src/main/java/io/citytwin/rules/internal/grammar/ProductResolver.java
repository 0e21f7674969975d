package io.citytwin.rules.internal.grammar;

import io.citytwin.core.model.Unit;
import io.citytwin.rules.error.RulesError;
import io.citytwin.rules.internal.grammar.Rule.All;
import io.citytwin.rules.internal.grammar.Rule.Compare;
import io.citytwin.rules.internal.grammar.Rule.Condition;
import io.citytwin.rules.internal.grammar.Rule.Constant;
import io.citytwin.rules.internal.grammar.Rule.Operator;
import io.citytwin.rules.internal.grammar.Scope.CellMeaning;
import io.citytwin.rules.internal.grammar.Signed.Part;
import io.citytwin.rules.internal.grammar.SyntaxTree.Literal;
import io.citytwin.rules.internal.grammar.SyntaxTree.Sign;
import io.citytwin.rules.internal.grammar.SyntaxTree.SumNode;
import io.citytwin.rules.internal.grammar.SyntaxTree.TermNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Looks up a sum of products and quotients, and checks its units and divisors. For one thread at a time. */
final class ProductResolver {

    /** Digits grow with each factor, and nobody reads a longer sum. */
    private static final int MOST = 64;

    private final Scope scope;
    private final List<Condition> conditions;
    private final SumResolver sums;

    ProductResolver(Scope scope, List<Condition> conditions) {
        this.scope = scope;
        this.conditions = conditions;
        this.sums = new SumResolver(scope);
    }

    /**
     * What a sum is made of.
     *
     * @param percent whether it is a ratio where % is wanted
     */
    record Resolved(List<Signed> sum, boolean percent) {}

    /** The sum; empty if something was reported. Alone, 0 and 1 have any unit. */
    Optional<Resolved> resolve(SumNode sum, Unit wanted) {
        List<TermNode> nodes = sum.terms();
        if (nodes.size() > MOST) {
            scope.report(
                    RulesError.COMPARISON,
                    nodes.get(MOST).operand().place(),
                    "The sum holds more than `" + MOST + "` numbers.",
                    "Maybe split it into several provisions.");
            return Optional.empty();
        }
        List<Signed> terms = new ArrayList<>();
        Optional<Measure> whole = Optional.empty();
        for (List<TermNode> product : products(nodes)) {
            Optional<Measure> measure = measure(product, terms);
            if (measure.isEmpty()) {
                return Optional.empty();
            } else if (isPlain(product)) {
                continue;
            } else if (whole.isPresent() && !whole.equals(measure)) {
                mismatch(product.get(0), measure.get(), whole.get().toString());
                return Optional.empty();
            }
            whole = measure;
        }
        boolean percent = wanted == Unit.PERCENT && whole.equals(Optional.of(Measure.RATIO));
        if (!percent && whole.isPresent() && !whole.get().equals(Measure.of(wanted))) {
            mismatch(nodes.get(0), whole.get(), wanted.symbol());
            return Optional.empty();
        }
        return Optional.of(new Resolved(terms, percent));
    }

    /** The terms, each with its factors. */
    private static List<List<TermNode>> products(List<TermNode> nodes) {
        List<List<TermNode>> products = new ArrayList<>();
        for (int first = 0, next = 1; next <= nodes.size(); next++) {
            if (next == nodes.size() || !nodes.get(next).isFactor()) {
                products.add(nodes.subList(first, next));
                first = next;
            }
        }
        return products;
    }

    private static boolean isPlain(List<TermNode> product) {
        return product.size() == 1 && product.get(0).operand() instanceof Literal;
    }

    /** The measure of a product, whose factors are added to the terms; empty if something was reported. */
    private Optional<Measure> measure(List<TermNode> factors, List<Signed> terms) {
        Measure measure = Measure.RATIO;
        for (TermNode factor : factors) {
            if (factor.operand() instanceof Literal literal && literal.value() instanceof BigDecimal) {
                if (factor.isFactor()) {
                    sums.notANumber(factor.operand().place(), "A plain number behind `*` or `/`");
                    return Optional.empty();
                }
                terms.add(signed(
                        factor, new Constant(literal.value(), literal.name().text())));
                continue;
            }
            Optional<CellMeaning> cell = sums.number(factor.operand());
            if (cell.isEmpty() || (factor.sign() == Sign.OVER && !isPositive(factor, cell.get()))) {
                return Optional.empty();
            }
            Measure own = Measure.of(((FactType.NumberKind) cell.get().kind()).unit());
            if (own.equals(Measure.of(Unit.DEGREE_CELSIUS))
                    || (factors.size() > 1 && own.equals(Measure.of(Unit.PERCENT)))) {
                mismatch(factor, own, "a unit that can be multiplied");
                return Optional.empty();
            }
            measure = factor.sign() == Sign.OVER ? measure.over(own) : measure.times(own);
            terms.add(signed(factor, Scope.operand(cell.get())));
        }
        return Optional.of(measure);
    }

    private static Signed signed(TermNode node, Rule.Operand operand) {
        Part part = switch (node.sign()) {
            case TIMES -> Part.TIMES;
            case OVER -> Part.OVER;
            default -> Part.TERM;
        };
        return new Signed(node.minus(), operand, part);
    }

    /** Whether its own pattern asks for more than 0: what is divided by 0 is nothing. */
    private boolean isPositive(TermNode divisor, CellMeaning cell) {
        // Without all of its patterns nobody can say which one the rule divides by.
        boolean positive = scope.faulty()
                || conditions.get(cell.condition()).test() instanceof All all
                        && all.tests().stream()
                                .anyMatch(test -> test instanceof Compare compare
                                        && compare.slot() == cell.slot()
                                        && compare.operator() == Operator.MORE
                                        && compare.right() instanceof Constant constant
                                        && constant.text().equals("0"));
        if (!positive) {
            scope.report(
                    RulesError.COMPARISON,
                    divisor.operand().place(),
                    "What the sum divides by could be 0.",
                    "Maybe ask for more in its pattern, such as `Building( $d : degreeDays, degreeDays > 0 )`.");
        }
        return positive;
    }

    private void mismatch(TermNode node, Measure found, String wanted) {
        scope.report(
                RulesError.COMPARISON,
                node.operand().place(),
                "`" + found + "` stands where `" + wanted + "` is needed.",
                "Maybe declare a factor in another unit: units are never converted.");
    }
}
