package io.citytwin.rules.internal.engine;

import io.citytwin.core.asset.AssetTypes;
import io.citytwin.core.model.Actuator;
import io.citytwin.core.model.AssetType;
import io.citytwin.core.model.Observation;
import io.citytwin.core.model.Twin;
import io.citytwin.core.model.TwinId;
import io.citytwin.core.signal.Input;
import io.citytwin.rules.Finding;
import io.citytwin.rules.directive.ActuatorId;
import io.citytwin.rules.directive.Doubt;
import io.citytwin.rules.internal.grammar.Rule;
import java.time.Instant;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.locks.ReentrantLock;

/**
 * All that the law claims of actuators, of every twin, kept up to date: a group of rules is asked again only about twins
 * for which something that it looked at is another, and about all of them when the city goes by another law. Where the
 * answer is unknown, the last certain claims stand. Safe for use by many threads.
 */
public final class Standing {

    private final AssetTypes assets;
    private final Fold city;
    private final InputLog journal;
    private final ReentrantLock turn;
    private final Claims answers = new Claims();
    private Edition edition;
    private ClassTables tables;
    private Map<String, Group> groups;
    private int taken;

    Standing(AssetTypes assets, Fold city, InputLog journal, ReentrantLock turn) {
        this.assets = assets;
        this.city = city;
        this.journal = journal;
        this.turn = turn;
        this.edition = city.edition();
        this.groups = groups(edition);
        this.tables = tables(edition);
    }

    private static Map<String, Group> groups(Edition edition) {
        Map<String, Group> byId = new HashMap<>();
        edition.law().provisions().forEach(group -> byId.put(group.regulation().id() + "/" + group.name(), group));
        return byId;
    }

    private ClassTables tables(Edition of) {
        return new ClassTables(
                new ClassTables.Asked(
                        of.law(),
                        of.scenes(),
                        new KeptRegisters(city),
                        at -> city.momentAt(at, Instant.MAX),
                        new Topic.OfDevices(),
                        Standing::claims),
                assets,
                city.calendar(),
                Instant.EPOCH);
    }

    /** Whether a rule claims an actuator of twins of a type. */
    private static boolean claims(Rule rule, AssetType type) {
        String subject = rule.conditions().get(rule.action().subject()).type().name();
        return subject.equals(type.name())
                && rule.action()
                        .claimed()
                        .filter(name -> type.actuators().containsKey(name))
                        .isPresent();
    }

    /**
     * What a step brought. Immutable.
     *
     * @param changed the actuators whose claims are others than at the end of the last step; maybe with the same winner
     * @param inputs all that the engine took since then, in their order
     */
    public record Step(SortedSet<ActuatorId> changed, List<Input> inputs) {}

    /**
     * Ends a step at the engine's time.
     *
     * @return what it brought
     */
    public Step step() {
        turn.lock();
        try {
            List<Input> inputs = List.copyOf(journal.since(taken));
            Moment moment = city.momentAt(city.now(), Instant.MAX);
            SortedSet<ActuatorId> changed = new TreeSet<>();
            boolean reformed = !edition.hash().equals(city.edition().hash());
            Map<Claims.Ask, Claims.Answer> before = new HashMap<>();
            if (reformed) {
                before.putAll(answers.all());
                before.values().forEach(answer -> answer.claims().forEach(claim -> changed.add(Bid.actuator(claim))));
                answers.clear();
                reform();
            }
            Set<Claims.Ask> stale = stale(moment);
            Decider decider = new Decider(edition.law(), edition.scenes(), city, moment);
            // Until what another law says is certain, what the same provision claimed stands.
            stale.forEach(ask -> Optional.ofNullable(before.get(ask)).ifPresent(old -> answers.put(ask, old)));
            stale.forEach(ask -> changed.addAll(judge(ask, decider, reformed)));
            return new Step(changed, inputs);
        } finally {
            turn.unlock();
        }
    }

    /**
     * Whether an actuator tells of a person.
     *
     * @param id which
     * @return true if its property does, or the twin is somebody's
     */
    public boolean isPersonal(ActuatorId id) {
        turn.lock();
        try {
            return city.twin(id.twin())
                    .filter(twin -> twin.type().personal().contains(id.property())
                            || !Collections.disjoint(
                                    twin.type().personal(), twin.values().keySet()))
                    .isPresent();
        } finally {
            turn.unlock();
        }
    }

    /**
     * How many inputs it has looked at.
     *
     * @return by the end of the last step
     */
    public int taken() {
        return taken;
    }

    /**
     * All that it must know to go on after a restart, at the end of a step.
     *
     * @return text for {@link #resume}
     */
    public String state() {
        turn.lock();
        try {
            return answers.state(edition.hash());
        } finally {
            turn.unlock();
        }
    }

    /**
     * Goes on from a state, in an engine that has gone on from its own of the same moment.
     *
     * @param state as another one gave it
     * @throws IllegalArgumentException if the state is none of this version
     */
    public void resume(String state) {
        turn.lock();
        try {
            answers.restore(state);
            reform();
            taken = journal.size();
            // What is asked at this moment was answered then.
            stale(city.momentAt(city.now(), Instant.MAX));
        } finally {
            turn.unlock();
        }
    }

    /** Under another law everything is asked again. */
    private void reform() {
        edition = city.edition();
        groups = groups(edition);
        tables = tables(edition);
        city.twins().values().forEach(tables::put);
    }

    /** What is said of twins for which something that rules can tell apart is another. */
    private Set<Claims.Ask> stale(Moment moment) {
        for (Input input : journal.since(taken)) {
            if (input instanceof Input.Observed seen) {
                observe(seen.observation());
            } else if (input instanceof Input.TwinChanged changed) {
                city.twin(changed.twin().id()).ifPresent(tables::put);
            }
        }
        taken = journal.size();
        tables.advanceTo(moment.at());
        tables.readRegisters();
        Set<Claims.Ask> stale = new TreeSet<>();
        tables.step((twin, before, now) -> stale.add(new Claims.Ask(tables.idOf(twin), now.provision())));
        return stale;
    }

    private void observe(Observation observation) {
        Twin twin = city.twin(observation.twin()).orElseThrow();
        String property = observation.property();
        if (twin.type().properties().containsKey(property)) {
            tables.set(
                    tables.numberOf(twin.id()),
                    tables.column(twin.type().name(), property),
                    twin.value(property).orElse(null));
        }
    }

    /** Asks again; the actuators whose claims have changed by it. */
    private Set<ActuatorId> judge(Claims.Ask ask, Decider decider, boolean reformed) {
        Group group = Objects.requireNonNull(groups.get(ask.provision()));
        Twin subject = city.twin(ask.twin()).orElseThrow();
        Decider.Verdict verdict = decider.judge(group, new Topic(subject, new Topic.OfDevices()), city);
        List<Finding> before = answers.of(ask);
        List<Finding> now = verdict.unknown().isEmpty() ? Claims.of(verdict, subject) : before;
        boolean same = Claims.sayTheSame(before, now);
        // What an earlier law says is not kept for longer than it stands.
        answers.put(ask, new Claims.Answer(same && !reformed ? before : now, verdict.unknown()));
        Set<ActuatorId> changed = new TreeSet<>();
        if (!same) {
            before.forEach(claim -> changed.add(Bid.actuator(claim)));
            now.forEach(claim -> changed.add(Bid.actuator(claim)));
        }
        return changed;
    }

    /**
     * An actuator of a twin.
     *
     * @param id of any actuator
     * @return empty if the twin is not known or has no such actuator
     */
    public Optional<Actuator> actuator(ActuatorId id) {
        turn.lock();
        try {
            return city.twin(id.twin()).map(twin -> twin.type().actuators().get(id.property()));
        } finally {
            turn.unlock();
        }
    }

    /**
     * What provisions claim of an actuator, as of the last step.
     *
     * @param id of any actuator
     * @param language of the sentences
     * @return by provision
     */
    public List<Bid> bids(ActuatorId id, String language) {
        turn.lock();
        try {
            return answers.of(id.twin())
                    .filter(claim -> Bid.actuator(claim).equals(id))
                    .map(claim -> Bid.of(edition.law(), claim, language))
                    .toList();
        } finally {
            turn.unlock();
        }
    }

    /**
     * All claims that stand.
     *
     * @param twin whose actuators
     * @return sorted by provision
     */
    public List<Finding> claims(TwinId twin) {
        turn.lock();
        try {
            return answers.of(twin).sorted(Claims.CANONICAL).toList();
        } finally {
            turn.unlock();
        }
    }

    /**
     * The provisions of which nobody can say whether they claim.
     *
     * @return sorted by twin and provision
     */
    public List<Doubt> doubts() {
        turn.lock();
        try {
            return answers.doubts();
        } finally {
            turn.unlock();
        }
    }
}
