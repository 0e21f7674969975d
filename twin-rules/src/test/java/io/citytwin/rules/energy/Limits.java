package io.citytwin.rules.energy;

import io.citytwin.core.asset.AssetTypes;
import io.citytwin.core.model.Quantity;
import io.citytwin.core.model.TwinId;
import io.citytwin.rules.RegulationEngine;
import io.citytwin.rules.bundle.RegulationBundle;
import io.citytwin.rules.directive.ActuatorId;
import io.citytwin.rules.directive.Award;
import io.citytwin.rules.directive.RegulationGovernor;
import java.nio.file.Path;
import java.time.Instant;

/** Limits as a real rule sets them. */
final class Limits {

    private static final Instant WHEN = Instant.parse("2026-01-12T12:00:00Z");

    private Limits() {}

    /** What a rule that caps a district's load makes of it: 100 kW. */
    static Award ruled() {
        RegulationBundle bundle = RegulationBundle.directory(Path.of("src/test/resources/energy"));
        AssetTypes types = AssetTypes.builtIn();
        try (RegulationEngine engine =
                        RegulationEngine.builder().regulations(bundle).build();
                RegulationGovernor governor = RegulationGovernor.of(engine)) {
            engine.put(
                    types.twin("xx:region", "Region").with("code", "XX-1"),
                    types.twin("xx:province", "Province").with("region", "xx:region"),
                    types.twin("xx:town", "Municipality").with("province", "xx:province"),
                    types.twin("xx:old-town", "District").with("place", "xx:town"));
            governor.step(WHEN);
            ActuatorId load = new ActuatorId(TwinId.of("xx:old-town"), DistrictEnergy.BUDGET);
            return governor.ledger().entries().stream()
                    .filter(entry -> entry.actuator().equals(load))
                    .findFirst()
                    .flatMap(entry -> entry.award())
                    .orElseThrow();
        }
    }

    /** The same with another value. */
    static Award like(Award ruled, Quantity value) {
        return new Award(ruled.winner(), value, ruled.losers(), ruled.raisedBy());
    }
}
