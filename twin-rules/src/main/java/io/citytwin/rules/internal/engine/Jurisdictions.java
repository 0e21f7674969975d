package io.citytwin.rules.internal.engine;

import io.citytwin.core.model.Twin;
import io.citytwin.core.model.Value;
import io.citytwin.core.model.ValueType;
import io.citytwin.rules.regulation.Regulation;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Whether a regulation holds where a twin is: read along its relations up to the region. For one thread at a time.
 */
final class Jurisdictions {

    private final CityView city;

    Jurisdictions(CityView city) {
        this.city = city;
    }

    /**
     * The answer.
     *
     * @param holds yes or no; empty if what is missing would decide
     * @param missing relations or codes that are not known
     */
    record Holds(Optional<Boolean> holds, SortedSet<String> missing) {}

    Holds of(Regulation regulation, Twin subject) {
        // A two-letter code is a whole state; every city of an engine lies in the state of its regulations.
        if (regulation.jurisdiction().length() == 2) {
            return new Holds(Optional.of(true), new TreeSet<>());
        }
        Set<String> codes = new HashSet<>();
        SortedSet<String> missing = new TreeSet<>();
        walk(subject, "", codes, missing);
        if (codes.contains(regulation.jurisdiction())) {
            return new Holds(Optional.of(true), new TreeSet<>());
        }
        return new Holds(missing.isEmpty() ? Optional.of(false) : Optional.empty(), missing);
    }

    private void walk(Twin twin, String path, Set<String> codes, SortedSet<String> missing) {
        boolean leads = false;
        for (Map.Entry<String, ValueType> property : twin.type().properties().entrySet()) {
            if (property.getValue() instanceof ValueType.Relation) {
                leads = true;
                step(twin, property.getKey(), path, codes, missing);
            }
        }
        Optional<Value> code = twin.value("code");
        code.ifPresent(value -> codes.add(value.toString()));
        if (!leads && code.isEmpty()) {
            missing.add(path + "code");
        }
    }

    private void step(Twin twin, String relation, String path, Set<String> codes, SortedSet<String> missing) {
        Optional<Twin> target = twin.value(relation)
                .filter(Value.Ref.class::isInstance)
                .flatMap(value -> city.twin(((Value.Ref) value).target()));
        target.ifPresentOrElse(
                next -> walk(next, path + relation + ".", codes, missing), () -> missing.add(path + relation));
    }
}
