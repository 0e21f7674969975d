package breach.layers.adapter.air;

import breach.layers.core.Thing;

public record Air(Thing thing) {}
