/** Policies, Things and definitions of a graph. */
@NullMarked
package io.citytwin.adapter.ditto.internal.provision;

import org.jspecify.annotations.NullMarked;
