package io.citytwin.rules.internal.grammar;

import io.citytwin.core.model.Value;
import io.citytwin.core.model.ValueType;
import io.citytwin.rules.error.RulesError;
import io.citytwin.rules.internal.grammar.Scope.FactMeaning;
import io.citytwin.rules.internal.grammar.SyntaxTree.BrokenOperand;
import io.citytwin.rules.internal.grammar.SyntaxTree.ListName;
import io.citytwin.rules.internal.grammar.SyntaxTree.Literal;
import io.citytwin.rules.internal.grammar.SyntaxTree.Name;
import io.citytwin.rules.internal.grammar.SyntaxTree.OperandNode;
import io.citytwin.rules.internal.grammar.SyntaxTree.SumNode;
import java.util.Optional;
import java.util.SortedSet;

/** Looks up the device that a claim is about, and the value that it should take. For one thread at a time. */
final class ClaimResolver {

    private final Scope scope;
    private final FactMeaning subject;

    ClaimResolver(Scope scope, FactMeaning subject) {
        this.scope = scope;
        this.subject = subject;
    }

    /** The type of an actuator; empty if the property is none, which is reported. */
    Optional<ValueType> actuator(Name property) {
        String type = subject.type().name();
        SortedSet<String> actuators = scope.vocabulary().actuators(type);
        if (!actuators.contains(property.text())) {
            scope.report(
                    RulesError.PROPERTY,
                    property.place(),
                    Token.quoted(property.text()) + " is no actuator of `" + type + "`.",
                    Nearest.advice(property.text(), actuators, "Maybe another asset: `" + type + "` takes no orders."));
            return Optional.empty();
        }
        return Optional.ofNullable(scope.vocabulary().properties(type).get(property.text()));
    }

    /** The claim; empty if something in it was reported. */
    Optional<Rule.Claim> resolve(Name property, SumNode value) {
        return actuator(property)
                .flatMap(wanted -> wanted(property, wanted, value))
                .map(found -> new Rule.Claim(subject.condition(), property.text(), found));
    }

    private Optional<Wanted> wanted(Name property, ValueType type, SumNode value) {
        if (type instanceof ValueType.Number number) {
            return new SumResolver(scope).resolve(value, number.unit()).map(Wanted.Amount::new);
        }
        OperandNode first = value.terms().get(0).operand();
        if (first instanceof BrokenOperand) {
            return Optional.empty();
        }
        boolean single = value.terms().size() == 1;
        if (single && type instanceof ValueType.Names names && first instanceof ListName name) {
            return ListNames.position(scope, name, names)
                    .map(position ->
                            new Wanted.Fixed(new Value.Term(names.names().get(position))));
        } else if (single
                && type instanceof ValueType.YesNo
                && first instanceof Literal literal
                && literal.value() instanceof Boolean on) {
            return Optional.of(new Wanted.Fixed(new Value.Flag(on)));
        }
        scope.report(
                RulesError.COMPARISON,
                first.place(),
                "This is no value that `" + property.text() + "` can take.",
                type instanceof ValueType.Names names
                        ? "Maybe `" + names.list() + "." + names.names().get(0) + "`, or another name of the list."
                        : "Maybe `true` or `false`.");
        return Optional.empty();
    }
}
