package io.citytwin.rules.internal.engine;

import io.citytwin.core.model.Quantity;
import io.citytwin.core.model.Twin;
import io.citytwin.core.model.TwinId;
import io.citytwin.core.model.Value;
import io.citytwin.core.model.ValueType;
import io.citytwin.rules.Cell;
import io.citytwin.rules.Question;
import io.citytwin.rules.internal.grammar.Fact;
import io.citytwin.rules.internal.grammar.FactType;
import io.citytwin.rules.register.StateSpec;
import io.citytwin.rules.regulation.Regulation;
import java.math.BigDecimal;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Lists the cells that rules look at on their scenes. Runs are left out: they follow from daily values, which the level
 * that counts them explains. For one thread at a time.
 */
final class CellReader {

    private static final FactType.Kind FLAG = new FactType.FlagKind();
    /** A passage says where the vehicle is. */
    private static final Set<String> SET_BY_PASSAGE = Set.of("place", "gate");

    private final Question question;
    private final Moment moment;
    private final Map<Cell, ReadCell> cells = new LinkedHashMap<>();

    CellReader(Question question, Moment moment) {
        this.question = question;
        this.moment = moment;
    }

    List<ReadCell> cells() {
        return List.copyOf(cells.values());
    }

    void add(Group group, Scene scene) {
        for (Fact fact : scene.facts) {
            Twin twin = scene.twins.get(fact.role());
            if (twin != null && fact.type().origin() == FactType.Origin.ASSET) {
                group.reads(fact.type()).forEach(slot -> add(group, scene, fact, slot, twin.id()));
            }
        }
    }

    private void add(Group group, Scene scene, Fact fact, int slot, TwinId twin) {
        FactType.Slot read = fact.type().slots().get(slot);
        Optional<Cell> cell = read.kind() instanceof FactType.KeyKind
                ? relation(fact, read, twin)
                : cellOf(group, fact.type().name(), read.name(), twin);
        Optional<Value> now = read.kind() instanceof FactType.KeyKind
                ? Optional.ofNullable(scene.twins.get(fact.role())).flatMap(of -> of.value(read.name()))
                : Comparisons.value(read.kind(), fact.cell(slot));
        // Nobody can use up more of what nobody counts.
        cell.filter(found -> !(found instanceof Cell.Count) || now.isPresent())
                .ifPresent(found -> add(new ReadCell(
                        found,
                        read.kind(),
                        now,
                        new Candidates(group, scene).cuts(fact.type(), slot),
                        found instanceof Cell.Count ? most(group, read.name()) : Optional.empty())));
    }

    /** Days that have not come were not used up. */
    private Optional<BigDecimal> most(Group group, String counter) {
        return Optional.ofNullable(group.regulation().state().counters().get(counter))
                .filter(spec -> spec.counts() == StateSpec.Counts.DAYS)
                .map(spec -> Counters.firstDay(spec, moment.day()).until(moment.day(), ChronoUnit.DAYS) + 1)
                .map(BigDecimal::valueOf);
    }

    private void add(ReadCell read) {
        cells.merge(read.cell(), read, ReadCell::and);
    }

    /** What a town belongs to is no input: only the relations of the twin that is asked about are. */
    private Optional<Cell> relation(Fact fact, FactType.Slot read, TwinId twin) {
        boolean passage = question instanceof Question.Passage || question instanceof Question.Drive;
        boolean own = fact.role().equals("self") && !read.name().equals("id");
        return own && !(passage && SET_BY_PASSAGE.contains(read.name()))
                ? Optional.of(new Cell.Property(twin, read.name()))
                : Optional.empty();
    }

    private Optional<Cell> cellOf(Group group, String type, String name, TwinId twin) {
        Optional<Group.Kept> level = group.level(type, name);
        if (level.isPresent()) {
            return Optional.of(new Cell.Level(
                    level.get().regulation().id(), level.get().level().name(), twin, moment.day()));
        }
        Regulation regulation = group.regulation();
        StateSpec.Run run = regulation.state().runs().get(name);
        if (run != null && run.of().equals(type)) {
            return Optional.empty();
        }
        StateSpec.Counter counter = regulation.state().counters().get(name);
        if (counter != null && counter.of().equals(type)) {
            return Optional.of(new Cell.Count(regulation.id(), name, twin));
        }
        StateSpec.Input input = regulation.state().inputs().get(name);
        return Optional.of(
                input != null && input.of().equals(type)
                        ? new Cell.Told(regulation.id(), name, twin, moment.day())
                        : new Cell.Property(twin, name));
    }

    /** The number that a question about limits compares with what the law says. */
    void addAsked(Twin subject, String property, List<BigDecimal> limits) {
        SortedSet<BigDecimal> cuts = new TreeSet<>(limits);
        Optional<Value> now = subject.value(property);
        if (!cuts.isEmpty() && subject.type().properties().get(property) instanceof ValueType.Number number) {
            add(new ReadCell(
                    new Cell.Property(subject.id(), property),
                    new FactType.NumberKind(number.unit()),
                    now.filter(Quantity.class::isInstance),
                    cuts,
                    Optional.empty()));
        }
    }

    /** Whether a twin is on a zone's ground. */
    void addZone(Twin subject, TwinId zone) {
        add(new ReadCell(
                new Cell.Ground(subject.id(), zone),
                FLAG,
                Optional.of(new Value.Flag(subject.zones().contains(zone))),
                new TreeSet<>(),
                Optional.empty()));
    }
}
