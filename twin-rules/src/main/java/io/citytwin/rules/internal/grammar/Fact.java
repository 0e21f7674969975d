package io.citytwin.rules.internal.grammar;

import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What rules see of one twin, of the law or of one table row. Equal facts are the same to every rule. Immutable.
 *
 * <p>A cell is what {@link FactType.Kind} says, null if no rule of the group reads it.
 */
public final class Fact {

    /** A cell that meets every comparison: stands in for a row of a table that was not read. */
    public static final Object ANYTHING = new Object() {
        @Override
        public String toString() {
            return "anything";
        }
    };

    private final FactType type;
    private final String role;
    private final @Nullable Object[] cells;
    /** Facts of the law are looked up with each twin. */
    private final int hash;

    /**
     * Makes a fact.
     *
     * @param type its kind
     * @param role what it is in the question, such as {@code self.place}; never a twin's own id
     * @param cells one for each slot of the type; not copied, not to be changed
     */
    public Fact(FactType type, String role, @Nullable Object[] cells) {
        this.type = type;
        this.role = role;
        this.cells = cells;
        this.hash = 31 * Objects.hash(type.name(), role) + Arrays.hashCode(cells);
    }

    /**
     * Its kind.
     *
     * @return the fact type
     */
    public FactType type() {
        return type;
    }

    /**
     * What it is in the question.
     *
     * @return such as {@code self.place}
     */
    public String role() {
        return role;
    }

    /**
     * A cell.
     *
     * @param slot 0-based
     * @return the cell, or null if no rule reads it
     */
    public @Nullable Object cell(int slot) {
        return cells[slot];
    }

    /**
     * The same fact with other cells in some slots.
     *
     * @param slot whose cell changes
     * @param value the new cell
     * @return a new fact
     */
    public Fact with(int slot, Object value) {
        @Nullable Object[] changed = cells.clone();
        changed[slot] = value;
        return new Fact(type, role, changed);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other == this
                || other instanceof Fact fact
                        && hash == fact.hash
                        && role.equals(fact.role)
                        && type.name().equals(fact.type.name())
                        && Arrays.equals(cells, fact.cells);
    }

    @Override
    public int hashCode() {
        return hash;
    }

    @Override
    public String toString() {
        return type.name() + "[" + role + "]" + Arrays.toString(cells);
    }
}
