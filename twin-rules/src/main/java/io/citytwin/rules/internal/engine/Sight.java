package io.citytwin.rules.internal.engine;

import io.citytwin.core.asset.AssetTypes;
import io.citytwin.core.model.AssetType;
import io.citytwin.rules.internal.grammar.FactType;
import io.citytwin.rules.register.StateSpec;
import io.citytwin.rules.regulation.Regulation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What the rules of a group read of a twin, and further along the relations that they follow. Immutable.
 *
 * @param relation that leads here; empty for the twin itself
 * @param type of the twin
 * @param cells that are read of it
 * @param beyond what is seen from here, in the order of the relations
 */
record Sight(String relation, AssetType type, List<Seen> cells, List<Sight> beyond) {

    private static final int DEEPEST = 6;

    /**
     * A cell.
     *
     * @param name what rules call it
     * @param register what the engine keeps under the name; empty for a property of the twin
     */
    record Seen(String name, Optional<Register> register) {

        private String shape() {
            return register.map(Register::key).orElse(name);
        }
    }

    static Sight of(Group group, AssetType subject, AssetTypes assets) {
        return of(group, new Relations(group, assets), assets, new Step("", subject, 0));
    }

    private record Step(String relation, AssetType type, int depth) {}

    private static Sight of(Group group, Relations relations, AssetTypes assets, Step step) {
        List<Seen> cells = new ArrayList<>();
        FactType type = group.types().get(step.type().name());
        if (type != null && type.origin() == FactType.Origin.ASSET) {
            for (int slot : group.reads(type)) {
                FactType.Slot read = type.slots().get(slot);
                if (!(read.kind() instanceof FactType.KeyKind)) {
                    cells.add(new Seen(read.name(), register(group, step.type().name(), read.name())));
                }
            }
        }
        List<Sight> beyond = new ArrayList<>();
        if (step.depth() < DEEPEST) {
            relations
                    .followed(step.type())
                    .forEach((relation, to) -> beyond.add(
                            of(group, relations, assets, new Step(relation, assets.get(to), step.depth() + 1))));
        }
        return new Sight(step.relation(), step.type(), List.copyOf(cells), List.copyOf(beyond));
    }

    /** What the engine keeps under a name, of this regulation or of one that it uses. */
    private static Optional<Register> register(Group group, String type, String name) {
        Regulation regulation = group.regulation();
        Optional<Group.Kept> level = group.level(type, name);
        if (level.isPresent()) {
            return Optional.of(
                    new Register.OfLevel(level.get().regulation(), level.get().level()));
        }
        StateSpec.Run run = regulation.state().runs().get(name);
        if (run != null && run.of().equals(type)) {
            return Optional.of(new Register.OfRun(regulation, run));
        }
        StateSpec.Counter counter = regulation.state().counters().get(name);
        if (counter != null && counter.of().equals(type)) {
            return Optional.of(new Register.OfCounter(regulation, counter));
        }
        StateSpec.Input input = regulation.state().inputs().get(name);
        return input != null && input.of().equals(type) ? Optional.of(new Register.OfInput(input)) : Optional.empty();
    }

    /** Equal where two groups see the same. */
    String shape() {
        return relation + ":" + type.name()
                + cells.stream().map(Seen::shape).toList()
                + beyond.stream().map(Sight::shape).collect(Collectors.joining(",", "{", "}"));
    }
}
