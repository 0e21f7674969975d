/**
 * A city made out of files: {@link io.citytwin.examples.milan.city.City} reads a folder with {@code city.json}, an
 * inventory and the city's own regulations; {@link io.citytwin.examples.milan.city.Fleet} and
 * {@link io.citytwin.examples.milan.city.Traffic} make what nobody may list. No class here knows a city by name.
 */
@NullMarked
package io.citytwin.examples.milan.city;

import org.jspecify.annotations.NullMarked;
