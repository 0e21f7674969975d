package breach.internals.adapter.tram;

import breach.internals.adapter.bus.internal.Wire;

public record Neighbour(Wire wire) {}
