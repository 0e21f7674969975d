/** The shipped folders that all engines apply, read through the public API. */
@NullMarked
package io.citytwin.examples.benchmark.law;

import org.jspecify.annotations.NullMarked;
