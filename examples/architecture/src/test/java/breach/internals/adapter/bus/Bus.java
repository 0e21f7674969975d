package breach.internals.adapter.bus;

import breach.internals.adapter.bus.internal.Wire;

public record Bus(Wire wire) {}
