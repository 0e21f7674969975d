package io.citytwin.rules.internal.engine;

import io.citytwin.core.asset.AssetTypes;
import io.citytwin.core.model.AssetType;
import io.citytwin.rules.internal.grammar.Rule;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A group with rules that claim actuators, and the law that it saw last. For one thread at a time. */
final class ClaimingGroup {

    private final Group group;
    private final Set<String> subjects;
    private final Law all;
    private @Nullable LawTurns turns;
    private Instant turn = Instant.MIN;
    private List<Object> seen = List.of();

    ClaimingGroup(Group group, AssetTypes assets, Law all) {
        this.group = group;
        this.all = all;
        this.subjects = group.rules().stream()
                .map(rule -> subject(rule, assets))
                .flatMap(Optional::stream)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** The asset type whose actuator a rule claims. */
    private static Optional<String> subject(Rule rule, AssetTypes assets) {
        String type = rule.conditions().get(rule.action().subject()).type().name();
        return rule.action()
                .claimed()
                .filter(property -> assets.find(type)
                        .map(AssetType::actuators)
                        .filter(actuators -> actuators.containsKey(property))
                        .isPresent())
                .map(property -> type);
    }

    Group group() {
        return group;
    }

    /** Names of the asset types whose actuators the group claims. */
    Set<String> subjects() {
        return subjects;
    }

    /** Whether the rules see another law than when this was asked last. */
    boolean lawTurned(Moment moment) {
        if (moment.at().isBefore(turn)) {
            return false;
        }
        if (turns == null) {
            turns = new LawTurns(all.readBy(group.regulation()).toList(), moment.calendar());
        }
        turn = turns.nextAfter(moment.at());
        Scene scene = new Scene();
        new LawFacts(group, moment, scene, all::find).add();
        List<Object> before = seen;
        seen = List.of(scene.facts, scene.unknown, scene.switchedOn);
        return !seen.equals(before);
    }
}
