/** Sockets: TLS, logins, WebSockets, and how much of them is taken. */
@NullMarked
package io.citytwin.adapter.ocpp.internal.net;

import org.jspecify.annotations.NullMarked;
