/** The shipped rules written for Drools, in two ways. */
@NullMarked
package io.citytwin.examples.benchmark.drools;

import org.jspecify.annotations.NullMarked;
