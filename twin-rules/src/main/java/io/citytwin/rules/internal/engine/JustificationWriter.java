package io.citytwin.rules.internal.engine;

import io.citytwin.core.model.Observation;
import io.citytwin.core.model.Twin;
import io.citytwin.core.model.TwinId;
import io.citytwin.core.time.DayValue;
import io.citytwin.core.time.RunLength;
import io.citytwin.rules.Justification;
import io.citytwin.rules.Justification.LawReading;
import io.citytwin.rules.Justification.Margin;
import io.citytwin.rules.Justification.Reading;
import io.citytwin.rules.internal.drools.Firing;
import io.citytwin.rules.internal.grammar.Fact;
import io.citytwin.rules.internal.grammar.FactType;
import io.citytwin.rules.internal.grammar.Reads;
import io.citytwin.rules.internal.grammar.Rule;
import io.citytwin.rules.internal.grammar.Tests;
import io.citytwin.rules.parameter.DatedValue;
import io.citytwin.rules.register.LevelDecision;
import io.citytwin.rules.register.StateSpec;
import io.citytwin.rules.regulation.Provision;
import io.citytwin.rules.regulation.Regulation;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Collects what a firing rests on. For one thread at a time. */
final class JustificationWriter {

    private final Group group;
    private final Scene scene;
    private final City city;
    private final List<LawReading> law = new ArrayList<>();
    private final List<Reading> readings = new ArrayList<>();
    private final List<LevelDecision> levels = new ArrayList<>();
    private final List<Margin> margins = new ArrayList<>();

    JustificationWriter(Group group, Scene scene, City city) {
        this.group = group;
        this.scene = scene;
        this.city = city;
    }

    /** Where the readings come from. */
    record City(Law law, Fold fold, Moment moment) {}

    Justification write(Provision provision, Firing firing) {
        SortedMap<String, SortedSet<Integer>> reads = Reads.of(firing.rule());
        firing.matched().forEach((position, fact) -> {
            SortedSet<Integer> slots = reads.getOrDefault(fact.type().name(), new TreeSet<>());
            switch (fact.type().origin()) {
                case LAW -> slots.forEach(slot -> addLaw(fact, slot));
                case TABLE -> addRow(fact);
                case ASSET -> slots.forEach(slot -> addReading(fact, slot));
            }
            addMargins(firing.rule().conditions().get(position).test(), fact, firing);
        });
        Sentences sentences = new Sentences(scene);
        return new Justification(
                provision.says().map(says -> sentences.fill(says, firing)), law, readings, levels, margins);
    }

    private void addLaw(Fact fact, int slot) {
        Scene.LawSheet sheet = Objects.requireNonNull(scene.law.get(fact.type().name()));
        String name = fact.type().slots().get(slot).name();
        DatedValue dated = sheet.inForce().get(name);
        if (dated != null) {
            law.add(new LawReading(sheet.regulation(), name, dated.value().toString(), dated));
        }
    }

    private void addRow(Fact fact) {
        Scene.TableRow row = scene.rows.get(fact.role());
        if (row != null) {
            String regulation = group.regulation().id();
            String text = row.row().texts().entrySet().stream()
                    .map(cell -> cell.getKey() + " " + cell.getValue())
                    .collect(Collectors.joining(", "));
            law.add(new LawReading(regulation, row.parameter(), text, row.dated()));
        }
    }

    private void addReading(Fact fact, int slot) {
        Twin twin = scene.twins.get(fact.role());
        FactType.Slot read = fact.type().slots().get(slot);
        if (twin == null || read.kind() instanceof FactType.KeyKind) {
            return;
        }
        TwinId id = twin.id();
        StateSpec.Run run = group.regulation().state().runs().get(read.name());
        if (run != null && run.of().equals(fact.type().name())) {
            addRun(run, id);
            return;
        }
        addLevel(fact.type().name(), read.name(), id);
        Optional<Observation> observation =
                Optional.ofNullable(twin.observations().get(read.name()));
        Optional<String> value = wasUnknown(fact, slot) ? Optional.empty() : Sentences.text(fact, slot);
        readings.add(new Reading(id, read.name(), value, observation));
    }

    private void addLevel(String assetType, String property, TwinId id) {
        Moment moment = city.moment();
        group.level(assetType, property).stream()
                .flatMap(kept -> city
                        .fold()
                        .book()
                        .changeOn(
                                new LevelBook.Key(
                                        kept.regulation().id(), kept.level().name(), id),
                                moment.day(),
                                moment.known())
                        .stream())
                .forEach(levels::add);
    }

    /** The fact that fired holds the completion that was tried; the scene still knows that nobody knew. */
    private boolean wasUnknown(Fact fact, int slot) {
        return scene.unknown.stream()
                .anyMatch(unknown -> unknown instanceof Scene.UnknownCell cell
                        && cell.slot() == slot
                        && scene.facts.get(cell.fact()).role().equals(fact.role()));
    }

    private void addRun(StateSpec.Run run, TwinId id) {
        Regulation regulation = group.regulation();
        RunLength length = city.fold().run(regulation, run, id, city.moment());
        readings.add(new Reading(
                id,
                run.name(),
                length.known() ? Optional.of(length.min() + " days") : Optional.empty(),
                Optional.empty()));
        StateSpec.Indicator indicator =
                Objects.requireNonNull(regulation.state().indicators().get(run.indicator()));
        LocalDate last = city.moment().day().minusDays(1);
        for (int back = 0; back < length.max() && back <= Math.max(length.min(), 1); back++) {
            LocalDate day = last.minusDays(back);
            DayValue value = city.fold().arrivals().indicators().value(indicator, id, day, city.moment());
            readings.add(new Reading(
                    id,
                    indicator.name() + " " + day,
                    value instanceof DayValue.Known known
                            ? Optional.of(known.value().toString())
                            : Optional.empty(),
                    Optional.empty()));
        }
        regulation
                .parameters()
                .find(run.limit())
                .flatMap(parameter -> parameter.at(last, city.moment().published()))
                .ifPresent(dated -> law.add(new LawReading(
                        regulation.id(), run.limit(), dated.value().toString(), dated)));
    }

    private void addMargins(Rule.Test test, Fact own, Firing firing) {
        if (test instanceof Rule.All all) {
            all.tests().forEach(part -> addMargins(part, own, firing));
        } else if (test instanceof Rule.Any any) {
            any.tests().stream()
                    .filter(part -> Tests.met(part, own, position -> matched(firing, position, own)))
                    .forEach(part -> addMargins(part, own, firing));
        } else if (test instanceof Rule.Compare compare
                && own.cell(compare.slot()) instanceof BigDecimal value
                && Tests.value(compare.right(), position -> matched(firing, position, own))
                        instanceof BigDecimal limit) {
            String property = own.type().slots().get(compare.slot()).name();
            margins.add(new Margin(property, value, compare.operator().sign(), limit));
        }
    }

    private static Fact matched(Firing firing, int position, Fact own) {
        return firing.matched().getOrDefault(position, own);
    }
}
