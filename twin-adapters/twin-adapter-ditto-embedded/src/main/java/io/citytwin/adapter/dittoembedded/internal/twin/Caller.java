package io.citytwin.adapter.dittoembedded.internal.twin;

import org.eclipse.ditto.base.model.auth.AuthorizationContext;

/**
 * Who asks, on which connection. Immutable.
 *
 * @param session a name of the connection that no other one has; events are not sent to the session that caused them
 * @param subjects who it is, as policies name it
 */
public record Caller(String session, AuthorizationContext subjects) {}
