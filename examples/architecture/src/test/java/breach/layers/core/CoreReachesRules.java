package breach.layers.core;

import breach.layers.rules.Engine;

public record CoreReachesRules(Engine engine) {}
