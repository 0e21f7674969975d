package io.citytwin.rules.internal.grammar;

import io.citytwin.core.model.Unit;
import io.citytwin.rules.error.RulesError;
import io.citytwin.rules.internal.grammar.FactType.NumberKind;
import io.citytwin.rules.internal.grammar.Rule.Constant;
import io.citytwin.rules.internal.grammar.Scope.CellMeaning;
import io.citytwin.rules.internal.grammar.Signed.Part;
import io.citytwin.rules.internal.grammar.SyntaxTree.BrokenOperand;
import io.citytwin.rules.internal.grammar.SyntaxTree.ListName;
import io.citytwin.rules.internal.grammar.SyntaxTree.Literal;
import io.citytwin.rules.internal.grammar.SyntaxTree.OperandNode;
import io.citytwin.rules.internal.grammar.SyntaxTree.SumNode;
import io.citytwin.rules.internal.grammar.SyntaxTree.TermNode;
import io.citytwin.rules.regulation.Place;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Looks up the terms of a sum and checks its unit. For one thread at a time. */
final class SumResolver {

    private final Scope scope;

    SumResolver(Scope scope) {
        this.scope = scope;
    }

    /** The terms; empty if something was reported. 0 and 1 have any unit; what is in % after another unit is a share. */
    Optional<List<Signed>> resolve(SumNode sum, Unit wanted) {
        List<Signed> terms = new ArrayList<>();
        Unit unit = null;
        for (TermNode term : sum.terms()) {
            if (term.operand() instanceof Literal literal && literal.value() instanceof BigDecimal) {
                terms.add(new Signed(
                        term.minus(),
                        new Constant(literal.value(), literal.name().text()),
                        Part.TERM));
                continue;
            }
            Optional<CellMeaning> cell = number(term.operand());
            if (cell.isEmpty()) {
                return Optional.empty();
            }
            Unit next = ((NumberKind) cell.get().kind()).unit();
            if (isShare(unit, next)) {
                terms.add(new Signed(term.minus(), Scope.operand(cell.get()), Part.SHARE));
                continue;
            }
            Unit joined = joined(unit, term.minus(), next);
            if (joined == null) {
                mismatch(term.operand().place(), next, unit == null ? wanted : unit);
                return Optional.empty();
            }
            unit = joined;
            terms.add(new Signed(term.minus(), Scope.operand(cell.get()), Part.TERM));
        }
        if (unit != null && unit != wanted) {
            mismatch(sum.terms().get(0).operand().place(), unit, wanted);
            return Optional.empty();
        }
        return Optional.of(terms);
    }

    Optional<CellMeaning> number(OperandNode operand) {
        if (operand instanceof ListName || operand instanceof Literal) {
            notANumber(operand.place(), "A name");
        } else if (!(operand instanceof BrokenOperand)) {
            Optional<CellMeaning> cell = scope.cell(operand);
            if (cell.isPresent() && !(cell.get().kind() instanceof NumberKind)) {
                notANumber(
                        operand.place(), "What is " + Kinds.described(cell.get().kind()));
                return Optional.empty();
            }
            return cell;
        }
        return Optional.empty();
    }

    void notANumber(Place place, String what) {
        scope.report(
                RulesError.COMPARISON,
                place,
                what + " cannot be computed with.",
                "Maybe a parameter, or a variable bound to a number.");
    }

    /** Whether a term is a number of percent of the first one. Of a temperature there is no share. */
    private static boolean isShare(@Nullable Unit sum, Unit next) {
        return next == Unit.PERCENT && sum != null && sum != Unit.PERCENT && sum != Unit.DEGREE_CELSIUS;
    }

    /** The unit of a sum so far and one more term, null if there is none. A difference of temperatures is in K. */
    private static @Nullable Unit joined(@Nullable Unit sum, boolean minus, Unit next) {
        if (next == Unit.DEGREE_CELSIUS) {
            if (minus) {
                return sum == Unit.DEGREE_CELSIUS ? Unit.KELVIN : null;
            }
            return sum == null || sum == Unit.KELVIN ? next : null;
        } else if (sum == Unit.DEGREE_CELSIUS) {
            return next == Unit.KELVIN ? sum : null;
        }
        return sum == null || sum == next ? next : null;
    }

    private void mismatch(Place place, Unit found, Unit wanted) {
        scope.report(
                RulesError.COMPARISON,
                place,
                "`" + found.symbol() + "` stands where `" + wanted.symbol() + "` is needed.",
                wanted == Unit.DEGREE_CELSIUS || wanted == Unit.KELVIN
                        ? "Maybe give differences of temperature in `K` and temperatures in `degC`."
                        : "Maybe declare it in `" + wanted.symbol() + "`: units are never converted.");
    }
}
