package io.citytwin.core.sync;

import io.citytwin.core.error.CityTwinException;
import io.citytwin.core.error.CoreError;
import io.citytwin.core.model.TwinId;
import io.citytwin.core.model.Value;
import io.citytwin.core.signal.Directive;
import io.citytwin.core.signal.Input;
import io.citytwin.core.spi.Evaluated;
import io.citytwin.core.spi.Governor;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Issues what was planned for a step's end and remembers what it was given. */
final class PlannedGovernor implements Governor {

    static final String PROVISION = "xx.area.smog/heating";

    final List<Input> given = new ArrayList<>();
    final List<Instant> steps = new ArrayList<>();
    private final Map<Instant, List<Directive>> plan = new TreeMap<>();
    List<Evaluated> evaluated = List.of();
    boolean refusesAnnouncements;
    boolean failsAtSteps;
    boolean closed;

    PlannedGovernor at(Instant moment, Directive... directives) {
        plan.put(moment, List.of(directives));
        return this;
    }

    static Directive claim(String id, TwinId twin, String property, Value value, Instant at) {
        return new Directive(
                id, twin, property, value, Directive.Kind.CLAIM, new Directive.Cause(PROVISION, "Because.", at), at);
    }

    @Override
    public void accept(Input input) {
        if (refusesAnnouncements && input instanceof Input.Announced) {
            throw new CityTwinException(CoreError.TERM, "`PURPLE` is no level.", "Maybe `RED`.");
        }
        given.add(input);
    }

    @Override
    public List<Directive> step(Instant moment) {
        if (failsAtSteps) {
            throw new IllegalStateException("defect");
        }
        steps.add(moment);
        return plan.getOrDefault(moment, List.of());
    }

    @Override
    public List<Evaluated> evaluated() {
        return evaluated;
    }

    @Override
    public Optional<String> state() {
        return Optional.of("planned"); // the plan is all it knows
    }

    @Override
    public void close() {
        closed = true;
    }
}
