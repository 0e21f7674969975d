package breach.engines.rules.internal.yaml;

import org.snakeyaml.engine.v2.api.Load;

public record Reader(Load load) {}
