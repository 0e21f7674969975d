/**
 * All twins of a city: {@link io.citytwin.core.graph.TwinGraph} holds their current values and relations, finds them by
 * place, and tells what changes. {@code Inventory} reads them from files.
 */
@NullMarked
package io.citytwin.core.graph;

import org.jspecify.annotations.NullMarked;
