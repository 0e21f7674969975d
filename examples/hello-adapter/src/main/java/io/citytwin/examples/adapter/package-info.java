/** The smallest adapter that keeps its contract, ready to be copied. */
@NullMarked
package io.citytwin.examples.adapter;

import org.jspecify.annotations.NullMarked;
