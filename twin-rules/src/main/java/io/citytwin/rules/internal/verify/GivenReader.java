package io.citytwin.rules.internal.verify;

import io.citytwin.core.model.AssetType;
import io.citytwin.core.model.Twin;
import io.citytwin.core.model.TwinId;
import io.citytwin.core.model.Value;
import io.citytwin.core.model.ValueType;
import io.citytwin.core.model.Values;
import io.citytwin.core.signal.Input;
import io.citytwin.rules.error.RulesError;
import io.citytwin.rules.internal.yaml.Node;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Reads what is given: twins with their values, and what was told for each day. For one thread at a time. */
public final class GivenReader {

    private static final String TWIN = "`Type/name`, such as `Vehicle/v`";

    private static final String LABEL = "label";
    private static final String ZONES = "zones";
    private static final String ZONE = "Zone";

    private final City city;
    private final Complaints complaints;
    private final SortedMap<String, Subject> subjects = new TreeMap<>();

    /**
     * Reads for one city.
     *
     * @param city law and asset types
     * @param complaints told of everything wrong
     */
    public GivenReader(City city, Complaints complaints) {
        this.city = city;
        this.complaints = complaints;
    }

    /**
     * Reads all twins and inputs.
     *
     * @param given {@code Type/name} to values
     * @return what could be understood
     */
    public Scenario read(Node.Mapping given) {
        for (Node.Entry entry : given.entries()) {
            subject(entry).ifPresentOrElse(subject -> subjects.put(subject.called(), subject), complaints::spoilTwins);
        }
        SortedMap<String, Twin> named = new TreeMap<>();
        List<Twin> implied = new ArrayList<>();
        List<Input> inputs = new ArrayList<>();
        for (Subject subject : subjects.values()) {
            DailyReader daily = new DailyReader(city, complaints, subject);
            named.put(subject.called(), twin(subject, daily));
            implied.addAll(daily.stations());
            inputs.addAll(daily.inputs());
        }
        implied.addAll(new ImpliedRegion(city, subjects).complete(named));
        return new Scenario(named, implied, inputs);
    }

    private Optional<Subject> subject(Node.Entry entry) {
        String called = entry.key().text();
        int slash = called.indexOf('/');
        if (slash < 1 || slash == called.length() - 1) {
            complaints.error(
                    RulesError.CASE,
                    entry.key().place(),
                    Complaints.quoted(called) + " does not name a twin.",
                    "Maybe write " + TWIN + ".");
            return Optional.empty();
        }
        Optional<AssetType> type = city.assets().find(called.substring(0, slash));
        if (type.isEmpty()) {
            Node.Scalar name = new Node.Scalar(
                    called.substring(0, slash), true, entry.key().place());
            complaints.unknown(
                    name,
                    "an asset type",
                    city.assets().all().stream().map(AssetType::name).toList());
            return Optional.empty();
        }
        Optional<TwinId> id = complaints.reading(
                entry.key().place(), () -> Subject.idOf(type.get().name(), called.substring(slash + 1)));
        Optional<Node.Mapping> values = complaints.mapping(entry.value(), called + ": {property: value}");
        return id.isEmpty() || values.isEmpty()
                ? Optional.empty()
                : Optional.of(new Subject(called, type.get(), id.get(), values.get()));
    }

    private Twin twin(Subject subject, DailyReader daily) {
        Twin twin = labelled(subject);
        for (Node.Entry entry : subject.values().entries()) {
            String name = entry.key().text();
            ValueType type = subject.type().properties().get(name);
            if (name.equals(ZONES)) {
                twin = twin.in(zones(entry.value()));
            } else if (type == null || entry.value() instanceof Node.Mapping) {
                daily.read(entry);
            } else if (!Told.isMissing(entry.value())) {
                Optional<Value> value = value(type, entry.value());
                if (value.isPresent()) {
                    twin = twin.with(name, value.get());
                }
            }
        }
        return twin;
    }

    /** The zones on whose ground it is. */
    private SortedSet<TwinId> zones(Node node) {
        Collection<Node> names = node instanceof Node.Items list ? list.items() : List.of(node);
        return names.stream()
                .flatMap(name -> complaints.scalar(name, "a given zone, or a list such as `[inner, outer]`").stream())
                .flatMap(name -> related(ZONE, name).stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** People call it what the case calls it. */
    private static Twin labelled(Subject subject) {
        Twin twin = Twin.of(subject.id(), subject.type());
        return subject.type().properties().get(LABEL) instanceof ValueType.Words
                ? twin.with(LABEL, new Value.Text(subject.name()))
                : twin;
    }

    private Optional<Value> value(ValueType type, Node node) {
        return complaints
                .scalar(node, "a value of the property")
                .flatMap(text -> type instanceof ValueType.Relation to
                        ? related(to.assetType(), text).map(Value.Ref::new)
                        : complaints.reading(text.place(), () -> Values.read(type, text.text())));
    }

    private Optional<TwinId> related(String type, Node.Scalar name) {
        if (name.text().contains(":")) {
            return complaints.reading(name.place(), () -> TwinId.of(name.text()));
        }
        Optional<TwinId> target =
                Optional.ofNullable(subjects.get(type + "/" + name.text())).map(Subject::id);
        if (target.isEmpty()) {
            List<String> names = subjects.values().stream()
                    .filter(subject -> subject.type().name().equals(type))
                    .map(Subject::name)
                    .toList();
            complaints.unknownTwin(name, "a given `" + type + "`", names);
        }
        return target;
    }
}
