/** Runs each engine in machines of its own, and writes what came of it as a table and a plot. */
@NullMarked
package io.citytwin.examples.benchmark.measure;

import org.jspecify.annotations.NullMarked;
