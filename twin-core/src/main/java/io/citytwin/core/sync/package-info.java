/**
 * A city that runs: {@link io.citytwin.core.sync.CityTwin} brings the {@link io.citytwin.core.graph.TwinGraph}, the
 * adapters, the {@link io.citytwin.core.spi.Governor} and the {@link io.citytwin.core.spi.Journal} together. Inputs are
 * taken one at a time in the order of their moments; at the end of each step the governor's directives are written down,
 * sent, sent again if no answer comes, and raised if none ever does. What became of each is a
 * {@link io.citytwin.core.sync.DirectiveRecord}. Nothing here knows any law.
 */
@NullMarked
package io.citytwin.core.sync;

import org.jspecify.annotations.NullMarked;
