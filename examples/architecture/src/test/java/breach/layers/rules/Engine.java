package breach.layers.rules;

import breach.layers.core.Thing;

public record Engine(Thing thing) {}
