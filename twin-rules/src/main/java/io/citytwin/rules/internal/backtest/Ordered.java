package io.citytwin.rules.internal.backtest;

import io.citytwin.core.asset.AssetTypes;
import io.citytwin.core.model.AssetType;
import io.citytwin.rules.internal.grammar.Rule;
import io.citytwin.rules.regulation.Regulation;
import io.citytwin.rules.verify.BacktestMeasure;
import io.citytwin.rules.verify.BacktestMeasure.Kind;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What the rules of a regulation order. Immutable. */
final class Ordered {

    private Ordered() {}

    static SortedSet<BacktestMeasure> by(Regulation regulation, AssetTypes assets) {
        return Sights.rules(List.of(regulation))
                .flatMap(rule -> measure(rule, assets).stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** What a rule orders, unless it is of another kind. */
    static Optional<BacktestMeasure> measure(Rule rule, AssetTypes assets) {
        String type = rule.conditions().get(rule.action().subject()).type().name();
        if (rule.action() instanceof Rule.Forbid forbid) {
            return Optional.of(new BacktestMeasure(Kind.BAN, type, forbid.act()));
        }
        return rule.action()
                .claimed()
                .filter(property -> assets.find(type)
                        .map(AssetType::actuators)
                        .filter(actuators -> actuators.containsKey(property))
                        .isPresent())
                .map(property -> new BacktestMeasure(Kind.SETTING, type, property));
    }
}
