package io.citytwin.rules.internal.yaml;

import io.citytwin.rules.bundle.Problem;
import io.citytwin.rules.error.RulesError;
import io.citytwin.rules.internal.grammar.Rule;
import io.citytwin.rules.internal.grammar.RuleResolver;
import io.citytwin.rules.internal.grammar.SyntaxTree.AnnotationNode;
import io.citytwin.rules.internal.grammar.SyntaxTree.RuleNode;
import io.citytwin.rules.internal.grammar.Used;
import io.citytwin.rules.internal.grammar.Vocabulary;
import io.citytwin.rules.regulation.Place;
import io.citytwin.rules.regulation.Provision;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Resolves the rules of one folder and compares them with its provisions. For one thread at a time. */
final class RuleLinker {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([^{}]*)}");

    private final Draft.Content content;
    private final Set<String> spoilt;
    private final Consumer<Problem> problems;

    /** Uses of spoilt names are passed over: their declaration was reported. */
    RuleLinker(Draft.Content content, Set<String> spoilt, Consumer<Problem> problems) {
        this.content = content;
        this.spoilt = spoilt;
        this.problems = problems;
    }

    List<Rule> link(Draft draft, Map<String, Used> used) {
        Set<String> provisions = content.header().provisions().keySet();
        Vocabulary vocabulary = Vocabulary.of(draft.types(), content.parameters(), content.state(), provisions, used);
        vocabulary.problems().forEach(this::report);
        List<Rule> rules = RuleResolver.resolve(content.rules(), vocabulary, this::report);
        if (content.rulesRead()) {
            content.header().provisions().values().forEach(this::checkHasRule);
        }
        content.header().says().forEach((provision, texts) -> checkSays(provision, texts, rules));
        return rules;
    }

    private void report(Problem problem) {
        boolean follows = spoilt.stream().anyMatch(name -> problem.what().contains("`" + name + "`"));
        if (!follows) {
            problems.accept(problem);
        }
    }

    private void checkHasRule(Provision provision) {
        boolean has =
                content.rules().stream().anyMatch(rule -> provisionsOf(rule).contains(provision.name()));
        if (!has) {
            problems.accept(Problem.error(
                    RulesError.NO_RULE,
                    provision.place(),
                    "No rule belongs to the provision `" + provision.name() + "`.",
                    "Maybe write a rule `\"" + provision.name() + "\"` in rules.drl."));
        }
    }

    private static Set<String> provisionsOf(RuleNode rule) {
        Set<String> provisions = new HashSet<>();
        String name = rule.name().text();
        int slash = name.indexOf('/');
        provisions.add(slash < 0 ? name : name.substring(0, slash));
        for (AnnotationNode annotation : rule.annotations()) {
            if (annotation.name().text().equals("provision")) {
                annotation.names().forEach(one -> provisions.add(one.text()));
            }
        }
        return provisions;
    }

    private void checkSays(String provision, List<Node.Scalar> texts, List<Rule> rules) {
        List<Rule> own = rules.stream()
                .filter(rule -> rule.provision().equals(provision))
                .toList();
        long written = content.rules().stream()
                .filter(rule -> provisionsOf(rule).contains(provision))
                .count();
        if (own.size() < written || own.isEmpty()) {
            // Rules with mistakes say nothing about their placeholders.
            return;
        }
        Set<String> known = own.stream()
                .flatMap(rule -> rule.conditions().stream())
                .filter(condition -> condition.quantifier() == Rule.Quantifier.EACH)
                .flatMap(RuleLinker::cells)
                .collect(Collectors.toCollection(TreeSet::new));
        texts.forEach(text -> checkText(text, known));
    }

    private static Stream<String> cells(Rule.Condition condition) {
        return condition.type().slots().stream().map(slot -> condition.type().name() + "." + slot.name());
    }

    private void checkText(Node.Scalar text, Set<String> known) {
        Matcher placeholders = PLACEHOLDER.matcher(text.text());
        while (placeholders.find()) {
            String name = placeholders.group(1);
            if (!known.contains(name)) {
                String what = Words.quoted("{" + name + "}") + " names nothing that a rule of the provision matches.";
                placeholder(text.place(), what, Words.maybe(name, known));
            }
        }
        String rest = placeholders.replaceAll("");
        if (rest.indexOf('{') >= 0 || rest.indexOf('}') >= 0) {
            placeholder(text.place(), "A brace has no partner.", "Maybe write `{Type.property}`.");
        }
    }

    private void placeholder(Place place, String what, String advice) {
        problems.accept(Problem.error(RulesError.PLACEHOLDER, place, what, advice));
    }
}
