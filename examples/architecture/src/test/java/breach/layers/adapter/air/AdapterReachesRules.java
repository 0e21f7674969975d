package breach.layers.adapter.air;

import breach.layers.rules.Engine;

public record AdapterReachesRules(Engine engine) {}
