package io.citytwin.rules.internal.grammar;

import io.citytwin.core.model.Unit;
import io.citytwin.core.model.ValueType;
import java.util.List;
import java.util.Optional;

/**
 * A kind of fact that rules can match, generated from asset types, declared state and parameters. Immutable.
 *
 * @param name what rules call it
 * @param origin where its facts come from
 * @param slots its properties in slot order
 */
public record FactType(String name, Origin origin, List<Slot> slots) {

    /** Copies the slots. */
    public FactType {
        slots = List.copyOf(slots);
    }

    /** Where the facts of a type come from. */
    public enum Origin {
        /** A twin of the city. */
        ASSET,
        /** The parameters of a regulation, one fact. */
        LAW,
        /** The rows of a dated table. */
        TABLE
    }

    /**
     * A property of a fact.
     *
     * @param name what rules call it
     * @param kind what it holds
     */
    public record Slot(String name, Kind kind) {}

    /** What a property holds; behind each the Java type of its cell. */
    public sealed interface Kind {}

    /**
     * BigDecimal.
     *
     * @param unit its unit
     */
    public record NumberKind(Unit unit) implements Kind {}

    /** Boolean. A season, weekdays or hours are true while the moment lies in them. */
    public record FlagKind() implements Kind {}

    /**
     * Integer, the position in the list.
     *
     * @param of the list
     */
    public record NameKind(ValueType.Names of) implements Kind {}

    /**
     * BitSet of positions in the list; rules ask with {@code in}.
     *
     * @param of the list
     */
    public record NamesKind(ValueType.Names of) implements Kind {}

    /**
     * String, the role of a twin in the question. {@code id} is the twin itself.
     *
     * @param assetType of the twin
     */
    public record KeyKind(String assetType) implements Kind {}

    /** String that rules cannot compare. */
    public record TextKind() implements Kind {}

    /**
     * The slot of a property.
     *
     * @param property what rules call it
     * @return 0-based, or empty
     */
    public Optional<Integer> slotOf(String property) {
        for (int slot = 0; slot < slots.size(); slot++) {
            if (slots.get(slot).name().equals(property)) {
                return Optional.of(slot);
            }
        }
        return Optional.empty();
    }
}
