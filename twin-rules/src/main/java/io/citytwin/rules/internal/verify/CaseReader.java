package io.citytwin.rules.internal.verify;

import io.citytwin.rules.Question;
import io.citytwin.rules.bundle.Problem;
import io.citytwin.rules.internal.yaml.Node;
import io.citytwin.rules.internal.yaml.SchemaCheck;
import io.citytwin.rules.internal.yaml.YamlReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Reads one case file: the case and its variants. For one thread at a time. */
final class CaseReader {

    private static final String GIVEN = "given";

    private final City city;
    // A mistake of the case shows again in each variant; one is enough.
    private final Set<Problem> problems = new TreeSet<>();
    private final Complaints complaints = new Complaints(problems::add);
    private final List<Case> cases = new ArrayList<>();

    CaseReader(City city) {
        this.city = city;
    }

    /** The cases of a file; none if anything in it is wrong. */
    List<Case> read(String file, String text) {
        Optional<Node> root = YamlReader.read(file, text, problems::add);
        root.ifPresent(node -> SchemaCheck.CASE.check(node, problems::add));
        if (root.isPresent() && root.get() instanceof Node.Mapping mapping && problems.isEmpty()) {
            file(mapping);
        } else if (problems.isEmpty()) {
            root.ifPresent(node -> complaints.mapping(node, "case: what it shows"));
        }
        return problems.isEmpty() ? cases : List.of();
    }

    Set<Problem> problems() {
        return problems;
    }

    private void file(Node.Mapping root) {
        one(root, Optional.empty());
        for (Node item : root.items("variants")) {
            complaints.mapping(item, "- name: {given: ...}").ifPresent(named -> {
                for (Node.Entry entry : named.entries()) {
                    complaints
                            .mapping(entry.value(), "{given: ..., expect: ...}")
                            .ifPresent(variant -> {
                                Node.Mapping merged = over(root, variant);
                                one(merged, Optional.of(entry.key()));
                            });
                }
            });
        }
    }

    /** The case with the keys of a variant; only what is given is merged in depth. */
    private static Node.Mapping over(Node.Mapping root, Node.Mapping variant) {
        List<Node.Entry> entries = new ArrayList<>();
        for (Node.Entry entry : root.entries()) {
            Optional<Node.Entry> own = variant.entry(entry.key().text());
            boolean given = entry.key().text().equals(GIVEN);
            entries.add(own.map(
                            over -> given ? new Node.Entry(over.key(), Merge.deep(entry.value(), over.value())) : over)
                    .orElse(entry));
        }
        variant.entries().stream()
                .filter(entry -> root.entry(entry.key().text()).isEmpty())
                .forEach(entries::add);
        return new Node.Mapping(entries, variant.place());
    }

    private void one(Node.Mapping root, Optional<Node.Scalar> variant) {
        Scenario twins = new GivenReader(city, complaints).read(root.mapping(GIVEN));
        Scenario given = twins.with(new PassedReader(city, complaints, twins.named()).read(root.items("passed")));
        Optional<Question> question =
                root.get("ask").flatMap(ask -> new AskReader(complaints, given.named()).read(ask));
        boolean askedInVain = root.get("ask").isPresent() && question.isEmpty();
        List<Expectation> expectations = askedInVain
                ? List.of()
                : new ExpectReader(city, complaints, given.named(), question).read(root.mapping("expect"));
        cases.add(new Case(
                root.scalar("case").map(Node.Scalar::text).orElse(""),
                variant.map(Node.Scalar::text),
                variant.map(Node.Scalar::place).orElse(root.place()),
                Clocks.read(root, complaints, city),
                given,
                question,
                expectations));
    }
}
