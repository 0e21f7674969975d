package io.citytwin.adapter.dittoembedded.internal.http;

import io.citytwin.adapter.dittoembedded.internal.live.Commands;
import io.citytwin.adapter.dittoembedded.internal.live.Messages;
import io.citytwin.adapter.dittoembedded.internal.policy.Policies;
import io.citytwin.adapter.dittoembedded.internal.search.Rql;
import io.citytwin.adapter.dittoembedded.internal.search.Search;
import io.citytwin.adapter.dittoembedded.internal.twin.Things;

/**
 * What the routes lead to. Immutable.
 *
 * @param things all Things
 * @param policies all policies
 * @param commands on Things, with acknowledgements
 * @param messages live ones
 * @param search over Things
 * @param rql reads filters
 */
public record Services(
        Things things, Policies policies, Commands commands, Messages messages, Search search, Rql rql) {}
