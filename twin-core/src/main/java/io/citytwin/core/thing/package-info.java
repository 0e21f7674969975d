/**
 * The Thing form of twins: JSON as Eclipse Ditto and the W3C Web of Things keep it. {@link io.citytwin.core.thing.ThingForm}
 * writes twins, observations and directives as parts of a Thing, and reads what others wrote there.
 */
@NullMarked
package io.citytwin.core.thing;

import org.jspecify.annotations.NullMarked;
