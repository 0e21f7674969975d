package io.citytwin.adapter.simulated;

import com.google.common.collect.ListMultimap;
import com.google.common.collect.MultimapBuilder;
import io.citytwin.core.model.TwinId;
import io.citytwin.core.model.Value;
import io.citytwin.core.signal.Directive;
import io.citytwin.core.signal.Input;
import io.citytwin.core.spi.Governor;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Issues each directive at its moment. */
final class PlannedDirectives implements Governor {

    private final ListMultimap<Instant, Directive> plan =
            MultimapBuilder.hashKeys().arrayListValues().build();

    private final List<Input> heard = new ArrayList<>();

    PlannedDirectives at(Instant moment, TwinId twin, String property, Value value) {
        return at(moment, directive("d" + plan.size(), twin, property, value, moment));
    }

    PlannedDirectives at(Instant moment, Directive directive) {
        plan.put(moment, directive);
        return this;
    }

    static Directive directive(String id, TwinId twin, String property, Value value, Instant at) {
        Directive.Cause cause = new Directive.Cause("xx.area.test/planned", "It was planned.", at);
        return new Directive(id, twin, property, value, Directive.Kind.CLAIM, cause, at);
    }

    List<Input> heard() {
        return List.copyOf(heard);
    }

    @Override
    public void accept(Input input) {
        heard.add(input);
    }

    @Override
    public List<Directive> step(Instant moment) {
        return List.copyOf(plan.get(moment));
    }

    @Override
    public void close() {}
}
