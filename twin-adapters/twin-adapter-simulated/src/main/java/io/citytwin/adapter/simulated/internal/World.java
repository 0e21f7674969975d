package io.citytwin.adapter.simulated.internal;

import io.citytwin.core.model.Location;
import java.time.Instant;

/**
 * What all devices of a simulation share. Immutable.
 *
 * @param seed of all chance
 * @param sky over the city
 * @param centre where devices without a location are
 * @param origin from when energy counts
 */
public record World(Noise seed, Sky sky, Location centre, Instant origin) {}
