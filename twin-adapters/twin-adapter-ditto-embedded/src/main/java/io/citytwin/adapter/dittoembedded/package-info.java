/** A Ditto-compatible endpoint in one process: {@link io.citytwin.adapter.dittoembedded.EmbeddedDitto}. */
@NullMarked
package io.citytwin.adapter.dittoembedded;

import org.jspecify.annotations.NullMarked;
