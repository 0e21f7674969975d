package io.citytwin.rules.directive;

import io.citytwin.core.asset.Asset;
import io.citytwin.core.asset.AssetTypes;
import io.citytwin.core.asset.Desired;
import io.citytwin.core.asset.In;
import io.citytwin.core.model.Quantity;
import io.citytwin.core.model.TwinId;
import io.citytwin.core.model.Unit;
import io.citytwin.core.model.Value;
import io.citytwin.core.signal.Input;
import io.citytwin.rules.RegulationEngine;
import io.citytwin.rules.bundle.RegulationBundle;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Fans whose claims a test writes into their own properties, and the hall whose power they share. */
final class Workshop {

    static final Instant START = Instant.parse("2026-01-15T08:00:00Z");
    static final ActuatorId SPEED = new ActuatorId(TwinId.of("xx:fan"), "speed");
    static final ActuatorId BUDGET = new ActuatorId(TwinId.of("xx:hall"), "budget");
    static final String WANTED = "xx.town.fans/wanted";
    static final String MOST = "xx.town.fans/most";
    static final String LEAST = "xx.town.fans/least";
    static final String STATE = "xx.state.fans/wanted";
    static final String POWER = "xx.town.fans/budget";

    static final AssetTypes TYPES = AssetTypes.builtIn().with(Fan.class).with(Hall.class);

    private Workshop() {}

    /** A fan that wants rest for ten minutes after each change, and no change below five percent. */
    public interface Fan extends Asset {
        @Desired(resting = "40", safe = "0", calm = "PT10M", band = "5")
        @In("%")
        Optional<Quantity> speed();

        /** Once it has cut, nobody can mend it. */
        @Desired(resting = "false", irreversible = true)
        Optional<Boolean> cut();

        Optional<Boolean> asks();

        @In("%")
        Optional<Quantity> wanted();

        Optional<Boolean> limited();

        @In("%")
        Optional<Quantity> most();

        Optional<Boolean> kept();

        @In("%")
        Optional<Quantity> least();

        Optional<Boolean> stateAsks();

        @In("%")
        Optional<Quantity> stateWants();
    }

    /** A hall with a budget. */
    public interface Hall extends Asset {
        @Desired(resting = "1000")
        @In("kW")
        Optional<Quantity> budget();

        Optional<Boolean> scarce();

        @In("kW")
        Optional<Quantity> available();
    }

    static RegulationEngine engine() {
        RegulationBundle bundle = RegulationBundle.directory(Path.of("src/test/resources/workshop"), TYPES);
        if (!bundle.report().errors().isEmpty()) {
            throw new IllegalStateException(bundle.report().text());
        }
        RegulationEngine engine =
                RegulationEngine.builder().regulations(bundle).assets(TYPES).build();
        engine.advanceTo(START);
        return engine;
    }

    /** Tells what is claimed of a fan, such as {@code asks=true wanted=30}; all else is claimed no more. */
    static Input fan(String name, String claims, Instant at) {
        String all = "asks limited kept stateAsks";
        StringBuilder values = new StringBuilder(claims);
        for (String flag : all.split(" ")) {
            if (!claims.contains(flag + "=")) {
                values.append(' ').append(flag).append("=false");
            }
        }
        return new Input.TwinChanged(
                TYPES.twin("xx:" + name, "Fan").withAll(values.toString().strip()), at);
    }

    static Input hall(String claims, Instant at) {
        return new Input.TwinChanged(TYPES.twin("xx:hall", "Hall").withAll(claims), at);
    }

    static Input override(ActuatorId id, Value value, Instant until, Instant at) {
        return new Input.Overridden(
                id.twin(), id.property(), Optional.of(value), "Officer 7", "Smoke in the workshop.", until, at);
    }

    static Input letGo(ActuatorId id, Instant at) {
        return new Input.Overridden(id.twin(), id.property(), Optional.empty(), "Officer 7", "Smoke is out.", at, at);
    }

    static Quantity percent(int amount) {
        return Quantity.of(amount, Unit.PERCENT);
    }

    static Instant minute(int minutes) {
        return START.plus(Duration.ofMinutes(minutes));
    }
}
