package breach.layers.rules;

import breach.layers.adapter.air.Air;

public record RulesReachAdapter(Air air) {}
