package io.citytwin.rules.internal.engine;

import io.citytwin.rules.internal.grammar.Fact;
import io.citytwin.rules.internal.grammar.FactType;
import io.citytwin.rules.internal.grammar.Rule;
import io.citytwin.rules.parameter.DatedValue;
import io.citytwin.rules.parameter.LawValue;
import io.citytwin.rules.regulation.Provision;
import io.citytwin.rules.regulation.Regulation;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Puts the law of a moment on the scene: parameters as one fact each, table rows as facts. For one thread at a time. */
final class LawFacts {

    private final Group group;
    private final Moment moment;
    private final Scene scene;
    private final Function<String, Optional<Regulation>> others;
    private final Function<Regulation, SortedMap<String, DatedValue>> sheets;

    /** Looks the parameters in force up itself. */
    LawFacts(Group group, Moment moment, Scene scene, Function<String, Optional<Regulation>> others) {
        this(group, moment, scene, others, regulation -> regulation.parameters().at(moment.day(), moment.published()));
    }

    /** Takes the parameters in force from who remembers them for all groups of a regulation. */
    LawFacts(
            Group group,
            Moment moment,
            Scene scene,
            Function<String, Optional<Regulation>> others,
            Function<Regulation, SortedMap<String, DatedValue>> sheets) {
        this.group = group;
        this.moment = moment;
        this.scene = scene;
        this.others = others;
        this.sheets = sheets;
    }

    void add() {
        for (FactType type : group.types().values()) {
            switch (type.origin()) {
                case LAW -> addLaw(type, regulationOf(type));
                case TABLE -> addTable(type);
                case ASSET -> {}
            }
        }
        for (int position = 0; position < group.rules().size(); position++) {
            switchOnIfInForce(group.rules().get(position), group.readsOfRule(position));
        }
    }

    private Regulation regulationOf(FactType type) {
        if (type.name().equals("Law")) {
            return group.regulation();
        }
        String alias = Character.toLowerCase(type.name().charAt(0))
                + type.name().substring(1, type.name().length() - "Law".length());
        return Optional.ofNullable(group.regulation().uses().get(alias))
                .flatMap(others)
                .orElseThrow(() -> new IllegalStateException("`" + type.name() + "` was resolved but is not loaded"));
    }

    private void addLaw(FactType type, Regulation regulation) {
        SortedMap<String, DatedValue> inForce = sheets.apply(regulation);
        scene.law.put(type.name(), new Scene.LawSheet(regulation.id(), inForce));
        @Nullable Object[] cells = new @Nullable Object[type.slots().size()];
        for (int slot : group.reads(type)) {
            DatedValue dated = inForce.get(type.slots().get(slot).name());
            if (dated != null && dated.value() instanceof LawValue.NotRead) {
                scene.unknown.add(new Scene.UnknownCell(
                        scene.facts.size(), slot, type.slots().get(slot).name(), -1, -1));
            } else if (dated != null) {
                cells[slot] = cell(dated.value());
            }
        }
        scene.facts.add(new Fact(type, type.name(), cells));
    }

    private Object cell(LawValue value) {
        if (value instanceof LawValue.OfNumber number) {
            return number.quantity().amount();
        } else if (value instanceof LawValue.OfFlag flag) {
            return flag.on();
        } else if (value instanceof LawValue.OfSeason season) {
            return season.season().contains(moment.day());
        } else if (value instanceof LawValue.OfWeekdays weekdays) {
            return weekdays.weekdays().contains(moment.day());
        } else if (value instanceof LawValue.OfHours hours) {
            return hours.hours().contains(moment.at(), moment.calendar());
        }
        throw new IllegalStateException("`" + value + "` is no parameter that a law fact can hold");
    }

    private void addTable(FactType type) {
        Optional<DatedValue> dated = inForce(type.name());
        if (dated.isEmpty()) {
            return;
        }
        if (dated.get().value() instanceof LawValue.OfTable table) {
            List<LawValue.Row> rows = table.rowsAt(moment.day(), moment.published());
            for (int index = 0; index < rows.size(); index++) {
                String role = type.name() + "#" + index;
                scene.rows.put(role, new Scene.TableRow(type.name(), dated.get(), rows.get(index)));
                scene.facts.add(new Fact(type, role, cells(type, rows.get(index))));
            }
        } else {
            scene.unknown.add(new Scene.UnknownTable(scene.facts.size(), type.name()));
            Object[] anything = new Object[type.slots().size()];
            Arrays.fill(anything, Fact.ANYTHING);
            scene.facts.add(new Fact(type, type.name() + "#unread", anything));
        }
    }

    private @Nullable Object[] cells(FactType type, LawValue.Row row) {
        @Nullable Object[] cells = new @Nullable Object[type.slots().size()];
        for (int slot : group.reads(type)) {
            LawValue.Cell cell = row.cells().get(type.slots().get(slot).name());
            if (cell != null) {
                cells[slot] = cell(cell);
            }
        }
        return cells;
    }

    private Object cell(LawValue.Cell cell) {
        if (cell instanceof LawValue.NameCell one) {
            return one.ordinal();
        } else if (cell instanceof LawValue.NamesCell some) {
            return some.ordinals();
        } else if (cell instanceof LawValue.HoursCell hours) {
            return hours.hours().contains(moment.at(), moment.calendar());
        } else if (cell instanceof LawValue.SeasonCell season) {
            return season.season().contains(moment.day());
        } else if (cell instanceof LawValue.NumberCell number) {
            return number.quantity().amount();
        } else if (cell instanceof LawValue.FlagCell flag) {
            return flag.on();
        } else {
            return ((LawValue.TextCell) cell).text();
        }
    }

    private void switchOnIfInForce(Rule rule, SortedMap<String, SortedSet<Integer>> reads) {
        Provision provision = group.regulation().provisions().get(rule.provision());
        if (provision == null || !provision.inForceOn(moment.day())) {
            scene.switchedOff.put(rule.name(), "not in force on " + moment.day());
            return;
        }
        Optional<String> absent = absentLaw(rule, reads);
        absent.ifPresentOrElse(
                parameter -> scene.switchedOff.put(rule.name(), "no " + parameter + " on " + moment.day()),
                () -> scene.switchedOn.add(rule.name()));
    }

    /** A parameter or table that the rule needs and that no law sets on this day. */
    private Optional<String> absentLaw(Rule rule, SortedMap<String, SortedSet<Integer>> reads) {
        Stream<String> parameters = reads.entrySet().stream().flatMap(read -> absentOf(read.getKey(), read.getValue()));
        Stream<String> tables = rule.conditions().stream()
                .filter(condition -> condition.quantifier() != Rule.Quantifier.NOT)
                .map(Rule.Condition::type)
                .filter(type -> type.origin() == FactType.Origin.TABLE)
                .map(FactType::name)
                .filter(name -> inForce(name).isEmpty());
        return Stream.concat(parameters, tables).findFirst();
    }

    private Optional<DatedValue> inForce(String parameter) {
        return group.regulation()
                .parameters()
                .find(parameter)
                .flatMap(found -> found.at(moment.day(), moment.published()));
    }

    private Stream<String> absentOf(String typeName, Collection<Integer> slots) {
        Scene.LawSheet sheet = scene.law.get(typeName);
        FactType type = group.types().get(typeName);
        return sheet == null || type == null
                ? Stream.empty()
                : slots.stream()
                        .map(slot -> type.slots().get(slot).name())
                        .filter(name -> !sheet.inForce().containsKey(name));
    }
}
