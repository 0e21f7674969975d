/** From Ditto to the city: snapshot, events, gaps, answers. */
@NullMarked
package io.citytwin.adapter.ditto.internal.down;

import org.jspecify.annotations.NullMarked;
