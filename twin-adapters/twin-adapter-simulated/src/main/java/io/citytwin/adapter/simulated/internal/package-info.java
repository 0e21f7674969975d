/**
 * How simulated devices behave. A {@link io.citytwin.adapter.simulated.internal.Sky} gives sun, clouds and outdoor
 * temperature of an hour; a {@link io.citytwin.adapter.simulated.internal.Model} for each asset type says what a device
 * shows in a {@link io.citytwin.adapter.simulated.internal.Scene}. Nothing here remembers more than what the device was
 * asked to take and when: all else follows from the seed, the twin and the moment.
 */
@NullMarked
package io.citytwin.adapter.simulated.internal;

import org.jspecify.annotations.NullMarked;
