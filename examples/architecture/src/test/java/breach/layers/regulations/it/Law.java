package breach.layers.regulations.it;

import breach.layers.rules.Engine;

public record Law(Engine engine) {}
