package io.citytwin.examples.milan;

import io.citytwin.core.model.Quantity;
import io.citytwin.core.model.Unit;
import io.citytwin.core.model.Value;
import io.citytwin.core.signal.Directive;
import io.citytwin.core.signal.Input;
import io.citytwin.core.spi.Governor;
import io.citytwin.rules.directive.ActuatorId;
import io.citytwin.rules.directive.Allotter;
import io.citytwin.rules.directive.Award;
import io.citytwin.rules.directive.Ledger;
import io.citytwin.rules.directive.RegulationGovernor;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Asks devices for what rules claim, and for no more than an allotter leaves them. */
final class SharingGovernor implements Governor {

    private static final Value FULL = Quantity.of(100, Unit.PERCENT);

    private final RegulationGovernor rules;
    private final Allotter allotter;
    private final boolean sharing;
    private final SortedMap<ActuatorId, Award> awards = new TreeMap<>();
    private final Map<ActuatorId, Value> asked = new HashMap<>();
    private SortedMap<ActuatorId, Allotter.Share> shares = new TreeMap<>();
    private int read;

    SharingGovernor(RegulationGovernor rules, Allotter allotter, boolean sharing) {
        this.rules = rules;
        this.allotter = allotter;
        this.sharing = sharing;
    }

    @Override
    public void accept(Input input) {
        rules.accept(input);
        allotter.accept(input);
    }

    @Override
    public List<Directive> step(Instant moment) {
        List<Directive> directives = new ArrayList<>();
        SortedSet<ActuatorId> touched = new TreeSet<>(shares.keySet());
        for (Directive directive : rules.step(moment)) {
            ActuatorId id = new ActuatorId(directive.twin(), directive.property());
            if (isShare(id)) {
                touched.add(id);
            } else if (!allotter.splits(id)) {
                directives.add(directive);
            }
        }
        readLedger();
        shares = new TreeMap<>();
        allotter.split(sharing ? awards : new TreeMap<>(), moment)
                .forEach(share -> shares.put(share.actuator(), share));
        touched.addAll(shares.keySet());
        touched.forEach(id -> ask(id, moment, directives));
        return directives;
    }

    private static boolean isShare(ActuatorId id) {
        return id.property().equals("output") || id.property().equals("dimming");
    }

    private void readLedger() {
        List<Ledger.Entry> entries = rules.ledger().entries();
        entries.subList(read, entries.size())
                .forEach(entry -> entry.award()
                        .ifPresentOrElse(
                                award -> awards.put(entry.actuator(), award), () -> awards.remove(entry.actuator())));
        read = entries.size();
    }

    private void ask(ActuatorId id, Instant moment, List<Directive> directives) {
        Value ruled = awards.containsKey(id) ? awards.get(id).value() : FULL;
        Value value = shares.containsKey(id) ? less(shares.get(id).most(), ruled) : ruled;
        if (!value.equals(asked.put(id, value))) {
            Directive.Cause cause = new Directive.Cause("it.milano.grid/load", "Shares.", moment);
            String name = id + "/" + moment;
            directives.add(new Directive(name, id.twin(), id.property(), value, Directive.Kind.CLAIM, cause, moment));
        }
    }

    private static Value less(Value one, Value other) {
        return ((Quantity) one).amount().compareTo(((Quantity) other).amount()) < 0 ? one : other;
    }

    @Override
    public void close() {
        rules.close();
    }
}
