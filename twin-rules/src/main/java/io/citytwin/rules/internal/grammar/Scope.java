package io.citytwin.rules.internal.grammar;

import io.citytwin.rules.bundle.Problem;
import io.citytwin.rules.error.RulesError;
import io.citytwin.rules.internal.grammar.FactType.Kind;
import io.citytwin.rules.internal.grammar.Rule.CellOf;
import io.citytwin.rules.internal.grammar.Rule.Quantifier;
import io.citytwin.rules.internal.grammar.SyntaxTree.Bare;
import io.citytwin.rules.internal.grammar.SyntaxTree.ConditionNode;
import io.citytwin.rules.internal.grammar.SyntaxTree.Health;
import io.citytwin.rules.internal.grammar.SyntaxTree.Name;
import io.citytwin.rules.internal.grammar.SyntaxTree.OperandNode;
import io.citytwin.rules.internal.grammar.SyntaxTree.RuleNode;
import io.citytwin.rules.internal.grammar.SyntaxTree.Variable;
import io.citytwin.rules.regulation.Place;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;

/** What the names of one rule stand for, as far as it was read, and where its problems go. For one thread at a time. */
final class Scope {

    private final RuleNode rule;
    private final Vocabulary vocabulary;
    private final Consumer<Problem> problems;
    private final FactType law;
    private final Lead lead;
    private final Map<String, Meaning> lasting = new TreeMap<>();
    private final Map<String, Meaning> passing = new TreeMap<>();
    private boolean faulty;

    Scope(RuleNode rule, Vocabulary vocabulary, Consumer<Problem> problems) {
        this.rule = rule;
        this.vocabulary = vocabulary;
        this.problems = problems;
        this.law = vocabulary.law();
        this.lead = Lead.of(rule, law);
    }

    /** What a variable stands for. */
    sealed interface Meaning {}

    /** A whole fact. */
    record FactMeaning(int condition, FactType type) implements Meaning {}

    /** A property of a fact. */
    record CellMeaning(int condition, int slot, Kind kind) implements Meaning {}

    /** Something that was reported where it was bound. */
    record Unclear() implements Meaning {}

    Vocabulary vocabulary() {
        return vocabulary;
    }

    FactType law() {
        return law;
    }

    Lead lead() {
        return lead;
    }

    boolean faulty() {
        return faulty;
    }

    void report(RulesError code, Place place, String what, String advice) {
        faulty = true;
        problems.accept(Problem.error(code, place, what, advice));
    }

    void bind(Quantifier quantifier, Name variable, Meaning meaning) {
        if (lasting.containsKey(variable.text()) || passing.containsKey(variable.text())) {
            report(
                    RulesError.VARIABLE,
                    variable.place(),
                    Token.quoted(variable.text()) + " is bound twice.",
                    "Maybe give the second one another name, and compare the two.");
            return;
        }
        (quantifier == Quantifier.EACH ? lasting : passing).put(variable.text(), meaning);
    }

    /** Forgets what was bound inside {@code not} or {@code exists}. */
    void leavePattern() {
        passing.clear();
    }

    /** What a variable stands for; empty if that was reported. */
    Optional<Meaning> find(Name variable) {
        Meaning meaning = lasting.get(variable.text());
        if (meaning == null) {
            meaning = passing.get(variable.text());
        }
        if (meaning == null && rule.health() != Health.TORN) {
            unbound(variable);
        }
        return Optional.ofNullable(meaning).filter(known -> !(known instanceof Unclear));
    }

    private void unbound(Name variable) {
        Set<String> known = new TreeSet<>(lasting.keySet());
        known.addAll(passing.keySet());
        Optional<ConditionNode> elsewhere =
                rule.conditions().stream().filter(node -> binds(node, variable)).findFirst();
        String what = Token.quoted(variable.text()) + " is not bound before it is used.";
        String advice = Nearest.to(variable.text(), known)
                .map(near -> "Maybe `" + near + "`.")
                .orElse("Maybe bind it in a pattern before, such as `$n : over`.");
        if (elsewhere.isPresent() && elsewhere.get().quantifier() != Quantifier.EACH) {
            what = Token.quoted(variable.text()) + " is bound inside `not` or `exists` and seen only there.";
            advice = "Maybe bind it in a pattern without `not` or `exists`.";
        } else if (elsewhere.isPresent()) {
            advice = "Maybe move the pattern that binds it up.";
        }
        report(RulesError.VARIABLE, variable.place(), what, advice);
    }

    private static boolean binds(ConditionNode node, Name variable) {
        return node.variable().filter(own -> own.text().equals(variable.text())).isPresent()
                || node.bindings().stream()
                        .anyMatch(binding -> binding.variable().text().equals(variable.text()));
    }

    /** A property that a variable or a parameter's name stands for; empty if that was reported. */
    Optional<CellMeaning> cell(OperandNode operand) {
        if (operand instanceof Bare bare) {
            return parameter(bare.name());
        } else if (!(operand instanceof Variable variable)) {
            return Optional.empty();
        } else {
            Optional<Meaning> meaning = find(variable.name());
            if (meaning.isPresent() && meaning.get() instanceof FactMeaning fact) {
                report(
                        RulesError.VARIABLE,
                        operand.place(),
                        Token.quoted(variable.name().text()) + " is a whole `"
                                + fact.type().name() + "`, not one of its properties.",
                        "Maybe bind the property in its pattern, such as `"
                                + variable.name().text() + "Id : id`.");
                return Optional.empty();
            }
            return meaning.map(CellMeaning.class::cast);
        }
    }

    private Optional<CellMeaning> parameter(Name name) {
        Optional<Integer> slot = law.slotOf(name.text());
        if (slot.isEmpty()) {
            Set<String> known = new TreeSet<>();
            law.slots().forEach(one -> known.add(one.name()));
            boolean table = vocabulary.find(name.text()).isPresent();
            report(
                    RulesError.UNKNOWN_NAME,
                    name.place(),
                    Token.quoted(name.text()) + " is no parameter of this regulation.",
                    table
                            ? "Maybe add a pattern `" + name.text() + "( ... )` and bind what you need."
                            : Nearest.advice(name.text(), known, "Maybe declare it in parameters.yaml."));
        }
        return slot.map(found ->
                new CellMeaning(lead.position(), found, law.slots().get(found).kind()));
    }

    static CellOf operand(CellMeaning cell) {
        return new CellOf(cell.condition(), cell.slot());
    }
}
