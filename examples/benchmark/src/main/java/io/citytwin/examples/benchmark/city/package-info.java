/** The reference city: its twins, and what happens in it. */
@NullMarked
package io.citytwin.examples.benchmark.city;

import org.jspecify.annotations.NullMarked;
