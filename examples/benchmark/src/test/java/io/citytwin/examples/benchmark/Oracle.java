package io.citytwin.examples.benchmark;

import io.citytwin.core.model.Twin;
import io.citytwin.core.signal.Input;
import io.citytwin.examples.benchmark.city.Column;
import io.citytwin.examples.benchmark.city.ReferenceCity;
import io.citytwin.examples.benchmark.city.Updates;
import io.citytwin.examples.benchmark.law.ChosenLaw;
import io.citytwin.rules.EngineBuilder;
import io.citytwin.rules.RegulationEngine;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;

/** What the library itself says, asked anew about each twin: what all others must say. For one thread at a time. */
final class Oracle implements Engine {

    private static final LocalDate TODAY = LocalDate.of(2026, 1, 20);

    private static final EngineBuilder BUILDER =
            RegulationEngine.builder().regulations(ChosenLaw.shipped().regulations());

    private final RegulationEngine engine = BUILDER.build();
    private final Map<Integer, Twin> twins = new HashMap<>();
    private final Map<Integer, SortedSet<String>> answers = new HashMap<>();
    private ReferenceCity city = ReferenceCity.of(1, 0);

    @Override
    public void load(ReferenceCity loaded) {
        city = loaded;
        engine.advanceTo(ChosenLaw.morning());
        city.areas().forEach(engine::put);
        for (int i = 0; i < city.twins(); i++) {
            Twin twin = city.twin(i);
            twins.put(i, twin);
            engine.put(twin);
        }
    }

    @Override
    public void apply(Updates.Stream updates, int from, int to) {
        answers.clear();
        for (int i = from; i < to; i++) {
            int twin = updates.twins()[i];
            Column column = city.columns(city.kind(twin)).get(updates.columns()[i]);
            Twin changed = Objects.requireNonNull(twins.get(twin))
                    .with(column.property(), column.values().get(updates.values()[i]));
            twins.put(twin, changed);
            engine.put(changed);
        }
    }

    @Override
    public void level(int province, int level) {
        answers.clear();
        engine.announce(city.province(province), ChosenLaw.SMOG + "/Level", ChosenLaw.LEVELS.get(level), TODAY);
    }

    @Override
    public void clock(Instant moment) {
        answers.clear();
        engine.accept(new Input.Tick(moment));
    }

    @Override
    public SortedSet<String> findings(int twin) {
        return answers.computeIfAbsent(twin, this::ask);
    }

    private SortedSet<String> ask(int twin) {
        SortedSet<String> texts = new TreeSet<>();
        engine.findings(city.id(twin))
                .forEach(finding -> texts.add(Says.of(finding.provision().id(), finding.effect())));
        return texts;
    }

    @Override
    public void close() {
        engine.close();
    }
}
