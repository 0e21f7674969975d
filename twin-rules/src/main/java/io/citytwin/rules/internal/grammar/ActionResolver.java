package io.citytwin.rules.internal.grammar;

import io.citytwin.core.model.Unit;
import io.citytwin.core.model.ValueType;
import io.citytwin.rules.error.RulesError;
import io.citytwin.rules.internal.grammar.FactType.Origin;
import io.citytwin.rules.internal.grammar.Rule.Action;
import io.citytwin.rules.internal.grammar.Rule.Condition;
import io.citytwin.rules.internal.grammar.Scope.FactMeaning;
import io.citytwin.rules.internal.grammar.Scope.Meaning;
import io.citytwin.rules.internal.grammar.SyntaxTree.ActionNode;
import io.citytwin.rules.internal.grammar.SyntaxTree.Bare;
import io.citytwin.rules.internal.grammar.SyntaxTree.BrokenOperand;
import io.citytwin.rules.internal.grammar.SyntaxTree.ListName;
import io.citytwin.rules.internal.grammar.SyntaxTree.Name;
import io.citytwin.rules.internal.grammar.SyntaxTree.OperandNode;
import io.citytwin.rules.internal.grammar.SyntaxTree.SumNode;
import io.citytwin.rules.internal.grammar.SyntaxTree.Variable;
import io.citytwin.rules.internal.grammar.Verbs.Verb;
import io.citytwin.rules.register.StateSpec.Level;
import io.citytwin.rules.regulation.Place;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** Looks up what a verb is about and what it says. For one thread at a time. */
final class ActionResolver {

    private final Scope scope;
    private final ActionNode node;
    private final Verb verb;
    private final List<Condition> conditions;

    private ActionResolver(Scope scope, ActionNode node, Verb verb, List<Condition> conditions) {
        this.scope = scope;
        this.node = node;
        this.verb = verb;
        this.conditions = conditions;
    }

    /** What a consequence says; empty if something in it was reported. */
    static Optional<Action> resolve(Scope scope, ActionNode node, List<Condition> conditions) {
        String name = node.verb().text();
        Verb verb = Verbs.find(name);
        if (verb == null) {
            scope.report(
                    RulesError.VERB,
                    node.verb().place(),
                    Token.quoted(name) + " is no verb.",
                    Nearest.advice(name, Verbs.names(), ""));
            return Optional.empty();
        }
        return new ActionResolver(scope, node, verb, conditions).action();
    }

    private void misused(Place place, String what) {
        scope.report(
                RulesError.VERB, place, "`" + node.verb().text() + "` " + what + ".", "Maybe `" + verb.sample() + "`.");
    }

    private Optional<OperandNode> single(int argument) {
        SumNode sum = node.arguments().get(argument);
        OperandNode first = sum.terms().get(0).operand();
        if (sum.terms().size() > 1) {
            misused(first.place(), "takes no sum here");
            return Optional.empty();
        }
        return first instanceof BrokenOperand ? Optional.empty() : Optional.of(first);
    }

    private Optional<FactMeaning> subject() {
        Optional<OperandNode> first = single(0);
        if (first.isEmpty()) {
            return Optional.empty();
        } else if (!(first.get() instanceof Variable variable)) {
            misused(first.get().place(), "begins with something other than a variable");
            return Optional.empty();
        } else {
            Optional<Meaning> meaning = scope.find(variable.name());
            if (meaning.isPresent()
                    && meaning.get() instanceof FactMeaning fact
                    && fact.type().origin() == Origin.ASSET) {
                return Optional.of(fact);
            }
            meaning.ifPresent(other -> scope.report(
                    RulesError.VARIABLE,
                    variable.place(),
                    Token.quoted(variable.name().text()) + " does not stand for a twin.",
                    "Maybe write `" + variable.name().text() + " :` before the pattern that the verb is about."));
            return Optional.empty();
        }
    }

    private Optional<Action> action() {
        if (!verb.takes(node.arguments().size())) {
            misused(node.verb().place(), "takes other arguments");
            return Optional.empty();
        }
        return subject().flatMap(this::action);
    }

    private Optional<Action> action(FactMeaning subject) {
        int at = subject.condition();
        return switch (node.verb().text()) {
            case "raise" -> raise(subject);
            case "clear" -> clear(subject);
            case "forbid" -> act(subject).map(act -> new Rule.Forbid(at, act));
            case Verbs.LIFT -> act(subject).map(act -> new Rule.Lift(at, act));
            case "cap" -> cap(subject);
            case Verbs.CHARGE -> charge(subject);
            case Verbs.COMPUTE -> compute(subject);
            case Verbs.FLOOR -> floor(subject);
            case "set" -> claim(subject);
            default ->
                property(subject)
                        .filter(property -> typed(subject, property, ValueType.YesNo.class, "yes or no"))
                        .map(property -> new Rule.Require(at, property.text()));
        };
    }

    private Optional<ListName> listName(String list) {
        Optional<OperandNode> second = single(1);
        if (second.isPresent()
                && second.get() instanceof ListName name
                && name.list().text().equals(list)) {
            return Optional.of(name);
        }
        second.ifPresent(other -> misused(other.place(), "needs `" + list + ".` and a name here"));
        return Optional.empty();
    }

    private Optional<Name> known(Name name, Collection<String> known, String what) {
        if (known.contains(name.text())) {
            return Optional.of(name);
        }
        scope.report(
                RulesError.UNKNOWN_NAME,
                name.place(),
                Token.quoted(name.text()) + " is no " + what + ".",
                Nearest.advice(name.text(), known, "Maybe there is none."));
        return Optional.empty();
    }

    private Optional<String> act(FactMeaning subject) {
        String type = subject.type().name();
        return listName(Verbs.ACT)
                .flatMap(name -> known(name.name(), scope.vocabulary().acts(type), "act of `" + type + "`"))
                .map(Name::text);
    }

    private Optional<Name> property(FactMeaning subject) {
        String type = subject.type().name();
        return listName(Verbs.PROPERTY).map(ListName::name).filter(name -> {
            Set<String> known = scope.vocabulary().properties(type).keySet();
            if (!known.contains(name.text())) {
                scope.report(
                        RulesError.PROPERTY,
                        name.place(),
                        Token.quoted(name.text()) + " is not a property of `" + type + "` itself.",
                        Nearest.advice(name.text(), known, "Maybe look up what `" + type + "` holds."));
            }
            return known.contains(name.text());
        });
    }

    private boolean typed(FactMeaning subject, Name property, Class<? extends ValueType> wanted, String what) {
        ValueType type = scope.vocabulary().properties(subject.type().name()).get(property.text());
        if (!wanted.isInstance(type)) {
            misused(property.place(), "needs a property that is " + what);
        }
        return wanted.isInstance(type);
    }

    private Optional<Action> raise(FactMeaning subject) {
        Optional<OperandNode> second = single(1);
        if (second.isPresent() && second.get() instanceof ListName name) {
            return level(subject, name.list())
                    .flatMap(level -> known(name.name(), level.states().names(), "state of `" + level.name() + "`")
                            .map(state -> new Rule.Raise(
                                    subject.condition(),
                                    level.name(),
                                    level.states().names().indexOf(state.text()))));
        }
        second.ifPresent(other -> misused(other.place(), "needs a level and its state here"));
        return Optional.empty();
    }

    private Optional<Level> level(FactMeaning subject, Name name) {
        SortedMap<String, Level> levels = levelsOf(subject);
        return known(name, levels.keySet(), "level of `" + subject.type().name() + "`")
                .map(found -> levels.get(found.text()));
    }

    private SortedMap<String, Level> levelsOf(FactMeaning subject) {
        SortedMap<String, Level> levels = new TreeMap<>(scope.vocabulary().levels());
        levels.values().removeIf(level -> !level.of().equals(subject.type().name()));
        return levels;
    }

    private Optional<Action> clear(FactMeaning subject) {
        if (node.arguments().size() == 2) {
            Optional<OperandNode> second = single(1);
            if (second.isPresent() && second.get() instanceof Bare bare) {
                return level(subject, bare.name()).map(level -> new Rule.Clear(subject.condition(), level.name()));
            }
            second.ifPresent(other -> misused(other.place(), "needs the name of a level here"));
            return Optional.empty();
        }
        Set<String> levels = levelsOf(subject).keySet();
        if (levels.size() != 1) {
            scope.report(
                    RulesError.UNKNOWN_NAME,
                    node.verb().place(),
                    "`" + subject.type().name() + "` has `" + levels.size() + "` levels, so `clear` must name one.",
                    levels.isEmpty()
                            ? "Maybe declare a level in state.yaml."
                            : Nearest.advice("", levels, "Maybe name the level."));
            return Optional.empty();
        }
        return Optional.of(new Rule.Clear(subject.condition(), levels.iterator().next()));
    }

    /** A number of the subject. */
    private record Measured(String property, Unit unit) {}

    private Optional<Measured> measured(FactMeaning subject) {
        return property(subject)
                .filter(name -> typed(subject, name, ValueType.Number.class, "a number"))
                .map(name -> new Measured(name.text(), unit(subject, name.text())));
    }

    private Unit unit(FactMeaning subject, String property) {
        ValueType type = scope.vocabulary().properties(subject.type().name()).get(property);
        return ((ValueType.Number) Objects.requireNonNull(type)).unit();
    }

    private Optional<Action> cap(FactMeaning subject) {
        return measured(subject).flatMap(number -> cap(subject, number));
    }

    private Optional<Action> cap(FactMeaning subject, Measured number) {
        SumResolver sums = new SumResolver(scope);
        Optional<List<Signed>> limit = sums.resolve(node.arguments().get(2), number.unit());
        Unit difference = number.unit() == Unit.DEGREE_CELSIUS ? Unit.KELVIN : number.unit();
        Optional<List<Signed>> tolerance = node.arguments().size() < 4
                ? Optional.of(List.of())
                : sums.resolve(node.arguments().get(3), difference);
        return limit.flatMap(
                most -> tolerance.map(more -> new Rule.Cap(subject.condition(), number.property(), most, more)));
    }

    private Optional<Action> compute(FactMeaning subject) {
        ProductResolver products = new ProductResolver(scope, conditions);
        return measured(subject)
                .flatMap(number -> products.resolve(node.arguments().get(2), number.unit())
                        .map(all ->
                                new Rule.Compute(subject.condition(), number.property(), all.sum(), all.percent())));
    }

    private Optional<Action> claim(FactMeaning subject) {
        ClaimResolver claims = new ClaimResolver(scope, subject);
        return listName(Verbs.PROPERTY)
                .flatMap(name -> claims.resolve(name.name(), node.arguments().get(2)));
    }

    private Optional<Action> floor(FactMeaning subject) {
        ClaimResolver claims = new ClaimResolver(scope, subject);
        return listName(Verbs.PROPERTY)
                .map(ListName::name)
                .filter(name -> claims.actuator(name).isPresent())
                .filter(name -> typed(subject, name, ValueType.Number.class, "a number"))
                .flatMap(name -> new SumResolver(scope)
                        .resolve(node.arguments().get(2), unit(subject, name.text()))
                        .map(least -> new Rule.Floor(subject.condition(), name.text(), least)));
    }

    private Optional<Action> charge(FactMeaning subject) {
        Optional<String> act = act(subject);
        Optional<List<Signed>> fee =
                new SumResolver(scope).resolve(node.arguments().get(2), Unit.EURO);
        return act.flatMap(name -> fee.map(sum -> new Rule.Charge(subject.condition(), name, sum)));
    }
}
