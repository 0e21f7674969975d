package io.citytwin.rules.internal.engine;

import io.citytwin.core.model.Twin;
import io.citytwin.core.signal.Input;
import io.citytwin.core.signal.Passage;
import io.citytwin.rules.AsOf;
import io.citytwin.rules.Decision;
import io.citytwin.rules.Question;
import io.citytwin.rules.error.RulesError;
import io.citytwin.rules.register.Settlement;
import io.citytwin.rules.register.StateSpec;
import io.citytwin.rules.regulation.Regulation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Settles passages, each once, in the order in which they arrive. For one thread at a time. */
final class Settler {

    private final Counters counters;
    private Edition edition;
    private final Map<String, Settlement> settlements = new LinkedHashMap<>();
    private final List<Settlement> inOrder = new ArrayList<>();

    Settler(Edition first, Counters counters) {
        this.edition = first;
        this.counters = counters;
    }

    /** Goes by another law from now on; counters that it does not take over end. */
    void goBy(Edition next) {
        counters.pass(new Succession(edition.law(), next.law()));
        edition = next;
    }

    /** Takes up what was settled before. */
    void restore(Settlement kept) {
        add(kept);
    }

    private void add(Settlement settlement) {
        settlements.put(settlement.passage().id(), settlement);
        inOrder.add(settlement);
    }

    /** What was settled after a number of passages. */
    List<Settlement> settledAfter(int number) {
        return List.copyOf(inOrder.subList(number, inOrder.size()));
    }

    /** What came of passages, by their id, in the order of arrival. */
    Map<String, Settlement> settlements() {
        return settlements;
    }

    /** Decides a passage as at its own moment, in a city as it is known now, and moves what the decision spends. */
    void settle(Input.Passed passed, Moment moment, Fold city, boolean hindsight) {
        Passage passage = passed.passage();
        AsOf asOf =
                new AsOf(passage.at(), Optional.of(passed.receivedAt()), Optional.of(moment.published()), hindsight);
        Decision decision = new Decider(edition.law(), edition.scenes(), city, moment)
                .settle(Question.passage(passage.vehicle(), passage.gate()), asOf);
        Twin vehicle = AtGate.of(passage.vehicle(), passage.gate(), city, RulesError.INPUT);
        SortedMap<String, Integer> spent = new TreeMap<>();
        for (String id : decision.spends()) {
            int slash = id.lastIndexOf('/');
            Regulation regulation = edition.law().find(id.substring(0, slash)).orElseThrow();
            StateSpec.Counter counter = edition.law()
                    .counter(regulation.id(), id.substring(slash + 1))
                    .orElseThrow();
            counters.spend(regulation, counter, vehicle, moment.day()).ifPresent(count -> spent.put(id, count));
        }
        add(new Settlement(passage, decision, spent));
    }
}
