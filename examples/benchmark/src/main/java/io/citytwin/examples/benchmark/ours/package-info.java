/** The library itself, measured beside the others. */
@NullMarked
package io.citytwin.examples.benchmark.ours;

import org.jspecify.annotations.NullMarked;
