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
import io.citytwin.rules.internal.binary.RecordCodec;
import io.citytwin.rules.internal.grammar.Rule;
import java.time.Instant;
import java.util.Base64;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;

/**
 * All that the law claims of actuators, of every twin, kept up to date: a group of rules is asked again only about twins
 * for which something that it looked at is another, and about all of them when the city goes by another law. Where the
 * answer is unknown, the last certain claims stand. Safe for use by many threads.
 */
public final class Standing {

    private static final Comparator<Finding> CANONICAL = Comparator.<Finding, String>comparing(
                    finding -> finding.provision().id())
            .thenComparing(finding -> finding.effect().toString());

    private static final RecordCodec<EngineState.Claims> CODEC = RecordCodec.of(EngineState.Claims.class);

    private final AssetTypes assets;
    private final Fold city;
    private final InputLog journal;
    private final ReentrantLock turn;
    private final SortedMap<Ask, Answer> answers = new TreeMap<>();
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

    /** What a provision is asked about. */
    private record Ask(TwinId twin, String provision) implements Comparable<Ask> {

        @Override
        public int compareTo(Ask other) {
            return Comparator.comparing(Ask::twin).thenComparing(Ask::provision).compare(this, other);
        }
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

    /** What it claims of the twin's actuators since it was last certain, and what it lacks to be certain now. */
    private record Answer(List<Finding> claims, SortedSet<String> unknown) {}

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
            Map<Ask, Answer> before = new HashMap<>();
            if (reformed) {
                answers.values().forEach(answer -> answer.claims().forEach(claim -> changed.add(Bid.actuator(claim))));
                before.putAll(answers);
                reform();
            }
            Set<Ask> stale = stale(moment);
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
            List<EngineState.Claimed> all = answers.entrySet().stream()
                    .map(each -> new EngineState.Claimed(
                            each.getKey().twin(),
                            each.getKey().provision(),
                            each.getValue().claims(),
                            each.getValue().unknown()))
                    .toList();
            return Base64.getEncoder().encodeToString(CODEC.write(new EngineState.Claims(edition.hash(), all)));
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
            EngineState.Claims kept = CODEC.read(Base64.getDecoder().decode(state))
                    .orElseThrow(() -> new IllegalArgumentException("the claims were written by another version"));
            kept.all()
                    .forEach(one ->
                            answers.put(new Ask(one.twin(), one.provision()), new Answer(one.claims(), one.unknown())));
            edition = city.edition();
            groups = groups(edition);
            tables = tables(edition);
            city.twins().values().forEach(tables::put);
            taken = journal.size();
            // What is asked at this moment was answered then.
            stale(city.momentAt(city.now(), Instant.MAX));
        } finally {
            turn.unlock();
        }
    }

    /** Under another law everything is asked again. */
    private void reform() {
        answers.clear();
        edition = city.edition();
        groups = groups(edition);
        tables = tables(edition);
        city.twins().values().forEach(tables::put);
    }

    /** What is said of twins for which something that rules can tell apart is another. */
    private Set<Ask> stale(Moment moment) {
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
        Set<Ask> stale = new TreeSet<>();
        tables.step((twin, before, now) -> stale.add(new Ask(tables.idOf(twin), now.provision())));
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
    private Set<ActuatorId> judge(Ask ask, Decider decider, boolean reformed) {
        Group group = Objects.requireNonNull(groups.get(ask.provision()));
        Twin subject = city.twin(ask.twin()).orElseThrow();
        Decider.Verdict verdict = decider.judge(group, new Topic(subject, new Topic.OfDevices()), city);
        List<Finding> before = claims(ask).toList();
        List<Finding> now = verdict.unknown().isEmpty() ? claims(verdict, subject) : before;
        boolean same = sayTheSame(before, now);
        // What an earlier law says is not kept for longer than it stands.
        answers.put(ask, new Answer(same && !reformed ? before : now, verdict.unknown()));
        Set<ActuatorId> changed = new TreeSet<>();
        if (!same) {
            before.forEach(claim -> changed.add(Bid.actuator(claim)));
            now.forEach(claim -> changed.add(Bid.actuator(claim)));
        }
        return changed;
    }

    private static List<Finding> claims(Decider.Verdict verdict, Twin subject) {
        SortedSet<Finding> distinct = new TreeSet<>(CANONICAL);
        for (Finding finding : verdict.findings()) {
            if (subject.type()
                    .actuators()
                    .containsKey(Bid.claimed(finding.effect()).orElse(""))) {
                distinct.add(finding);
            }
        }
        return List.copyOf(distinct);
    }

    private static boolean sayTheSame(List<Finding> some, List<Finding> others) {
        if (some.size() != others.size()) {
            return false;
        }
        for (int i = 0; i < some.size(); i++) {
            if (!some.get(i).saysSameAs(others.get(i))) {
                return false;
            }
        }
        return true;
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
            return standing(id.twin())
                    .filter(claim -> Bid.actuator(claim).equals(id))
                    .map(claim -> Bid.of(edition.law(), claim, language))
                    .toList();
        } finally {
            turn.unlock();
        }
    }

    private Stream<Finding> claims(Ask ask) {
        return Stream.ofNullable(answers.get(ask)).flatMap(answer -> answer.claims().stream());
    }

    private Stream<Finding> standing(TwinId twin) {
        return answers.subMap(new Ask(twin, ""), new Ask(twin, "\uffff")).values().stream()
                .flatMap(answer -> answer.claims().stream());
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
            return standing(twin).sorted(CANONICAL).toList();
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
            return answers.entrySet().stream()
                    .filter(entry -> !entry.getValue().unknown().isEmpty())
                    .map(entry -> doubt(entry.getKey(), entry.getValue().unknown()))
                    .sorted(Comparator.comparing(Doubt::twin).thenComparing(Doubt::provision))
                    .toList();
        } finally {
            turn.unlock();
        }
    }

    private static Doubt doubt(Ask ask, SortedSet<String> unknown) {
        return new Doubt(ask.twin(), ask.provision(), unknown);
    }
}
