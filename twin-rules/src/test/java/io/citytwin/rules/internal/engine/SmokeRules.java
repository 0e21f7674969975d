package io.citytwin.rules.internal.engine;

import io.citytwin.rules.RegulationEngine;
import io.citytwin.rules.bundle.RegulationBundle;
import io.citytwin.rules.regulation.Regulation;
import java.nio.file.Path;
import java.util.List;

/** The made-up regulations that the engine's tests apply. */
final class SmokeRules {

    static final String ID = "xx.northland.smoke";

    private SmokeRules() {}

    static List<Regulation> regulations() {
        RegulationBundle bundle = RegulationBundle.directory(Path.of("src/test/resources/engine"));
        if (!bundle.report().isClean()) {
            throw new IllegalStateException(bundle.report().text());
        }
        return bundle.regulations();
    }

    static RegulationEngine engine(int shards) {
        return RegulationEngine.builder()
                .regulations(regulations())
                .shards(shards)
                .build();
    }
}
