/** The same law written by hand in plain Java: the fair opponent. */
@NullMarked
package io.citytwin.examples.benchmark.hand;

import org.jspecify.annotations.NullMarked;
