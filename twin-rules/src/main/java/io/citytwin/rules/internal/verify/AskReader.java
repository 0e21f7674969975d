package io.citytwin.rules.internal.verify;

import io.citytwin.core.model.Twin;
import io.citytwin.rules.Question;
import io.citytwin.rules.internal.yaml.Node;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/** Reads what is asked. For one thread at a time. */
public final class AskReader {

    private static final List<String> KEYS = List.of("twin", "may", "limits");

    private final Complaints complaints;
    private final SortedMap<String, Twin> twins;

    /**
     * Reads questions about given twins.
     *
     * @param complaints told of everything wrong
     * @param twins {@code Type/name} to twin
     */
    public AskReader(Complaints complaints, SortedMap<String, Twin> twins) {
        this.complaints = complaints;
        this.twins = twins;
    }

    /**
     * Reads one question.
     *
     * @param node keys {@code twin} and one of {@code may} and {@code limits}
     * @return the question, or empty after a complaint
     */
    public Optional<Question> read(Node node) {
        Optional<Node.Mapping> keys = complaints.mapping(node, "{twin: Vehicle/v, may: circulate}");
        return keys.flatMap(ask -> {
            complaints.keys(ask, KEYS);
            Optional<Node.Scalar> twin = ask.scalar("twin");
            Optional<Node.Scalar> act = ask.scalar("may");
            Optional<Node.Scalar> property = ask.scalar("limits");
            if (twin.isEmpty() || act.isPresent() == property.isPresent()) {
                complaints.form(
                        ask,
                        "A question needs `twin` and one of `may` and `limits`.",
                        "Maybe `{twin: Vehicle/v, may: circulate}`.");
                return Optional.empty();
            }
            return question(twin.get(), act, property);
        });
    }

    private Optional<Question> question(Node.Scalar called, Optional<Node.Scalar> act, Optional<Node.Scalar> property) {
        Twin twin = twins.get(called.text());
        if (twin == null) {
            complaints.unknownTwin(called, "a given twin", twins.keySet());
            return Optional.empty();
        }
        String type = twin.type().name();
        return act.isPresent()
                ? known(act.get(), "an act of `" + type + "`", twin.type().acts())
                        .map(name -> Question.may(twin.id(), name))
                : property.flatMap(name -> known(
                                name,
                                "a property of `" + type + "`",
                                twin.type().properties().keySet()))
                        .map(name -> Question.limits(twin.id(), name));
    }

    private Optional<String> known(Node.Scalar name, String kind, Collection<String> names) {
        if (!names.contains(name.text())) {
            complaints.unknown(name, kind, names);
            return Optional.empty();
        }
        return Optional.of(name.text());
    }
}
