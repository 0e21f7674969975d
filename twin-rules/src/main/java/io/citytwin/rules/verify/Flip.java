package io.citytwin.rules.verify;

import io.citytwin.core.model.Value;
import io.citytwin.rules.Cell;
import java.util.Optional;

/**
 * One thing that would change an answer all by itself. Immutable.
 *
 * <p>Of numbers and of names with an order, it is the nearest value on its side. A number is given as the first one
 * beyond the limit that can be written with the decimals of its indicator, or else with those of value and limit, at
 * least one; what is counted is whole.
 *
 * @param cell what would be different
 * @param now what it holds; empty if nobody knows
 * @param value what it would hold
 * @param keeps one cell less: the last value on the way that changes nothing yet; empty if there is no way, because
 *     nobody knows where it starts
 * @param then what would come out
 * @param <T> what comes out, such as an {@link Answer}
 */
public record Flip<T>(Cell cell, Optional<Value> now, Value value, Optional<Value> keeps, T then) {}
