/** Acknowledgements and live messages. */
@NullMarked
package io.citytwin.adapter.dittoembedded.internal.live;

import org.jspecify.annotations.NullMarked;
