package io.citytwin.rules.internal.grammar;

import io.citytwin.core.model.ValueType;
import io.citytwin.rules.error.RulesError;
import io.citytwin.rules.internal.grammar.FactType.FlagKind;
import io.citytwin.rules.internal.grammar.FactType.Kind;
import io.citytwin.rules.internal.grammar.FactType.NameKind;
import io.citytwin.rules.internal.grammar.FactType.NamesKind;
import io.citytwin.rules.internal.grammar.FactType.NumberKind;
import io.citytwin.rules.internal.grammar.Rule.Compare;
import io.citytwin.rules.internal.grammar.Rule.Constant;
import io.citytwin.rules.internal.grammar.Rule.Operand;
import io.citytwin.rules.internal.grammar.Rule.Operator;
import io.citytwin.rules.internal.grammar.Rule.Test;
import io.citytwin.rules.internal.grammar.Scope.CellMeaning;
import io.citytwin.rules.internal.grammar.SyntaxTree.AllNode;
import io.citytwin.rules.internal.grammar.SyntaxTree.AmongNode;
import io.citytwin.rules.internal.grammar.SyntaxTree.AnyNode;
import io.citytwin.rules.internal.grammar.SyntaxTree.Bare;
import io.citytwin.rules.internal.grammar.SyntaxTree.BrokenOperand;
import io.citytwin.rules.internal.grammar.SyntaxTree.CompareNode;
import io.citytwin.rules.internal.grammar.SyntaxTree.FlagNode;
import io.citytwin.rules.internal.grammar.SyntaxTree.ListName;
import io.citytwin.rules.internal.grammar.SyntaxTree.Literal;
import io.citytwin.rules.internal.grammar.SyntaxTree.Name;
import io.citytwin.rules.internal.grammar.SyntaxTree.OperandNode;
import io.citytwin.rules.internal.grammar.SyntaxTree.TestNode;
import io.citytwin.rules.internal.grammar.SyntaxTree.Variable;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/** Looks up the names of one pattern's tests and checks that what they compare can be compared. For one thread at a time. */
final class TestResolver {

    private final Scope scope;
    private final FactType own;

    TestResolver(Scope scope, FactType own) {
        this.scope = scope;
        this.own = own;
    }

    /** The parts that could be resolved; what could not was reported. */
    List<Test> resolve(List<TestNode> nodes) {
        List<Test> tests = new ArrayList<>();
        nodes.forEach(node -> resolve(node).ifPresent(tests::add));
        return tests;
    }

    private Optional<Test> resolve(TestNode node) {
        if (node instanceof AllNode all) {
            return Optional.of(new Rule.All(List.copyOf(resolve(all.tests()))));
        } else if (node instanceof AnyNode any) {
            return Optional.of(new Rule.Any(List.copyOf(resolve(any.tests()))));
        } else if (node instanceof FlagNode flag) {
            return flag(flag.property());
        } else if (node instanceof AmongNode among) {
            return among(among);
        }
        return node instanceof CompareNode compare ? compare(compare) : Optional.empty();
    }

    /** The slot of a property; empty if that was reported. */
    Optional<Integer> slot(Name property) {
        Optional<Integer> slot = own.slotOf(property.text());
        if (slot.isEmpty() && !property.text().isEmpty()) {
            List<String> known = own.slots().stream().map(FactType.Slot::name).toList();
            scope.report(
                    RulesError.PROPERTY,
                    property.place(),
                    Token.quoted(property.text()) + " is not a property of `" + own.name() + "`.",
                    Nearest.advice(property.text(), known, "Maybe look up what `" + own.name() + "` holds."));
        }
        return slot;
    }

    private Kind kind(int slot) {
        return own.slots().get(slot).kind();
    }

    private Optional<Test> flag(Name property) {
        Optional<Integer> slot = slot(property);
        if (slot.isPresent() && !(kind(slot.get()) instanceof FlagKind)) {
            scope.report(
                    RulesError.COMPARISON,
                    property.place(),
                    Token.quoted(property.text()) + " is " + Kinds.described(kind(slot.get()))
                            + ", so nothing says when it is met.",
                    "Maybe compare it with a name, a parameter or a variable.");
            return Optional.empty();
        }
        return slot.map(found -> new Rule.IsTrue(found, property.place()));
    }

    private Optional<Test> compare(CompareNode node) {
        Optional<Integer> slot = slot(node.property());
        if (slot.isEmpty() || !allowed(node.property(), kind(slot.get()), node.operator())) {
            return Optional.empty();
        }
        return right(node, kind(slot.get()))
                .map(right -> new Compare(
                        slot.get(), node.operator(), right, node.property().place()));
    }

    private boolean allowed(Name property, Kind left, Operator operator) {
        if (Kinds.allows(left, operator)) {
            return true;
        }
        scope.report(
                RulesError.COMPARISON,
                property.place(),
                Token.quoted(property.text()) + " is " + Kinds.described(left) + ", which `" + operator.sign()
                        + "` cannot compare.",
                Kinds.instead(left));
        return false;
    }

    private Optional<Operand> right(CompareNode node, Kind left) {
        OperandNode right = node.right();
        if (right instanceof BrokenOperand) {
            return Optional.empty();
        } else if (right instanceof ListName name && left instanceof NameKind of) {
            return Kinds.isMembership(node.operator())
                    ? refused(node, left, "one name", "Maybe put the names into parentheses, or use `==`.")
                    : ListNames.position(scope, name, of.of()).map(found -> new Constant(found, ListNames.text(name)));
        } else if (right instanceof ListName name) {
            return refused(node, left, "the name `" + ListNames.text(name) + "`", Kinds.instead(left));
        } else if (right instanceof Literal literal) {
            boolean fits =
                    literal.value() instanceof BigDecimal ? left instanceof NumberKind : left instanceof FlagKind;
            return fits
                    ? Optional.of(new Constant(literal.value(), literal.name().text()))
                    : refused(node, left, "`" + literal.name().text() + "`", Kinds.instead(left));
        }
        return cell(node, left, right);
    }

    private Optional<Operand> cell(CompareNode node, Kind left, OperandNode right) {
        Optional<CellMeaning> cell = scope.cell(right);
        if (cell.isPresent() && !Kinds.fit(left, node.operator(), cell.get().kind())) {
            Kind other = cell.get().kind();
            return refused(
                    node,
                    left,
                    Token.quoted(written(right)) + ", " + Kinds.described(other),
                    advice(node.operator(), left, other, written(right)));
        }
        return cell.map(Scope::operand);
    }

    private static String written(OperandNode operand) {
        return operand instanceof Variable variable
                ? variable.name().text()
                : ((Bare) operand).name().text();
    }

    private static String advice(Operator operator, Kind left, Kind right, String written) {
        if (right instanceof NamesKind && !Kinds.isMembership(operator)) {
            return "Maybe `in " + written + "`: it holds several names.";
        } else if (right instanceof NameKind && Kinds.isMembership(operator)) {
            return "Maybe `== " + written + "`: it holds one name.";
        } else if (left instanceof NumberKind && right instanceof NumberKind) {
            return "Maybe declare both in one unit: units are never converted.";
        }
        return "Maybe compare it with " + Kinds.described(left) + ".";
    }

    private Optional<Operand> refused(CompareNode node, Kind left, String right, String advice) {
        scope.report(
                RulesError.COMPARISON,
                node.right().place(),
                Token.quoted(node.property().text()) + ", " + Kinds.described(left) + ", cannot be compared with "
                        + right + ".",
                advice);
        return Optional.empty();
    }

    private Optional<Test> among(AmongNode node) {
        Optional<Integer> slot = slot(node.property());
        if (slot.isEmpty() || !allowed(node.property(), kind(slot.get()), node.operator())) {
            return Optional.empty();
        }
        ValueType.Names names = ((NameKind) kind(slot.get())).of();
        BitSet positions = new BitSet();
        List<String> texts = new ArrayList<>();
        for (OperandNode operand : node.operands()) {
            if (operand instanceof ListName name) {
                ListNames.position(scope, name, names).ifPresent(positions::set);
                texts.add(ListNames.text(name));
            } else if (!(operand instanceof BrokenOperand)) {
                scope.report(
                        RulesError.COMPARISON,
                        operand.place(),
                        "Only names of `" + names.list() + "` can stand between these parentheses.",
                        "Maybe `in $f` without parentheses, if the variable holds several names.");
            }
        }
        Constant right = new Constant(positions, "(" + String.join(", ", texts) + ")");
        return Optional.of(
                new Compare(slot.get(), node.operator(), right, node.property().place()));
    }
}
