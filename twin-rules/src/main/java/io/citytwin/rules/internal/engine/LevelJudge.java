package io.citytwin.rules.internal.engine;

import com.google.common.hash.Hashing;
import io.citytwin.core.model.Twin;
import io.citytwin.core.model.TwinId;
import io.citytwin.core.time.RunLength;
import io.citytwin.rules.internal.drools.Firing;
import io.citytwin.rules.internal.grammar.Rule;
import io.citytwin.rules.parameter.LawValue;
import io.citytwin.rules.register.LevelDecision;
import io.citytwin.rules.register.LevelDecision.Reason;
import io.citytwin.rules.register.StateSpec;
import io.citytwin.rules.regulation.Regulation;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Decides one level of one twin at one instant. Safe for use by many threads. */
final class LevelJudge {

    private final Scenes scenes;
    private final Law law;
    private final int shards;

    LevelJudge(Scenes scenes, Law law, int shards) {
        this.scenes = scenes;
        this.law = law;
        this.shards = shards;
    }

    /** Sets the scenes on which rules are asked. */
    Scenes scenes() {
        return scenes;
    }

    /** The shard of a twin: without meaning, the same on every machine. */
    int shardOf(TwinId twin) {
        int hash = Hashing.murmur3_32_fixed()
                .hashString(twin.toString(), StandardCharsets.UTF_8)
                .asInt();
        return Math.floorMod(hash, shards);
    }

    /** The decision, or empty where the regulation does not hold or is not in force. */
    Optional<LevelDecision> judge(Law.LevelGroup level, Twin twin, Moment moment, Fold city) {
        try {
            return judged(level, twin, moment, city);
        } catch (RuntimeException failure) {
            SortedSet<String> unknown = law.isolation().isolate(level.group(), failure);
            return Optional.of(stopped(level, twin, moment, city, unknown));
        }
    }

    private static LevelDecision stopped(
            Law.LevelGroup level, Twin twin, Moment moment, Fold city, SortedSet<String> unknown) {
        Regulation regulation = level.group().regulation();
        String state = level.level().states().names().get(city.level(regulation, level.level(), twin.id(), moment));
        return new LevelDecision(
                regulation.id(),
                level.level().name(),
                twin.id(),
                moment.at(),
                moment.day().plusDays(1),
                state,
                state,
                Reason.HELD,
                Optional.empty(),
                LevelDecision.Known.nothing(),
                unknown,
                List.of());
    }

    private Optional<LevelDecision> judged(Law.LevelGroup level, Twin twin, Moment moment, Fold city) {
        Regulation regulation = level.group().regulation();
        Jurisdictions.Holds here = new Jurisdictions(city).of(regulation, twin);
        if (!inForce(level, moment.day()) || here.holds().equals(Optional.of(false))) {
            return Optional.empty();
        }
        int before = city.level(regulation, level.level(), twin.id(), moment);
        if (here.holds().isEmpty()) {
            Verdict held = new Verdict(before, before, Reason.HELD, here.missing(), List.of(), Optional.empty());
            return Optional.of(decision(level, twin, moment, city, held));
        }
        if (inSeason(regulation, level.level(), moment.day().plusDays(1), moment)) {
            return Optional.of(ask(level, twin, moment, city));
        }
        // The season ends a level once; what an authority announces outside it stays.
        int after = inSeason(regulation, level.level(), moment.day(), moment) ? outside(level) : before;
        return Optional.of(decision(level, twin, moment, city, new Verdict(before, after, Reason.OUT_OF_SEASON)));
    }

    /** The state of the next day, looking at the city only through the view; what is unknown holds the state. */
    int next(Law.LevelGroup level, Twin twin, Moment moment, CityView city) {
        Regulation regulation = level.group().regulation();
        int before = city.level(regulation, level.level(), twin.id(), moment);
        Jurisdictions.Holds here = new Jurisdictions(city).of(regulation, twin);
        if (!inForce(level, moment.day()) || !here.holds().orElse(false)) {
            return before;
        } else if (!inSeason(regulation, level.level(), moment.day().plusDays(1), moment)) {
            return inSeason(regulation, level.level(), moment.day(), moment) ? outside(level) : before;
        }
        return targets(level, scenes.set(level.group(), twin, moment, city))
                .outcome()
                .map(target -> after(level.level(), before, target))
                .orElse(before);
    }

    static boolean inForce(Law.LevelGroup level, LocalDate day) {
        return level.group().rules().stream()
                .map(rule -> level.group().regulation().provisions().get(rule.provision()))
                .anyMatch(provision -> provision != null && provision.inForceOn(day));
    }

    /** What came out, before it is written down. */
    private record Verdict(
            int before,
            int after,
            Reason reason,
            SortedSet<String> unknown,
            List<Firing> firings,
            Optional<Scene> scene) {
        Verdict(int before, int after, Reason reason) {
            this(before, after, reason, new TreeSet<>(), List.of(), Optional.empty());
        }
    }

    private static int outside(Law.LevelGroup level) {
        return level.level().states().names().indexOf(level.level().outside());
    }

    static boolean inSeason(Regulation regulation, StateSpec.Level level, LocalDate day, Moment moment) {
        return level.season()
                .flatMap(name -> regulation.parameters().find(name))
                .flatMap(season -> season.at(day, moment.published()))
                .map(dated -> !(dated.value() instanceof LawValue.OfSeason season)
                        || season.season().contains(day))
                .orElse(true);
    }

    private LevelDecision ask(Law.LevelGroup level, Twin twin, Moment moment, Fold city) {
        Scene scene = scenes.set(level.group(), twin, moment, city);
        law.witness().ifPresent(witness -> witness.asked(Witness.Asked.of(level.group(), scene, moment)));
        int before = city.level(level.group().regulation(), level.level(), twin.id(), moment);
        Completions.Answer<OptionalInt> answer = targets(level, scene);
        if (answer.outcome().isEmpty()) {
            Verdict held = new Verdict(before, before, Reason.HELD, answer.unknown(), List.of(), Optional.of(scene));
            return decision(level, twin, moment, city, held);
        }
        int after = after(level.level(), before, answer.outcome().get());
        Reason reason = after > before ? Reason.RAISED : after < before ? Reason.CLEARED : Reason.KEPT;
        List<Firing> firings = after == before ? List.of() : answer.firings();
        return decision(
                level,
                twin,
                moment,
                city,
                new Verdict(before, after, reason, new TreeSet<>(), firings, Optional.of(scene)));
    }

    private static Completions.Answer<OptionalInt> targets(Law.LevelGroup level, Scene scene) {
        return level.group()
                .moves(
                        Group.Stage.of(scene),
                        () -> new Completions<>(level.group(), scene, LevelJudge::target, level.group()::findings)
                                .ask());
    }

    private static int after(StateSpec.Level level, int before, OptionalInt target) {
        if (target.isEmpty()) {
            return before;
        }
        boolean set = level.target() == StateSpec.Target.EXACTLY || target.getAsInt() == 0;
        return set ? target.getAsInt() : Math.max(before, target.getAsInt());
    }

    /** The strictest state that a rule names; the lowest one if rules only end it. */
    private static OptionalInt target(List<Firing> firings) {
        return firings.stream()
                .map(firing -> firing.rule().action())
                .mapToInt(action -> action instanceof Rule.Raise raise ? raise.state() : 0)
                .max();
    }

    private LevelDecision decision(Law.LevelGroup level, Twin twin, Moment moment, Fold city, Verdict verdict) {
        Regulation regulation = level.group().regulation();
        List<String> states = level.level().states().names();
        SortedMap<String, RunLength> runs = new TreeMap<>();
        regulation.state().runs().values().stream()
                .filter(run -> run.of().equals(twin.type().name()))
                .forEach(run -> runs.put(run.name(), city.run(regulation, run, twin.id(), moment)));
        FindingWriter writer = new FindingWriter(law, city, moment);
        return new LevelDecision(
                regulation.id(),
                level.level().name(),
                twin.id(),
                moment.at(),
                moment.day().plusDays(1),
                states.get(verdict.before()),
                states.get(verdict.after()),
                verdict.reason(),
                Optional.empty(),
                new LevelDecision.Known(
                        city.arrivals()
                                .indicators()
                                .newest(regulation, twin.id(), twin.type().name(), moment),
                        runs),
                verdict.unknown(),
                verdict.scene()
                        .map(scene -> writer.write(level.group(), scene, verdict.firings()))
                        .orElse(List.of()));
    }
}
