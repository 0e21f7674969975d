package io.citytwin.rules.internal.grammar;

import io.citytwin.rules.regulation.Place;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A rule with every name resolved. Immutable.
 *
 * @param name as in the file, {@code provision} or {@code provision/variant}
 * @param provision name of the provision that its findings carry
 * @param lifts names of the provisions that a lift lifts
 * @param spends the counter that a lift or a fee spends
 * @param conditions in file order; law that operands name directly comes first, as a condition of its own
 * @param action what it says
 * @param place of the rule's name
 */
public record Rule(
        String name,
        String provision,
        List<String> lifts,
        Optional<String> spends,
        List<Condition> conditions,
        Action action,
        Place place) {

    /** Copies the lists. */
    public Rule {
        lifts = List.copyOf(lifts);
        conditions = List.copyOf(conditions);
    }

    /** How often a fact must match. */
    public enum Quantifier {
        /** Once for each fact that matches. */
        EACH,
        /** No fact may match. */
        NOT,
        /** At least one must match. */
        EXISTS
    }

    /**
     * A pattern.
     *
     * @param quantifier how often it must match
     * @param type of the facts
     * @param test what a fact must meet; {@link All} of nothing is always met
     * @param place of the pattern
     */
    public record Condition(Quantifier quantifier, FactType type, Test test, Place place) {}

    /** What a fact must meet. */
    public sealed interface Test {}

    /**
     * All must be met.
     *
     * @param tests the parts
     */
    public record All(List<Test> tests) implements Test {}

    /**
     * At least one must be met.
     *
     * @param tests the parts
     */
    public record Any(List<Test> tests) implements Test {}

    /**
     * A flag must be true.
     *
     * @param slot of the pattern's own fact
     * @param place of the property
     */
    public record IsTrue(int slot, Place place) implements Test {}

    /**
     * Two cells are compared.
     *
     * @param slot left side, of the pattern's own fact
     * @param operator how
     * @param right right side
     * @param place of the left side
     */
    public record Compare(int slot, Operator operator, Operand right, Place place) implements Test {}

    /** How cells are compared; {@code IN} asks whether a name is one of several. */
    public enum Operator {
        EQUAL("=="),
        NOT_EQUAL("!="),
        LESS("<"),
        AT_MOST("<="),
        MORE(">"),
        AT_LEAST(">="),
        IN("in"),
        NOT_IN("not in");

        private final String sign;

        Operator(String sign) {
            this.sign = sign;
        }

        /**
         * As in rules.
         *
         * @return such as {@code <=}
         */
        public String sign() {
            return sign;
        }
    }

    /** The right side of a comparison, or a part of a sum. */
    public sealed interface Operand {}

    /**
     * A cell of a fact that an earlier (or, in a test, the same) condition matched.
     *
     * @param condition position in {@link Rule#conditions}; always of quantifier {@code EACH}, or the pattern's own
     * @param slot of that fact
     */
    public record CellOf(int condition, int slot) implements Operand {}

    /**
     * A constant: BigDecimal, Boolean, Integer (position of a name) or BitSet (positions of several names).
     *
     * @param value the cell
     * @param text as in the rule
     */
    public record Constant(Object value, String text) implements Operand {}

    /** What a rule says. */
    public sealed interface Action {
        /**
         * Whom it is about.
         *
         * @return position in {@link Rule#conditions} of an {@code EACH} condition on an asset
         */
        int subject();

        /**
         * The terms of all sums that it says.
         *
         * @return none if it says no number
         */
        default List<Signed> terms() {
            return List.of();
        }

        /**
         * The property whose actuator it claims.
         *
         * @return of a limit, a floor or a claim, else empty
         */
        default Optional<String> claimed() {
            if (this instanceof Cap cap) {
                return Optional.of(cap.property());
            } else if (this instanceof Floor floor) {
                return Optional.of(floor.property());
            }
            return this instanceof Claim claim ? Optional.of(claim.property()) : Optional.empty();
        }

        /**
         * The level that it moves.
         *
         * @return empty if it moves none
         */
        default Optional<String> movedLevel() {
            if (this instanceof Raise raise) {
                return Optional.of(raise.level());
            }
            return this instanceof Clear clear ? Optional.of(clear.level()) : Optional.empty();
        }
    }

    /**
     * A level should be at least in this state.
     *
     * @param subject carries the level
     * @param level name of the level
     * @param state position among its states
     */
    public record Raise(int subject, String level, int state) implements Action {}

    /**
     * A level should be in its lowest state.
     *
     * @param subject carries the level
     * @param level name of the level
     */
    public record Clear(int subject, String level) implements Action {}

    /**
     * An act is forbidden.
     *
     * @param subject who may not
     * @param act the act's name
     */
    public record Forbid(int subject, String act) implements Action {}

    /**
     * A ban is lifted, for the provisions in {@link Rule#lifts} only.
     *
     * @param subject who may
     * @param act the act's name
     */
    public record Lift(int subject, String act) implements Action {}

    /**
     * A property may not exceed a limit.
     *
     * @param subject whose property
     * @param property the property's name
     * @param limit sum of terms, in the property's unit
     * @param tolerance sum of terms; empty for none
     */
    public record Cap(int subject, String property, List<Signed> limit, List<Signed> tolerance) implements Action {
        @Override
        public List<Signed> terms() {
            return Stream.concat(limit.stream(), tolerance.stream()).toList();
        }
    }

    /**
     * A device may never take less.
     *
     * @param subject whose device
     * @param property the actuator's property
     * @param least sum of terms, in the property's unit
     */
    public record Floor(int subject, String property, List<Signed> least) implements Action {
        @Override
        public List<Signed> terms() {
            return least;
        }
    }

    /**
     * A fee is due for an act.
     *
     * @param subject who pays
     * @param act the act's name
     * @param fee sum of terms, in EUR
     */
    public record Charge(int subject, String act, List<Signed> fee) implements Action {
        @Override
        public List<Signed> terms() {
            return fee;
        }
    }

    /**
     * A property comes to a number.
     *
     * @param subject whose property
     * @param property the property's name
     * @param amount sum of products
     * @param percent whether the sum is a ratio and the property is in %
     */
    public record Compute(int subject, String property, List<Signed> amount, boolean percent) implements Action {
        @Override
        public List<Signed> terms() {
            return amount;
        }
    }

    /**
     * A flag must be yes.
     *
     * @param subject whose property
     * @param property the property's name
     */
    public record Require(int subject, String property) implements Action {}

    /**
     * A device should take a value.
     *
     * @param subject whose device
     * @param property the actuator's property
     * @param value what it should take
     */
    public record Claim(int subject, String property, Wanted value) implements Action {
        @Override
        public List<Signed> terms() {
            return value instanceof Wanted.Amount amount ? amount.sum() : List.of();
        }
    }
}
