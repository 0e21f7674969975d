package io.citytwin.rules.internal.yaml;

import com.google.common.hash.HashCode;
import io.citytwin.core.model.AssetType;
import io.citytwin.rules.bundle.Grant;
import io.citytwin.rules.bundle.Problem;
import io.citytwin.rules.error.RulesError;
import io.citytwin.rules.internal.grammar.Rule;
import io.citytwin.rules.internal.trust.Wildcards;
import io.citytwin.rules.parameter.Parameter;
import io.citytwin.rules.regulation.Place;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Consumer;

/** Compares what a folder orders, and what it does to folders below it, with what its host grants. For one thread at a time. */
final class Guard {

    private static final List<String> NOT_OVERRIDDEN =
            List.of(RawFolder.REGULATION, FolderReader.STATE, FolderReader.RULES);

    private final Draft draft;
    private final Grant grant;
    private final Consumer<Problem> problems;

    private Guard(Draft draft, Grant grant, Consumer<Problem> problems) {
        this.draft = draft;
        this.grant = grant;
        this.problems = problems;
    }

    /**
     * Reports everything that goes beyond the folder's grant.
     *
     * @param below the folder with the same id in a layer below
     */
    static void check(Draft draft, Optional<Draft> below, List<Rule> rules, Consumer<Problem> problems) {
        draft.admission().refusals().forEach(problems);
        draft.admission().grant().ifPresent(grant -> new Guard(draft, grant, problems).check(below, rules));
    }

    private void check(Optional<Draft> below, List<Rule> rules) {
        if (below.isPresent() && !Wildcards.anyFits(grant.replaces(), draft.id())) {
            override(below.get());
            return;
        }
        draft.admission().claims().forEach(problems);
        rules.forEach(this::check);
    }

    private void check(Rule rule) {
        Rule.Action action = rule.action();
        String type = rule.conditions().get(action.subject()).type().name();
        act(action).map(act -> type + "." + act).ifPresent(act -> {
            if (!Wildcards.anyFits(grant.acts(), act)) {
                String what = "The folder may not rule on `" + act + "`.";
                problems.accept(Gate.claim(RulesError.ACT, rule.place(), what, grant.acts()));
            }
        });
        property(action).filter(property -> isActuator(type, property)).ifPresent(property -> {
            if (!Wildcards.anyFits(grant.actuators(), type + "." + property)) {
                String what = "The folder may not command `" + type + "." + property + "`.";
                problems.accept(Gate.claim(RulesError.ACTUATOR, rule.place(), what, grant.actuators()));
            }
        });
    }

    private static Optional<String> act(Rule.Action action) {
        if (action instanceof Rule.Forbid forbid) {
            return Optional.of(forbid.act());
        } else if (action instanceof Rule.Charge charge) {
            return Optional.of(charge.act());
        }
        return action instanceof Rule.Lift lift ? Optional.of(lift.act()) : Optional.empty();
    }

    private static Optional<String> property(Rule.Action action) {
        return action instanceof Rule.Require require ? Optional.of(require.property()) : action.claimed();
    }

    private boolean isActuator(String type, String property) {
        return draft.types()
                .find(type)
                .map(AssetType::actuators)
                .filter(actuators -> actuators.containsKey(property))
                .isPresent();
    }

    /** A copy of a folder below it may differ in granted parameters only; then it claims what that folder may claim. */
    private void override(Draft below) {
        Draft.Content own = draft.content().orElseThrow();
        Draft.Content theirs = below.content().orElseThrow();
        if (!draft.admission().overrides(draft.id())) {
            String what = "The regulation `" + draft.id() + "` of another folder may not be replaced.";
            problems.accept(Gate.claim(RulesError.REPLACED, own.header().id().place(), what, grant.replaces()));
            return;
        }
        for (String file : NOT_OVERRIDDEN) {
            Optional<HashCode> ownHash = Optional.ofNullable(own.hashes().get(file));
            if (!ownHash.equals(Optional.ofNullable(theirs.hashes().get(file)))) {
                Place place = new Place(draft.path().isEmpty() ? file : draft.path() + "/" + file, 1, 1);
                refuse(place, "`" + file + "` is not the same as in the regulation whose parameters may be changed.");
            }
        }
        SortedSet<String> names = new TreeSet<>(own.parameters().byName().keySet());
        names.addAll(theirs.parameters().byName().keySet());
        for (String name : names) {
            Optional<Parameter> changed = own.parameters().find(name);
            boolean same = SameLaw.same(changed, theirs.parameters().find(name));
            if (!same && !Wildcards.anyFits(grant.overrides(), draft.id() + "/" + name)) {
                Place place =
                        changed.map(Parameter::place).orElse(own.header().id().place());
                refuse(place, "The parameter `" + name + "` of another's regulation may not be changed.");
            }
        }
    }

    private void refuse(Place place, String what) {
        problems.accept(Gate.claim(RulesError.OVERRIDDEN, place, what, grant.overrides()));
    }
}
