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

    private static final String FORBIDDEN = "forbidden";
    private static final String UNKNOWN = "unknown";
    private static final String COMPUTED = "computed";
    private static final String NONE = "none";
    private static final List<String> OF_ACTS = List.of(FORBIDDEN, UNKNOWN, "fee", "because", "lifted", "spends");
    private static final List<String> OF_LIMITS = List.of(FORBIDDEN, UNKNOWN, "limit", "tolerance", COMPUTED);

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
        Optional<SortedSet<String>> forbidden = provisions(says, FORBIDDEN);
        Optional<SortedSet<String>> unknown = names(says, UNKNOWN);
        Expectation.Cost cost = limits ? Expectation.Cost.any() : cost(says);
        Optional<Expectation.Limit> limit = says.scalar("limit").map(most -> limit(most, says.scalar("tolerance")));
        Optional<Expectation.Computed> computed =
                says.scalar(COMPUTED).map(amount -> new Expectation.Computed(numberOrNone(amount)));
        boolean costs = !cost.equals(Expectation.Cost.any());
        if (forbidden.isEmpty() && unknown.isEmpty() && limit.isEmpty() && computed.isEmpty() && !costs) {
            complaints.form(says, "The answer says nothing.", "Maybe `{forbidden: name}` or `{unknown: name}`.");
            return Optional.empty();
        }
        // What costs something is allowed, also if nobody can say how much.
        boolean allowed =
                costs && forbidden.isEmpty() && (unknown.isEmpty() || cost.fee().isPresent());
        return Optional.of(new Expectation.Verdict(allowed, forbidden, unknown, cost, limit, computed));
    }

    private Expectation.Cost cost(Node.Mapping says) {
        Optional<SortedSet<String>> spends = names(says, "spends");
        spends.ifPresent(counters -> counters.forEach(counter -> checkCounter(says, counter)));
        return new Expectation.Cost(
                says.scalar("fee").map(this::fee), provisions(says, "because"), provisions(says, "lifted"), spends);
    }

    private Expectation.Fee fee(Node.Scalar amount) {
        return new Expectation.Fee(amount.text().equals(UNKNOWN) ? Optional.empty() : number(amount));
    }

    private Optional<SortedSet<String>> names(Node.Mapping says, String key) {
        return says.get(key).flatMap(node -> ExpectReader.names(node, complaints));
    }

    private Optional<SortedSet<String>> provisions(Node.Mapping says, String key) {
        Optional<SortedSet<String>> names = names(says, key);
        names.ifPresent(all -> all.forEach(name -> checkProvision(says, key, name)));
        return names;
    }

    private Expectation.Limit limit(Node.Scalar most, Optional<Node.Scalar> tolerance) {
        return new Expectation.Limit(numberOrNone(most), tolerance.flatMap(this::number));
    }

    private Optional<BigDecimal> numberOrNone(Node.Scalar text) {
        return text.text().equals(NONE) ? Optional.empty() : number(text);
    }

    private Optional<BigDecimal> number(Node.Scalar text) {
        return complaints.reading(
                text.place(), () -> Quantity.of(text.text(), Unit.ONE).amount());
    }

    private void checkProvision(Node.Mapping says, String key, String name) {
        Set<String> names = new TreeSet<>(city.main().provisions().keySet());
        city.regulations().stream()
                .skip(1)
                .map(Regulation::provisions)
                .forEach(provisions ->
                        provisions.values().stream().map(Provision::id).forEach(names::add));
        check(says, key, name, "a provision", names);
    }

    private void checkCounter(Node.Mapping says, String name) {
        Set<String> names = new TreeSet<>(city.main().state().counters().keySet());
        city.regulations().stream()
                .skip(1)
                .forEach(
                        one -> one.state().counters().keySet().forEach(counter -> names.add(one.id() + "/" + counter)));
        check(says, "spends", name, "a counter", names);
    }

    private void check(Node.Mapping says, String key, String name, String kind, Set<String> names) {
        if (!names.contains(name)) {
            Node at = says.get(key).orElse(says);
            complaints.unknown(new Node.Scalar(name, true, at.place()), kind, names);
        }
    }
}
