package io.citytwin.rules.internal.engine;

import io.citytwin.core.asset.AssetTypes;
import io.citytwin.core.model.Actuator;
import io.citytwin.core.model.Twin;
import io.citytwin.core.model.TwinId;
import io.citytwin.core.signal.Input;
import io.citytwin.rules.Effect;
import io.citytwin.rules.Finding;
import io.citytwin.rules.directive.ActuatorId;
import io.citytwin.rules.directive.Award;
import io.citytwin.rules.directive.Doubt;
import io.citytwin.rules.internal.engine.Claimants.Ask;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
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

    private final AssetTypes assets;
    private final Fold city;
    private final List<Input> journal;
    private final ReentrantLock turn;
    private final Map<Ask, Answer> answers = new HashMap<>();
    private Claimants claimants;
    private int taken;

    Standing(AssetTypes assets, Fold city, List<Input> journal, ReentrantLock turn) {
        this.assets = assets;
        this.city = city;
        this.journal = journal;
        this.turn = turn;
        this.claimants = new Claimants(city.edition(), assets, city);
    }

    /** What it claims of the twin's actuators since it was last certain, and what it lacks to be certain now. */
    private record Answer(List<Finding> claims, SortedSet<String> unknown) {}

    /**
     * An actuator with another claim. Immutable.
     *
     * @param actuator its resting and safe value
     * @param award who wins it; empty if nothing claims it
     */
    public record Contested(Actuator actuator, Optional<Award> award) {}

    /**
     * Ends a step at the engine's time.
     *
     * @return the actuators whose claims are others than at the end of the last step; maybe with the same winner
     */
    public SortedMap<ActuatorId, Contested> step() {
        turn.lock();
        try {
            Moment moment = city.momentAt(city.now(), Instant.MAX);
            SortedSet<ActuatorId> changed = new TreeSet<>();
            boolean reformed = !claimants.edition().hash().equals(city.edition().hash());
            if (reformed) {
                answers.values().forEach(answer -> answer.claims().forEach(claim -> changed.add(actuator(claim))));
            }
            Set<Ask> stale = reformed ? reform(moment) : stale(moment);
            taken = journal.size();
            Decider decider = new Decider(city.edition().law(), city.edition().scenes(), city, moment);
            stale.forEach(ask -> changed.addAll(judge(ask, decider, moment, reformed)));
            SortedMap<ActuatorId, Contested> contested = new TreeMap<>();
            changed.forEach(id -> contest(id).ifPresent(found -> contested.put(id, found)));
            return contested;
        } finally {
            turn.unlock();
        }
    }

    /** Under another law everything is asked again; until that is certain, what the same provision claimed stands. */
    private Set<Ask> reform(Moment moment) {
        Map<Claimants.Named, Answer> before = new HashMap<>();
        answers.forEach((ask, answer) -> before.put(ask.named(), answer));
        answers.clear();
        claimants = new Claimants(city.edition(), assets, city);
        Set<Ask> all = new LinkedHashSet<>();
        city.twins().values().stream().flatMap(claimants::asks).forEach(all::add);
        all.forEach(ask -> Optional.ofNullable(before.get(ask.named())).ifPresent(old -> answers.put(ask, old)));
        claimants.turned(moment);
        return all;
    }

    private Set<Ask> stale(Moment moment) {
        List<Input> fresh = journal.subList(taken, journal.size());
        Set<TwinId> touched = new LinkedHashSet<>();
        Set<Ask> stale = new LinkedHashSet<>();
        for (Input input : fresh) {
            if (input instanceof Input.Observed seen) {
                touched.add(seen.observation().twin());
            } else if (input instanceof Input.TwinChanged changed) {
                touched.add(changed.twin().id());
                claimants
                        .asks(changed.twin())
                        .filter(ask -> !answers.containsKey(ask))
                        .forEach(stale::add);
            }
        }
        Watchlist<Ask> watchlist = claimants.watchlist();
        stale.addAll(watchlist.staleByTwins(touched));
        stale.addAll(watchlist.staleByRegisters(moment));
        stale.addAll(staleByLaw(moment));
        return stale;
    }

    private List<Ask> staleByLaw(Moment moment) {
        Set<Group> turned = claimants.turned(moment);
        return turned.isEmpty()
                ? List.of()
                : answers.keySet().stream()
                        .filter(ask -> turned.contains(ask.group()))
                        .toList();
    }

    /** Asks again; the actuators whose claims have changed by it. */
    private Set<ActuatorId> judge(Ask ask, Decider decider, Moment moment, boolean reformed) {
        Watching view = new Watching(city);
        Twin subject = view.twin(ask.twin()).orElseThrow();
        Decider.Verdict verdict = decider.judge(ask.group(), new Topic(subject, new Topic.OfDevices()), view);
        claimants.watchlist().watch(ask, view, moment);
        List<Finding> before = claims(ask).toList();
        List<Finding> now = verdict.unknown().isEmpty() ? claims(verdict, subject) : before;
        boolean same = sayTheSame(before, now);
        // What an earlier law says is not kept for longer than it stands.
        answers.put(ask, new Answer(same && !reformed ? before : now, verdict.unknown()));
        Set<ActuatorId> changed = new TreeSet<>();
        if (!same) {
            before.forEach(claim -> changed.add(actuator(claim)));
            now.forEach(claim -> changed.add(actuator(claim)));
        }
        return changed;
    }

    private static List<Finding> claims(Decider.Verdict verdict, Twin subject) {
        SortedSet<Finding> distinct = new TreeSet<>(CANONICAL);
        for (Finding finding : verdict.findings()) {
            if (subject.type().actuators().containsKey(claimed(finding.effect()).orElse(""))) {
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

    /** The property that an effect claims. */
    private static Optional<String> claimed(Effect effect) {
        if (effect instanceof Effect.Limit limit) {
            return Optional.of(limit.property());
        }
        return effect instanceof Effect.Claim claim ? Optional.of(claim.property()) : Optional.empty();
    }

    private static ActuatorId actuator(Finding claim) {
        return new ActuatorId(claim.subject(), claimed(claim.effect()).orElseThrow());
    }

    private Optional<Contested> contest(ActuatorId id) {
        Twin twin = city.twin(id.twin()).orElseThrow();
        return Optional.ofNullable(twin.type().actuators().get(id.property()))
                .map(actuator ->
                        new Contested(actuator, new Contest(city.edition().law(), actuator, claims(id, twin)).award()));
    }

    private List<Finding> claims(ActuatorId id, Twin twin) {
        return claimants
                .asks(twin)
                .flatMap(this::claims)
                .filter(claim -> actuator(claim).equals(id))
                .toList();
    }

    private Stream<Finding> claims(Ask ask) {
        return Stream.ofNullable(answers.get(ask)).flatMap(answer -> answer.claims().stream());
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
            return city.twin(twin).stream()
                    .flatMap(claimants::asks)
                    .flatMap(this::claims)
                    .sorted(CANONICAL)
                    .toList();
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
        return new Doubt(ask.twin(), ask.named().provision(), unknown);
    }
}
