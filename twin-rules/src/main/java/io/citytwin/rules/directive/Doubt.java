package io.citytwin.rules.directive;

import io.citytwin.core.model.TwinId;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * A provision of which nobody can say now whether it claims an actuator of a twin. What it claimed when that was last
 * certain stands until it is certain again. Immutable.
 *
 * @param twin whose actuators
 * @param provision its id
 * @param unknown what would decide, such as {@code place.population}
 */
public record Doubt(TwinId twin, String provision, SortedSet<String> unknown) {

    /** Copies the set. */
    public Doubt {
        unknown = Collections.unmodifiableSortedSet(new TreeSet<>(unknown));
    }
}
