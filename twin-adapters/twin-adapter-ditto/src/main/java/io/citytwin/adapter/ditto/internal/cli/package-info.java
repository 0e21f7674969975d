/** The tools of this module. */
@NullMarked
package io.citytwin.adapter.ditto.internal.cli;

import org.jspecify.annotations.NullMarked;
