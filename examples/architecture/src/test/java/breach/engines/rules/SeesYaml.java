package breach.engines.rules;

import org.snakeyaml.engine.v2.api.Load;

record SeesYaml(Load load) {}
