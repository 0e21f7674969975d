package io.citytwin.adapter.dittoembedded.internal.ws;

import io.citytwin.adapter.dittoembedded.internal.live.LiveHub;
import io.citytwin.adapter.dittoembedded.internal.policy.Policies;
import io.citytwin.adapter.dittoembedded.internal.search.Rql;
import io.citytwin.adapter.dittoembedded.internal.search.Search;
import io.citytwin.adapter.dittoembedded.internal.twin.Things;
import java.util.concurrent.ScheduledExecutorService;

/**
 * What sessions work with. Immutable.
 *
 * @param things all Things
 * @param policies all policies
 * @param search finds Things
 * @param rql reads filters
 * @param hub tells of events and carries messages
 * @param timer ends what is idle; it should forget cancelled tasks at once
 */
public record Backend(
        Things things, Policies policies, Search search, Rql rql, LiveHub hub, ScheduledExecutorService timer) {}
