package io.citytwin.rules.internal.grammar;

/**
 * A term of a sum, or a factor of the term before it. Immutable.
 *
 * @param minus whether it is subtracted
 * @param operand the number
 * @param part what it is in the sum
 */
public record Signed(boolean minus, Rule.Operand operand, Part part) {

    /** What a number is in a sum. Immutable. */
    public enum Part {
        /** A term, or the first factor of one. */
        TERM,
        /** So many percent of the first term. */
        SHARE,
        /** The term before it is multiplied by it. */
        TIMES,
        /** The term before it is divided by it. */
        OVER
    }
}
