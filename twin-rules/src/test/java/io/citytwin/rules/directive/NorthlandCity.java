package io.citytwin.rules.directive;

import io.citytwin.core.asset.AssetTypes;
import io.citytwin.core.model.Observation;
import io.citytwin.core.model.Quality;
import io.citytwin.core.model.Quantity;
import io.citytwin.core.model.Twin;
import io.citytwin.core.model.TwinId;
import io.citytwin.core.model.Unit;
import io.citytwin.core.model.Value;
import io.citytwin.core.signal.Input;
import io.citytwin.core.time.CivilCalendar;
import io.citytwin.rules.RegulationEngine;
import io.citytwin.rules.bundle.RegulationBundle;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;

/** A made-up town with lamps, and the law that claims them. */
final class NorthlandCity {

    static final TwinId LAMP = TwinId.of("xx:lamp");

    private NorthlandCity() {}

    static RegulationEngine engine(int shards) {
        RegulationBundle bundle = RegulationBundle.directory(Path.of("src/test/resources/directives"));
        if (!bundle.report().errors().isEmpty()) {
            throw new IllegalStateException(bundle.report().text());
        }
        RegulationEngine engine =
                RegulationEngine.builder().regulations(bundle).shards(shards).build();
        engine.put(
                twin("region", "Region", "code=XX-1"),
                twin("province", "Province", "region=xx:region"),
                twin("station", "AirStation", "province=xx:province role=reference"),
                twin("town", "Municipality", "province=xx:province population=50000"));
        return engine;
    }

    static Twin twin(String name, String type, String values) {
        return AssetTypes.builtIn().twin("xx:" + name, type).withAll(values);
    }

    static Twin lamp(String values) {
        return twin("lamp", "LampPost", "place=xx:town lightingClass=M4 " + values);
    }

    /** An instant of the town's civil time. */
    static Instant at(String time) {
        LocalDateTime local = LocalDateTime.parse(time);
        return CivilCalendar.italy().at(local.toLocalDate(), local.toLocalTime());
    }

    static Input observed(TwinId twin, String property, Optional<Value> value, Instant at) {
        return new Input.Observed(new Observation(twin, property, value, at, at, "probe", Quality.GOOD));
    }

    static Input pm10(long value, Instant measured, Instant received) {
        return new Input.Observed(new Observation(
                TwinId.of("xx:station"),
                "pm10",
                Optional.of(Quantity.of(value, Unit.MICROGRAM_PER_CUBIC_METRE)),
                measured,
                received,
                "probe",
                Quality.GOOD));
    }

    static List<Ledger.Entry> entries(RegulationGovernor governor) {
        return governor.ledger().entries();
    }
}
