package io.citytwin.rules.internal.engine;

import io.citytwin.core.asset.AssetTypes;
import io.citytwin.core.model.AssetType;
import io.citytwin.core.model.Twin;
import io.citytwin.core.model.TwinId;
import io.citytwin.rules.Gatekeeper.Answer;
import io.citytwin.rules.Question;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Vehicles and gates under one law, as far as rules can tell them apart, and what was answered about them. Signatures are
 * written again when anything that they were read from may be another. For one thread at a time.
 */
final class PassageClasses {

    /** Of answers; every signature that nobody had before makes one. */
    private static final int MOST = 200_000;

    private static final int UNSIGNED = 0;
    /** Stands for any vehicle of a type. */
    private static final TwinId ANY = new TwinId("class", "vehicle");

    private final Edition edition;
    private final AssetTypes assets;
    private final Fold city;
    private final LawTurns turns;
    private final Looked view;
    private final Map<TwinId, Passer> passers = new HashMap<>();
    private final Spendings spendings;
    private final Map<String, Kind> kinds = new HashMap<>();
    /** The twins that gates lead to. Of all others it is enough to know which of a vehicle's relations lead to the same one. */
    private final Set<TwinId> around = new HashSet<>();

    private final PassageAnswers answers;
    private int remembered;
    private int crossings;
    private boolean runs;
    private boolean countsElsewhere;
    private long version;
    private long turn;
    private Instant nextTurn = Instant.MIN;
    private Moment moment;

    PassageClasses(Edition edition, AssetTypes assets, Fold city) {
        this.edition = edition;
        this.assets = assets;
        this.city = city;
        this.turns = new LawTurns(edition.law().regulations().toList(), city.calendar());
        this.view = new Looked(city);
        this.answers = new PassageAnswers(edition, city);
        this.spendings = new Spendings(edition.law());
        this.moment = moment(city.now());
        goOn(city.now());
    }

    /** A vehicle that was at a gate. Its number in each of the crossings is 0 until it is asked for. */
    private static final class Passer {

        final Twin twin;
        final Kind kind;
        /** As whom it is counted. */
        final List<Object> holders;

        int[] numbers = {};
        long version = -1;
        long spendings;

        Passer(Twin twin, Kind kind, List<Object> holders) {
            this.twin = twin;
            this.kind = kind;
            this.holders = holders;
        }
    }

    /** Vehicles of one type, and the gates at which some were. */
    private record Kind(
            AssetType type,
            boolean placedByGate,
            List<Group> groups,
            Map<TwinId, Stand> gates,
            Map<List<Group>, Crossings> crossings) {}

    /** A gate, with its number where the same rules hold. */
    private record Stand(Crossings crossings, int gate, long version) {}

    private Moment moment(Instant at) {
        return Moment.of(at, LocalDate.MAX, Instant.MAX, city.calendar());
    }

    /** Whether it is better to begin anew than to remember more. */
    boolean isFull() {
        return remembered >= MOST;
    }

    boolean isOf(Edition other) {
        return edition.hash().equals(other.hash());
    }

    /** Something is known of a twin that was not before. */
    void changed(TwinId twin) {
        passers.remove(twin);
        if (view.at(twin)) {
            version++;
        }
    }

    /** Something may be another in a register. */
    void moved() {
        version++;
    }

    /** A vehicle spent something, and with it all that are counted together with it. */
    void spent(TwinId vehicle) {
        Passer passer = passers.get(vehicle);
        // As whom another one was counted when it passed, nobody knows any more.
        if (passer == null || countsElsewhere) {
            version++;
        } else {
            spendings.add(passer.holders);
        }
    }

    private boolean isStale(Passer passer) {
        if (passer.version == version && passer.spendings == spendings.number()) {
            return false;
        } else if (passer.version != version || spendings.after(passer.spendings, passer.holders)) {
            return true;
        }
        passer.spendings = spendings.number();
        return false;
    }

    /** Time goes on. */
    void goOn(Instant now) {
        Moment then = moment(now);
        if (!then.day().equals(moment.day()) || runs) {
            version++;
            spendings.forget();
        }
        moment = then;
        if (!now.isBefore(nextTurn)) {
            nextTurn = turns.nextAfter(now);
            turn++;
        }
    }

    /** What is said of a vehicle at a gate. */
    Answer at(TwinId vehicle, TwinId gate) {
        Passer passer = passers.get(vehicle);
        if (passer == null) {
            passer = arrive(vehicle);
        }
        Stand stand = passer == null ? null : stand(passer.kind, gate);
        int number = passer == null || stand == null ? Crossings.ALONE : number(passer, stand.crossings());
        if (stand == null || number == Crossings.ALONE || stand.gate() == Crossings.ALONE) {
            return answers.ask(Question.passage(vehicle, gate), moment);
        }
        LongIntMap known = stand.crossings().answers(edition.scenes(), moment, turn);
        long key = Crossings.Pair.key(number, stand.gate());
        int answer = known.get(key);
        if (answer == LongIntMap.ABSENT) {
            Crossings.Pair pair = new Crossings.Pair(number, stand.gate());
            answer = answers.compose(Question.passage(vehicle, gate), moment, stand.crossings(), pair);
            known.put(key, answer);
            remembered++;
        }
        return answers.get(answer);
    }

    private @Nullable Passer arrive(TwinId id) {
        Twin twin = city.twin(id).orElse(null);
        if (twin == null) {
            return null;
        }
        Kind kind = kinds.computeIfAbsent(twin.type().name(), name -> kind(twin.type()));
        Passer passer = new Passer(twin, kind, spendings.holders(twin));
        passers.put(id, passer);
        return passer;
    }

    private Kind kind(AssetType type) {
        Topic topic = new Topic(Twin.of(ANY, type), new Topic.OfActs(AtGate.ACTS));
        return new Kind(type, isPlacedByGate(type), edition.law().provisions(topic), new HashMap<>(), new HashMap<>());
    }

    /** Whether it passes gates, and a gate alone says where it then is and with whom it is counted. */
    private boolean isPlacedByGate(AssetType type) {
        return AtGate.passes(type)
                && Crossings.BY_THE_GATE.containsAll(type.within())
                && !type.properties().containsKey(Jurisdictions.CODE)
                && edition.law()
                        .regulations()
                        .flatMap(regulation -> regulation.state().counters().values().stream())
                        .filter(counter -> counter.of().equals(type.name()))
                        .flatMap(counter -> counter.per().stream())
                        .noneMatch(Crossings.BY_THE_GATE::contains);
    }

    private @Nullable Stand stand(Kind kind, TwinId gate) {
        Stand before = kind.gates().get(gate);
        if (before != null && before.version() == version) {
            return before;
        }
        Twin twin = view.twin(gate).orElse(null);
        if (!kind.placedByGate() || twin == null || !twin.type().name().equals(AtGate.GATE_TYPE)) {
            return null;
        }
        Twin standing = AtGate.at(Twin.of(ANY, kind.type()), twin, Optional.of(gate));
        Jurisdictions where = new Jurisdictions(view);
        List<Group> here = new ArrayList<>();
        List<Object> signature = new ArrayList<>();
        for (Group group : kind.groups()) {
            Jurisdictions.Holds holds = where.of(group.regulation(), standing);
            if (!holds.holds().equals(Optional.of(false))) {
                here.add(group);
                signature.add(holds.missing());
            }
        }
        Crossings there = kind.crossings().computeIfAbsent(here, fresh -> crossings(kind, fresh));
        int known = around.size();
        int number = there.gate(standing, sheet(id -> nameAround(id, gate, there), signature));
        // Who leads to these twins must be known to do so.
        version += around.size() > known ? 1 : 0;
        Stand stand = new Stand(there, number, version);
        kind.gates().put(gate, stand);
        return stand;
    }

    private Crossings crossings(Kind kind, List<Group> here) {
        Crossings fresh = new Crossings(edition.law(), assets, kind.type(), here, crossings++);
        runs |= fresh.seeRuns();
        countsElsewhere |= fresh.seeCountsElsewhere();
        return fresh;
    }

    /** A gate that no vehicle leads to is like any other with the same ground, zone and lane. */
    private Object nameAround(TwinId id, TwinId gate, Crossings crossing) {
        if (id.equals(gate) && !crossing.seeGates()) {
            return AtGate.GATE;
        }
        around.add(id);
        return id;
    }

    private int number(Passer passer, Crossings crossing) {
        if (isStale(passer)) {
            Arrays.fill(passer.numbers, UNSIGNED);
            passer.version = version;
            passer.spendings = spendings.number();
        }
        int position = crossing.position();
        if (position >= passer.numbers.length) {
            passer.numbers = Arrays.copyOf(passer.numbers, crossings);
        }
        if (passer.numbers[position] == UNSIGNED) {
            passer.numbers[position] = sign(passer, crossing);
        }
        return passer.numbers[position];
    }

    private int sign(Passer passer, Crossings crossing) {
        List<TwinId> others = new ArrayList<>();
        List<Object> signature = new ArrayList<>();
        boolean whole = crossing.sign(passer.twin, sheet(id -> nameOf(id, others), signature));
        return whole ? crossing.vehicle(signature) : Crossings.ALONE;
    }

    private Object nameOf(TwinId id, List<TwinId> others) {
        if (around.contains(id)) {
            return id;
        } else if (!others.contains(id)) {
            others.add(id);
        }
        return others.indexOf(id);
    }

    private Look.Sheet sheet(Function<TwinId, Object> names, List<Object> signature) {
        return new Look.Sheet(ANY, view, moment, names, signature);
    }
}
