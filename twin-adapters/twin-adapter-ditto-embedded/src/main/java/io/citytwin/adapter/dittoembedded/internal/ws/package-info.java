/** The Ditto protocol over a WebSocket. */
@NullMarked
package io.citytwin.adapter.dittoembedded.internal.ws;

import org.jspecify.annotations.NullMarked;
