/** Calls and their answers as OCPP-J writes them, and which of them are under way. */
@NullMarked
package io.citytwin.adapter.ocpp.internal.rpc;

import org.jspecify.annotations.NullMarked;
