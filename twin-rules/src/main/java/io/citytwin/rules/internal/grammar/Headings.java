package io.citytwin.rules.internal.grammar;

import io.citytwin.rules.error.RulesError;
import io.citytwin.rules.internal.grammar.SyntaxTree.AnnotationNode;
import io.citytwin.rules.internal.grammar.SyntaxTree.Name;
import io.citytwin.rules.internal.grammar.SyntaxTree.RuleNode;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;

/**
 * What a rule's name and annotations say. Immutable.
 *
 * @param provision of the rule
 * @param lifts provisions
 * @param spends a counter
 */
record Headings(String provision, List<String> lifts, Optional<Name> spends) {

    private static final String LIFTS = "lifts";
    private static final String SPENDS = "spends";
    private static final String PROVISION = "provision";

    static Headings of(RuleNode node, Scope scope) {
        List<AnnotationNode> annotations = node.annotations();
        for (int index = 0; index < annotations.size(); index++) {
            check(annotations.get(index), annotations.subList(0, index), scope);
        }
        checkLift(node, scope);
        return new Headings(
                provision(node, scope),
                find(annotations, LIFTS).stream()
                        .flatMap(annotation -> annotation.names().stream())
                        .map(Name::text)
                        .toList(),
                find(annotations, SPENDS).map(annotation -> annotation.names().get(0)));
    }

    static String provisionOf(String ruleName) {
        int slash = ruleName.indexOf('/');
        return slash < 0 ? ruleName : ruleName.substring(0, slash);
    }

    private static Optional<AnnotationNode> find(List<AnnotationNode> annotations, String name) {
        return annotations.stream()
                .filter(annotation -> annotation.name().text().equals(name))
                .findFirst();
    }

    private static void check(AnnotationNode annotation, List<AnnotationNode> before, Scope scope) {
        String name = annotation.name().text();
        if (find(before, name).isPresent()) {
            scope.report(
                    RulesError.ANNOTATION,
                    annotation.name().place(),
                    "`@" + name + "` stands twice.",
                    "Maybe delete one; `@lifts` takes several names.");
        }
        if (!name.equals(LIFTS) && annotation.names().size() > 1) {
            scope.report(
                    RulesError.ANNOTATION,
                    annotation.names().get(1).place(),
                    "`@" + name + "` takes one name.",
                    "Maybe write two rules.");
        }
        annotation.names().forEach(one -> {
            if (name.equals(SPENDS)) {
                counted(one, scope);
            } else {
                declared(one, RulesError.ANNOTATION, scope);
            }
        });
    }

    private static void checkLift(RuleNode node, Scope scope) {
        if (node.action().isEmpty()) {
            return;
        }
        Name verb = node.action().get().verb();
        boolean lift = verb.text().equals(Verbs.LIFT);
        Optional<AnnotationNode> lifts = find(node.annotations(), LIFTS);
        if (lift && lifts.isEmpty()) {
            scope.report(
                    RulesError.ANNOTATION,
                    verb.place(),
                    "`lift` does not say which provisions it lifts.",
                    "Maybe add `@lifts(ban)` behind the rule's name: nothing is lifted by silence.");
        }
        if (!lift) {
            lifts.ifPresent(annotation -> misplaced(annotation, "lifts nothing", "`lift`", scope));
        }
        if (!lift && !verb.text().equals(Verbs.CHARGE)) {
            find(node.annotations(), SPENDS)
                    .ifPresent(annotation ->
                            misplaced(annotation, "neither lifts nor charges anything", "`lift` or `charge`", scope));
        }
    }

    private static void misplaced(AnnotationNode annotation, String what, String verbs, Scope scope) {
        scope.report(
                RulesError.ANNOTATION,
                annotation.name().place(),
                "`@" + annotation.name().text() + "` stands at a rule that " + what + ".",
                "Maybe delete it, or use the verb " + verbs + ".");
    }

    /** What settling a passage moves must belong to whom the rule is about. */
    void checkSpends(String subject, Scope scope) {
        spends.map(name -> scope.vocabulary().counters().get(name.text()))
                .filter(counter -> !counter.of().equals(subject))
                .ifPresent(counter -> scope.report(
                        RulesError.ANNOTATION,
                        spends.orElseThrow().place(),
                        Token.quoted(counter.name()) + " counts for `" + counter.of() + "`, the rule is about `"
                                + subject + "`.",
                        "Maybe declare it with `of: " + subject + "` in state.yaml."));
    }

    private static void counted(Name counter, Scope scope) {
        Set<String> known = scope.vocabulary().counters().keySet();
        if (!known.contains(counter.text())) {
            scope.report(
                    RulesError.ANNOTATION,
                    counter.place(),
                    Token.quoted(counter.text()) + " is no counter of this regulation.",
                    Nearest.advice(counter.text(), known, "Maybe declare it under `counters` in state.yaml."));
        }
    }

    private static String provision(RuleNode node, Scope scope) {
        Optional<AnnotationNode> annotation = find(node.annotations(), PROVISION);
        if (annotation.isPresent()) {
            return annotation.get().names().get(0).text();
        }
        Name name = new Name(provisionOf(node.name().text()), node.name().place());
        if (!name.text().isBlank()) {
            declared(name, RulesError.NO_RULE, scope);
        }
        return name.text();
    }

    private static void declared(Name provision, RulesError code, Scope scope) {
        SortedSet<String> known = scope.vocabulary().provisions();
        if (!known.contains(provision.text())) {
            scope.report(
                    code,
                    provision.place(),
                    Token.quoted(provision.text()) + " is no provision of this regulation.",
                    Nearest.advice(provision.text(), known, "Maybe declare it in regulation.yaml."));
        }
    }
}
