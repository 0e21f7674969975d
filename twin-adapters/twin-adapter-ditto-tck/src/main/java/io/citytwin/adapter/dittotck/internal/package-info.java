/** A plain client of Ditto: HTTP, WebSocket and server-sent events, with a deadline on everything. */
@NullMarked
package io.citytwin.adapter.dittotck.internal;

import org.jspecify.annotations.NullMarked;
