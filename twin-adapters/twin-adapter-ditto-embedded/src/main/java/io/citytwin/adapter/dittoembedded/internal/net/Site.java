package io.citytwin.adapter.dittoembedded.internal.net;

import io.citytwin.adapter.dittoembedded.EmbeddedLimits;
import io.citytwin.adapter.dittoembedded.internal.http.Api;
import java.util.concurrent.Executor;

/**
 * What all connections share. Immutable.
 *
 * @param api answers requests
 * @param sessions opens sessions
 * @param logins recognise callers
 * @param origins keep other sites away
 * @param limits what is taken
 * @param tally counts
 * @param workers do what may take a while
 */
record Site(
        Api api,
        SessionFactory sessions,
        Logins logins,
        Origins origins,
        EmbeddedLimits limits,
        Tally tally,
        Executor workers) {}
