package io.citytwin.examples.benchmark.city;

import com.google.common.primitives.ImmutableDoubleArray;
import com.google.common.primitives.ImmutableIntArray;
import io.citytwin.core.model.Value;
import java.util.List;
import java.util.OptionalInt;

/**
 * A property of a kind of twins, and all values that it takes in this city. Immutable.
 *
 * @param kind of twins that have it
 * @param index its place among the columns of its kind
 * @param property its name
 * @param values all that it can be; updates name them by their place in this list
 * @param codes the same values as numbers: of a name its place in its list, of a flag 0 or 1, of a town its number
 * @param habit how it starts and how it changes
 */
public record Column(
        Kind kind, int index, String property, List<Value> values, ImmutableDoubleArray codes, Habit habit) {

    /**
     * How a property starts and how it changes. Immutable.
     *
     * @param rate how often it changes, against the other properties of its kind
     * @param walks whether it goes to a value nearby, as readings do, and not to any other
     * @param weights how often it is each of its values at the start, summed up; empty if all are as likely
     * @param follows the column of the same kind that it follows at the start
     * @param followed the value at the start for each value of the followed column
     */
    public record Habit(
            double rate, boolean walks, ImmutableIntArray weights, OptionalInt follows, ImmutableIntArray followed) {}

    /** What an update with one of the values says, as a number. */
    public double code(int value) {
        return codes.get(value);
    }
}
