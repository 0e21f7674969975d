/** Measures engines that keep the findings of a city. */
@NullMarked
package io.citytwin.examples.benchmark;

import org.jspecify.annotations.NullMarked;
