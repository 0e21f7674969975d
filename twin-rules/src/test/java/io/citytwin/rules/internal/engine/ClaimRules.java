package io.citytwin.rules.internal.engine;

import io.citytwin.core.asset.AssetTypes;
import io.citytwin.core.model.Observation;
import io.citytwin.core.model.Quality;
import io.citytwin.core.model.Quantity;
import io.citytwin.core.model.Twin;
import io.citytwin.core.model.TwinId;
import io.citytwin.core.model.Unit;
import io.citytwin.core.signal.Input;
import io.citytwin.rules.RegulationEngine;
import io.citytwin.rules.bundle.RegulationBundle;
import io.citytwin.rules.regulation.Regulation;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** Made-up regulations that claim lamps and rooms, and a random city that has some. */
final class ClaimRules {

    private static final List<String> TOWNS = List.of("xx:ta", "xx:tb", "xx:tc", "xx:td", "xx:te", "xx:nowhere");

    private ClaimRules() {}

    static List<Regulation> regulations() {
        RegulationBundle bundle = RegulationBundle.directory(Path.of("src/test/resources/directives"));
        if (!bundle.report().errors().isEmpty()) {
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

    /** The inputs of a random city, and among them lamps and rooms that come, move and report. */
    static List<Input> inputs(long seed, int days) {
        Random random = new Random(seed);
        List<Input> inputs = new ArrayList<>();
        for (Input input : RandomCity.inputs(seed, days)) {
            inputs.add(input);
            Twin lamp = lamp(random);
            inputs.add(new Input.TwinChanged(random.nextBoolean() ? lamp : room(random), input.receivedAt()));
            if (random.nextInt(3) == 0) {
                inputs.add(new Input.TwinChanged(lamp, input.receivedAt()));
                inputs.add(power(lamp.id(), input));
                inputs.add(new Input.Tick(input.receivedAt()));
            }
        }
        return List.copyOf(inputs);
    }

    private static Twin lamp(Random random) {
        Twin lamp = AssetTypes.builtIn().twin("xx:lamp" + random.nextInt(12), "LampPost");
        lamp = random.nextInt(8) == 0 ? lamp : lamp.with("place", TwinId.of(pick(random, TOWNS)));
        lamp = random.nextInt(8) == 0 ? lamp : lamp.with("lightingClass", pick(random, List.of("M1", "M3", "M4")));
        lamp = random.nextInt(4) == 0 ? lamp : lamp.with("airSensor", pick(random, List.of("true", "false")));
        return random.nextInt(4) == 0 ? lamp : lamp.with("wifi", pick(random, List.of("true", "false")));
    }

    private static Twin room(Random random) {
        Twin room = AssetTypes.builtIn().twin("xx:room" + random.nextInt(4), "BuildingUnit");
        return random.nextInt(8) == 0 ? room : room.with("place", TwinId.of(pick(random, TOWNS)));
    }

    /** Nothing that a rule reads. */
    private static Input power(TwinId lamp, Input before) {
        return new Input.Observed(new Observation(
                lamp,
                "power",
                Optional.of(Quantity.of(40, Unit.of("W"))),
                before.receivedAt(),
                before.receivedAt(),
                "meter",
                Quality.GOOD));
    }

    private static String pick(Random random, List<String> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
