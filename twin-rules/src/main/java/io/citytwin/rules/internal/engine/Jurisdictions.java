package io.citytwin.rules.internal.engine;

import io.citytwin.core.model.Twin;
import io.citytwin.core.model.TwinId;
import io.citytwin.core.model.Value;
import io.citytwin.rules.regulation.Regulation;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Whether a regulation holds where a twin is: read along the relations that say where it is, and
 * the zones whose ground it is on. For one thread at a time.
 */
final class Jurisdictions {

    /** The property by which areas say what they are. */
    static final String CODE = "code";

    private final CityView city;
    private final Set<TwinId> onTheWay = new HashSet<>();
    private @Nullable Where last;

    /** The codes of all areas that a twin is in, and what is not known of them. */
    private record Where(Twin twin, Set<String> codes, SortedSet<String> missing) {}

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
        Where where = whereIs(subject);
        if (where.codes().contains(regulation.jurisdiction())) {
            return new Holds(Optional.of(true), new TreeSet<>());
        }
        return new Holds(where.missing().isEmpty() ? Optional.of(false) : Optional.empty(), where.missing());
    }

    /** Many regulations are asked about one twin. Another copy of it would only be walked once more. */
    @SuppressWarnings("ReferenceEquality")
    private Where whereIs(Twin subject) {
        if (last == null || last.twin() != subject) {
            last = new Where(subject, new HashSet<>(), new TreeSet<>());
            walk(subject, "", last.codes(), last.missing());
        }
        return last;
    }

    /** Areas that somebody told to lie in each other are walked once around. */
    private void walk(Twin twin, String path, Set<String> codes, SortedSet<String> missing) {
        if (!onTheWay.add(twin.id())) {
            return;
        }
        Optional<Value> code = twin.value(CODE);
        code.ifPresent(value -> codes.add(value.toString()));
        twin.zones().stream()
                .flatMap(zone -> city.twin(zone).stream())
                .flatMap(zone -> zone.value(CODE).stream())
                .forEach(value -> codes.add(value.toString()));
        if (twin.type().within().isEmpty() && code.isEmpty()) {
            missing.add(path + CODE);
        }
        twin.type().within().forEach(relation -> step(twin, relation, path, codes, missing));
        onTheWay.remove(twin.id());
    }

    private void step(Twin twin, String relation, String path, Set<String> codes, SortedSet<String> missing) {
        Optional<Twin> target = twin.value(relation)
                .filter(Value.Ref.class::isInstance)
                .flatMap(value -> city.twin(((Value.Ref) value).target()));
        target.ifPresentOrElse(
                next -> walk(next, path + relation + ".", codes, missing), () -> missing.add(path + relation));
    }
}
