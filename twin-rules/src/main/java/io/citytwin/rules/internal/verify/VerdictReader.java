package io.citytwin.rules.internal.verify;

import io.citytwin.core.model.Quantity;
import io.citytwin.core.model.Unit;
import io.citytwin.rules.Question;
import io.citytwin.rules.internal.yaml.Node;
import io.citytwin.rules.regulation.Provision;
import io.citytwin.rules.regulation.Regulation;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/** Reads what an answer must say. For one thread at a time. */
final class VerdictReader {

    private static final List<String> OF_ACTS = List.of("forbidden", "unknown");
    private static final List<String> OF_LIMITS = List.of("forbidden", "unknown", "limit", "tolerance");

    private final City city;
    private final Complaints complaints;
    private final boolean limits;

    VerdictReader(City city, Complaints complaints, Question question) {
        this.city = city;
        this.complaints = complaints;
        this.limits = question instanceof Question.Limits;
    }

    Optional<Expectation.Verdict> read(Node node) {
        if (node instanceof Node.Scalar scalar) {
            if (scalar.text().equals("allowed")) {
                return Optional.of(Expectation.Verdict.allow());
            }
            complaints.unknown(scalar, "an answer", List.of("allowed", "{forbidden: name}", "{unknown: name}"));
            return Optional.empty();
        }
        return complaints.mapping(node, "{forbidden: traffic}").flatMap(this::read);
    }

    private Optional<Expectation.Verdict> read(Node.Mapping says) {
        complaints.keys(says, limits ? OF_LIMITS : OF_ACTS);
        Optional<SortedSet<String>> forbidden =
                says.get("forbidden").flatMap(node -> ExpectReader.names(node, complaints));
        Optional<SortedSet<String>> unknown = says.get("unknown").flatMap(node -> ExpectReader.names(node, complaints));
        Optional<Expectation.Limit> limit = says.scalar("limit").map(most -> limit(most, says.scalar("tolerance")));
        forbidden.ifPresent(names -> names.forEach(name -> checkProvision(says, name)));
        if (forbidden.isEmpty() && unknown.isEmpty() && limit.isEmpty()) {
            complaints.form(says, "The answer says nothing.", "Maybe `{forbidden: name}` or `{unknown: name}`.");
            return Optional.empty();
        }
        return Optional.of(new Expectation.Verdict(false, forbidden, unknown, limit));
    }

    private Expectation.Limit limit(Node.Scalar most, Optional<Node.Scalar> tolerance) {
        return new Expectation.Limit(
                most.text().equals("none") ? Optional.empty() : number(most), tolerance.flatMap(this::number));
    }

    private Optional<BigDecimal> number(Node.Scalar text) {
        return complaints.reading(
                text.place(), () -> Quantity.of(text.text(), Unit.ONE).amount());
    }

    private void checkProvision(Node.Mapping says, String name) {
        Set<String> names = new TreeSet<>(city.main().provisions().keySet());
        city.regulations().stream()
                .skip(1)
                .map(Regulation::provisions)
                .forEach(provisions ->
                        provisions.values().stream().map(Provision::id).forEach(names::add));
        if (!names.contains(name)) {
            Node at = says.get("forbidden").orElse(says);
            complaints.unknown(new Node.Scalar(name, true, at.place()), "a provision", names);
        }
    }
}
