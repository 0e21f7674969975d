package io.citytwin.adapter.ditto.fault;

import io.citytwin.core.model.Quantity;
import io.citytwin.core.model.TwinId;
import io.citytwin.core.model.Unit;
import io.citytwin.core.model.Value;
import io.citytwin.core.signal.Directive;
import io.citytwin.core.signal.Input;
import io.citytwin.core.spi.Governor;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;

/** Claims and gives back actuators by chance, some at each step, until it rests. */
final class FaultGovernor implements Governor {

    private static final int PER_STEP = 6;

    /** The last directive of each twin. */
    final Map<TwinId, Directive> latest = new ConcurrentHashMap<>();

    private final List<TwinId> actuators;
    private final Random random;
    private volatile boolean resting;
    private int number;

    FaultGovernor(List<TwinId> actuators, long seed) {
        this.actuators = actuators;
        this.random = new Random(seed);
    }

    void rest() {
        resting = true;
    }

    @Override
    public void accept(Input input) {
        // What happens changes nothing here.
    }

    @Override
    public List<Directive> step(Instant moment) {
        List<Directive> directives = new ArrayList<>();
        for (int i = 0; i < PER_STEP && !resting; i++) {
            TwinId twin = actuators.get(random.nextInt(actuators.size()));
            // As a rule engine does: an actuator has one wish at a time.
            if (directives.stream().noneMatch(other -> other.twin().equals(twin))) {
                Directive directive = directive(twin, moment);
                latest.put(twin, directive);
                directives.add(directive);
            }
        }
        return directives;
    }

    @Override
    public void close() {
        // nothing is held
    }

    private Directive directive(TwinId twin, Instant moment) {
        boolean revert = random.nextInt(3) == 0;
        boolean heating = twin.name().startsWith("HeatingPlant");
        String property = heating ? "running" : twin.name().startsWith("LampPost") ? "dimming" : "output";
        Value value = heating
                ? new Value.Flag(revert || random.nextBoolean())
                : Quantity.of(revert ? 100 : random.nextInt(100), Unit.PERCENT);
        return new Directive(
                "d" + ++number,
                twin,
                property,
                value,
                revert ? Directive.Kind.REVERT : Directive.Kind.CLAIM,
                new Directive.Cause("xx.area.faults/any", "Because.", moment),
                moment);
    }
}
