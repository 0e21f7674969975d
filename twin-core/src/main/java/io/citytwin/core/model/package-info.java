/**
 * The immutable words of the twin side: a {@link io.citytwin.core.model.TwinId} names a twin, an
 * {@link io.citytwin.core.model.Observation} says one {@link io.citytwin.core.model.Value} of one property with its
 * time, source and quality, a {@link io.citytwin.core.model.Twin} is what is known of one twin together.
 */
@NullMarked
package io.citytwin.core.model;

import org.jspecify.annotations.NullMarked;
