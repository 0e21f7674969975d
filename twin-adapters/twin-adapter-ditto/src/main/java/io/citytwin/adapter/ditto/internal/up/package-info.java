/** From the graph to Ditto: observations and own data, coalesced into merges. */
@NullMarked
package io.citytwin.adapter.ditto.internal.up;

import org.jspecify.annotations.NullMarked;
