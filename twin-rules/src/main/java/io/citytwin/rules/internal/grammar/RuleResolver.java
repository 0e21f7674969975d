package io.citytwin.rules.internal.grammar;

import io.citytwin.rules.bundle.Problem;
import io.citytwin.rules.error.RulesError;
import io.citytwin.rules.internal.grammar.Rule.Action;
import io.citytwin.rules.internal.grammar.Rule.All;
import io.citytwin.rules.internal.grammar.Rule.Condition;
import io.citytwin.rules.internal.grammar.Rule.Quantifier;
import io.citytwin.rules.internal.grammar.Rule.Test;
import io.citytwin.rules.internal.grammar.Scope.CellMeaning;
import io.citytwin.rules.internal.grammar.Scope.FactMeaning;
import io.citytwin.rules.internal.grammar.Scope.Unclear;
import io.citytwin.rules.internal.grammar.SyntaxTree.BindingNode;
import io.citytwin.rules.internal.grammar.SyntaxTree.ConditionNode;
import io.citytwin.rules.internal.grammar.SyntaxTree.Health;
import io.citytwin.rules.internal.grammar.SyntaxTree.Name;
import io.citytwin.rules.internal.grammar.SyntaxTree.RuleNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** Looks up every name of a rule file and checks what fits what. For one thread at a time. */
public final class RuleResolver {

    /** The engine joins a test with at most this many other patterns. */
    private static final int MOST_OTHERS = 3;

    private final Vocabulary vocabulary;
    private final Consumer<Problem> problems;
    private final Set<String> names = new HashSet<>();

    private RuleResolver(Vocabulary vocabulary, Consumer<Problem> problems) {
        this.vocabulary = vocabulary;
        this.problems = problems;
    }

    /**
     * Resolves the rules of a file.
     *
     * @param nodes what the parser read, unsound rules too
     * @param vocabulary what the rules may name
     * @param problems is told each problem
     * @return the rules without any problem, in file order
     */
    public static List<Rule> resolve(List<RuleNode> nodes, Vocabulary vocabulary, Consumer<Problem> problems) {
        RuleResolver resolver = new RuleResolver(vocabulary, problems);
        return nodes.stream().map(resolver::rule).flatMap(Optional::stream).toList();
    }

    private Optional<Rule> rule(RuleNode node) {
        Scope scope = new Scope(node, vocabulary, problems);
        if (!names.add(node.name().text())) {
            scope.report(
                    RulesError.DUPLICATE,
                    node.name().place(),
                    "Two rules are called " + Token.quoted(node.name().text()) + ".",
                    "Maybe call this one `" + Headings.provisionOf(node.name().text()) + "/2`.");
        }
        Headings headings = Headings.of(node, scope);
        List<Condition> conditions = conditions(node, scope);
        Optional<Action> action = node.action().flatMap(written -> ActionResolver.resolve(scope, written, conditions));
        if (!scope.faulty() && action.isPresent()) {
            headings.checkSpends(conditions.get(action.get().subject()).type().name(), scope);
        }
        if (scope.faulty() || node.health() != Health.SOUND || action.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Rule(
                node.name().text(),
                headings.provision(),
                headings.lifts(),
                headings.spends().map(Name::text),
                conditions,
                action.get(),
                node.name().place()));
    }

    private List<Condition> conditions(RuleNode node, Scope scope) {
        List<Condition> conditions = new ArrayList<>();
        if (scope.lead().implied()) {
            conditions.add(new Condition(
                    Quantifier.EACH,
                    scope.law(),
                    new All(List.of()),
                    node.name().place()));
        }
        for (int index = 0; index < node.conditions().size(); index++) {
            condition(node.conditions().get(index), index + scope.lead().offset(), scope)
                    .ifPresent(conditions::add);
        }
        return conditions;
    }

    private Optional<Condition> condition(ConditionNode node, int position, Scope scope) {
        Optional<FactType> type = vocabulary.find(node.type().text());
        if (type.isEmpty()) {
            scope.report(
                    RulesError.FACT_TYPE,
                    node.type().place(),
                    Token.quoted(node.type().text()) + " is no kind of fact.",
                    Nearest.advice(
                            node.type().text(),
                            vocabulary.types().keySet(),
                            "Maybe declare a table of this name in parameters.yaml."));
        }
        node.variable()
                .ifPresent(variable -> scope.bind(
                        node.quantifier(),
                        variable,
                        type.<Scope.Meaning>map(known -> new FactMeaning(position, known))
                                .orElseGet(Unclear::new)));
        node.bindings().forEach(binding -> bind(node, binding, position, scope));
        Optional<Condition> condition = type.map(known -> {
            List<Test> tests = new TestResolver(scope, known).resolve(node.tests());
            tests.forEach(test -> checkOthers(test, position, node, scope));
            return new Condition(
                    node.quantifier(), known, new All(tests), node.type().place());
        });
        scope.leavePattern();
        return condition;
    }

    private void bind(ConditionNode node, BindingNode binding, int position, Scope scope) {
        Scope.Meaning meaning = vocabulary
                .find(node.type().text())
                .flatMap(type -> new TestResolver(scope, type)
                        .slot(binding.property())
                        .<Scope.Meaning>map(slot -> new CellMeaning(
                                position, slot, type.slots().get(slot).kind())))
                .orElseGet(Unclear::new);
        scope.bind(node.quantifier(), binding.variable(), meaning);
    }

    private static void checkOthers(Test test, int position, ConditionNode node, Scope scope) {
        int others = Tests.refersTo(test, position).size();
        if (others > MOST_OTHERS) {
            scope.report(
                    RulesError.COMPARISON,
                    node.type().place(),
                    "One test of this pattern compares with `" + others + "` other patterns; `" + MOST_OTHERS
                            + "` is the most.",
                    "Maybe split it at its `||` into several rules of one provision.");
        }
    }
}
