/**
 * Devices that exist only in memory: each value is a function of a seed and the city's time, directives are obeyed and
 * acknowledged.
 */
@NullMarked
package io.citytwin.adapter.simulated;

import org.jspecify.annotations.NullMarked;
