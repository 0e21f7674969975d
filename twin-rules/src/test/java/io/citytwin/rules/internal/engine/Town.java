package io.citytwin.rules.internal.engine;

import io.citytwin.core.asset.AssetTypes;
import io.citytwin.core.model.Twin;
import io.citytwin.core.model.TwinId;
import io.citytwin.core.signal.Input;
import io.citytwin.core.signal.Passage;
import io.citytwin.core.time.CivilCalendar;
import io.citytwin.rules.AsOf;
import io.citytwin.rules.Decision;
import io.citytwin.rules.Question;
import io.citytwin.rules.RegulationEngine;
import io.citytwin.rules.bundle.RegulationBundle;
import io.citytwin.rules.register.Settlement;
import io.citytwin.rules.regulation.Regulation;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** A made-up town with an inner zone, where one pays, in an outer one, where old vehicles are stopped. */
final class Town {

    static final TwinId CAR = TwinId.of("xx:car");
    /** Guards the inner zone, and stands on the ground of the outer one. */
    static final TwinId INNER_GATE = TwinId.of("xx:innerGate");

    static final TwinId OUTER_GATE = TwinId.of("xx:outerGate");
    /** Only for buses, and into the inner zone. */
    static final TwinId LANE = TwinId.of("xx:lane");
    /** In another town. */
    static final TwinId FAR_GATE = TwinId.of("xx:farGate");

    private static final AssetTypes TYPES = AssetTypes.builtIn();
    private static final List<Regulation> REGULATIONS = regulations();

    private Town() {}

    private static List<Regulation> regulations() {
        RegulationBundle bundle = RegulationBundle.directory(Path.of("src/test/resources/gates"));
        if (!bundle.report().isClean()) {
            throw new IllegalStateException(bundle.report().text());
        }
        return bundle.regulations();
    }

    static RegulationEngine engine() {
        RegulationEngine engine = empty();
        engine.put(twins());
        return engine;
    }

    /** Its law, and nobody there yet. */
    static RegulationEngine empty() {
        return RegulationEngine.builder().regulations(REGULATIONS).build();
    }

    /** The town without vehicles. */
    static Twin[] twins() {
        Twin region = TYPES.twin("xx:region", "Region").withAll("code=XX-1");
        Twin province = TYPES.twin("xx:province", "Province").withAll("code=XX-1-P region=xx:region");
        Twin mill = TYPES.twin("xx:mill", "Municipality").withAll("code=XX-1-M province=xx:province");
        Twin ford = TYPES.twin("xx:ford", "Municipality").withAll("code=XX-1-F province=xx:province");
        Twin inner = TYPES.twin("xx:inner", "Zone").withAll("code=XX-1-M-I place=xx:mill");
        Twin outer = TYPES.twin("xx:outer", "Zone").withAll("code=XX-1-M-O place=xx:mill");
        Set<TwinId> both = Set.of(inner.id(), outer.id());
        return new Twin[] {
            region,
            province,
            mill,
            ford,
            inner,
            outer,
            TYPES.twin("xx:innerGate", "Gate")
                    .withAll("place=xx:mill zone=xx:inner reserved=false")
                    .in(new TreeSet<>(Set.of(outer.id()))),
            TYPES.twin("xx:outerGate", "Gate").withAll("place=xx:mill zone=xx:outer reserved=false"),
            TYPES.twin("xx:lane", "Gate")
                    .withAll("place=xx:mill zone=xx:inner reserved=true")
                    .in(new TreeSet<>(both)),
            TYPES.twin("xx:farGate", "Gate").withAll("place=xx:ford reserved=false")
        };
    }

    /** A car of which all is known; later values win. */
    static Twin car(String values) {
        return car(CAR, values);
    }

    static Twin car(TwinId id, String values) {
        return TYPES.twin(id.toString(), "Vehicle")
                .withAll(
                        "category=M1 fuel=petrol euro=6 length=4 place=xx:ford home=xx:ford homeZone=xx:outer holder=anna service=private"
                                + " refrigerated=false registered=false disabledBadge=false")
                .withAll(values);
    }

    static Instant at(String civil) {
        LocalDateTime time = LocalDateTime.parse(civil);
        return CivilCalendar.italy().at(time.toLocalDate(), time.toLocalTime());
    }

    /** A passage that reached the city as it happened. */
    static Input.Passed passed(String id, TwinId vehicle, TwinId gate, String civil) {
        return late(id, vehicle, gate, civil, civil);
    }

    static Input.Passed late(String id, TwinId vehicle, TwinId gate, String civil, String received) {
        return new Input.Passed(new Passage(id, vehicle, gate, at(civil)), at(received));
    }

    static Decision ask(RegulationEngine engine, TwinId gate, String civil) {
        return engine.decide(Question.passage(CAR, gate), AsOf.at(at(civil)));
    }

    /** Lets the car through the outer gate. */
    static Settlement pass(RegulationEngine engine, String id, String civil) {
        engine.accept(passed(id, CAR, OUTER_GATE, civil));
        return engine.settlement(id).orElseThrow();
    }
}
