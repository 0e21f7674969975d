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

    private static final String TWIN = "twin";
    private static final List<String> KEYS = List.of(TWIN, "may", "through", "limits");

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
     * @param node keys {@code twin} and one of {@code may}, {@code through} and {@code limits}
     * @return the question, or empty after a complaint
     */
    public Optional<Question> read(Node node) {
        return complaints.mapping(node, "{twin: Vehicle/v, may: circulate}").flatMap(ask -> {
            complaints.keys(ask, KEYS);
            Optional<Twin> twin = ask.scalar(TWIN).flatMap(this::given);
            long asked = ask.entries().stream()
                    .map(entry -> entry.key().text())
                    .filter(KEYS::contains)
                    .filter(key -> !key.equals(TWIN))
                    .count();
            if (ask.scalar(TWIN).isEmpty() || asked != 1) {
                complaints.form(
                        ask,
                        "A question needs `twin` and one of `may`, `through` and `limits`.",
                        "Maybe `{twin: Vehicle/v, may: circulate}`.");
                return Optional.empty();
            }
            return twin.flatMap(subject -> question(subject, ask));
        });
    }

    private Optional<Twin> given(Node.Scalar called) {
        Optional<Twin> twin = Optional.ofNullable(twins.get(called.text()));
        if (twin.isEmpty()) {
            complaints.unknownTwin(called, "a given twin", twins.keySet());
        }
        return twin;
    }

    private Optional<Question> question(Twin twin, Node.Mapping ask) {
        String type = twin.type().name();
        Optional<Question> act = ask.scalar("may")
                .flatMap(name ->
                        known(name, "an act of `" + type + "`", twin.type().acts()))
                .map(name -> Question.may(twin.id(), name));
        Optional<Question> passage =
                ask.scalar("through").flatMap(this::given).map(gate -> Question.passage(twin.id(), gate.id()));
        Optional<Question> limits = ask.scalar("limits")
                .flatMap(name -> known(
                        name,
                        "a property of `" + type + "`",
                        twin.type().properties().keySet()))
                .map(name -> Question.limits(twin.id(), name));
        return act.or(() -> passage).or(() -> limits);
    }

    private Optional<String> known(Node.Scalar name, String kind, Collection<String> names) {
        if (!names.contains(name.text())) {
            complaints.unknown(name, kind, names);
            return Optional.empty();
        }
        return Optional.of(name.text());
    }
}
