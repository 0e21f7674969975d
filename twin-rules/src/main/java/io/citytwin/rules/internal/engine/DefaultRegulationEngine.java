package io.citytwin.rules.internal.engine;

import com.google.common.cache.Cache;
import com.google.common.cache.CacheBuilder;
import io.citytwin.core.asset.AssetTypes;
import io.citytwin.core.error.CityTwinException;
import io.citytwin.core.error.CoreError;
import io.citytwin.core.model.Twin;
import io.citytwin.core.model.TwinId;
import io.citytwin.core.signal.Input;
import io.citytwin.core.time.CivilCalendar;
import io.citytwin.rules.AsOf;
import io.citytwin.rules.Decision;
import io.citytwin.rules.Finding;
import io.citytwin.rules.Question;
import io.citytwin.rules.RegulationEngine;
import io.citytwin.rules.error.RulesError;
import io.citytwin.rules.register.LevelDecision;
import io.citytwin.rules.register.Settlement;
import io.citytwin.rules.register.StateSpec;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * The engine: one live fold of all inputs, and folds of the same inputs as other clocks see them. Safe for use by many
 * threads.
 */
public final class DefaultRegulationEngine implements RegulationEngine {

    private static final int REMEMBERED_FOLDS = 8;
    private static final LocalTime ANNOUNCEMENTS = LocalTime.of(13, 0);

    private final Law law;
    private final AssetTypes assets;
    private final Scenes scenes;
    private final LevelJudge judge;
    private final CivilCalendar calendar;
    private final List<Input> journal = new ArrayList<>();
    private final PassageNumbers passages = new PassageNumbers();
    private final Fold live;
    private final Cache<Refold, Fold> refolds =
            CacheBuilder.newBuilder().maximumSize(REMEMBERED_FOLDS).build();
    private final ReentrantLock turn = new ReentrantLock();

    /**
     * An engine without twins.
     *
     * @param law the compiled rules, which other engines may use as well
     * @param assets all types that twins may have
     * @param calendar time zone and holidays
     * @param shards from 1
     */
    public DefaultRegulationEngine(Law law, AssetTypes assets, CivilCalendar calendar, int shards) {
        this.law = law;
        this.assets = assets;
        this.scenes = new Scenes(law, assets);
        this.judge = new LevelJudge(scenes, law, shards);
        this.calendar = calendar;
        this.live = new Fold(law, judge, calendar, Optional.empty(), false);
    }

    /** How inputs are folded again, and how many of them there were. */
    private record Refold(
            Optional<LocalDate> published, Optional<Instant> known, boolean hindsight, int inputs, Instant now) {}

    @Override
    public long accept(Input input) {
        return inTurn(() -> {
            Optional<Long> before =
                    input instanceof Input.Passed passed ? passages.of(passed.passage(), live) : Optional.empty();
            return before.orElseGet(() -> take(input));
        });
    }

    private long take(Input input) {
        refuseThePast(input.receivedAt());
        live.check(input);
        live.accept(input);
        journal.add(input);
        if (input instanceof Input.Passed passed) {
            passages.put(passed.passage(), journal.size());
        }
        return (long) journal.size();
    }

    private void refuseThePast(Instant moment) {
        if (moment.isBefore(live.now())) {
            throw new CityTwinException(
                    CoreError.ORDER,
                    "`" + moment + "` is before the engine's time `" + live.now() + "`.",
                    "Maybe give the input the instant at which it reached the city; what it measured may be older.");
        }
    }

    @Override
    public void put(Twin... twins) {
        for (Twin twin : twins) {
            inTurn(() -> accept(new Input.TwinChanged(twin, live.now())));
        }
    }

    @Override
    public void announce(TwinId subject, String level, String state, LocalDate from) {
        int slash = level.lastIndexOf('/');
        String regulation = slash < 0 ? "" : level.substring(0, slash);
        Instant eve = calendar.at(from.minusDays(1), ANNOUNCEMENTS);
        inTurn(() -> accept(new Input.Announced(
                regulation,
                level.substring(slash + 1),
                subject,
                state,
                from,
                eve.isAfter(live.now()) ? eve : live.now(),
                "announcement")));
    }

    @Override
    public void advanceTo(Instant moment) {
        inTurn(() -> {
            accept(new Input.Tick(moment));
            return moment;
        });
    }

    @Override
    public Instant now() {
        return inTurn(live::now);
    }

    @Override
    public Decision decide(Question question, AsOf asOf) {
        return inTurn(() -> {
            Fold city = seen(asOf);
            Instant known = asOf.known().orElse(Instant.MAX);
            LocalDate published = asOf.published().orElse(LocalDate.MAX);
            return new Decider(law, scenes, city, Moment.of(asOf.at(), published, known, calendar))
                    .decide(question, asOf);
        });
    }

    /** The live fold knows what each decision saw, but of twins only the latest. */
    private Fold seen(AsOf asOf) {
        boolean allKnown = asOf.known().filter(live.now()::isAfter).isEmpty();
        return allKnown ? foldFor(asOf) : again(asOf);
    }

    /**
     * Asks again and again, as if one thing were different. Other callers wait meanwhile.
     *
     * @param asOf the moment and what of data and law to see
     * @param work what is asked
     * @return what comes of it
     * @param <T> what comes of it
     */
    public <T> T inquire(AsOf asOf, Function<Inquiry, T> work) {
        return inTurn(() -> work.apply(new Inquiry(law, judge, seen(asOf), calendar, asOf)));
    }

    /** The live fold answers all that was decided under its own law; another law or hindsight decides the past again. */
    private Fold foldFor(AsOf asOf) {
        if (asOf.published().isEmpty() && !asOf.hindsight()) {
            return live;
        }
        return again(asOf);
    }

    private Fold again(AsOf asOf) {
        Refold how = new Refold(asOf.published(), asOf.known(), asOf.hindsight(), journal.size(), live.now());
        Fold before = refolds.getIfPresent(how);
        if (before == null) {
            before = refold(how);
            refolds.put(how, before);
        }
        return before;
    }

    private Fold refold(Refold how) {
        Fold fold = new Fold(law, judge, calendar, how.published(), how.hindsight());
        Instant known = how.known().orElse(Instant.MAX);
        for (Input input : journal) {
            if (input instanceof Input.Tick || !input.receivedAt().isAfter(known)) {
                fold.accept(input);
            }
        }
        fold.advanceTo(live.now());
        return fold;
    }

    @Override
    public List<Finding> findings(TwinId twin) {
        return inTurn(() -> {
            Moment moment = Moment.of(live.now(), LocalDate.MAX, Instant.MAX, calendar);
            return new Decider(law, scenes, live, moment).standing(known(twin));
        });
    }

    /**
     * Follows what the law claims of actuators.
     *
     * @return claims that nobody else steps
     */
    public Standing standing() {
        return new Standing(law, assets, live, journal, turn);
    }

    /**
     * When the answer to a question can turn by time alone, as far as the law that answers it says.
     *
     * @param question about twins that the engine knows
     * @param after not included
     * @param until included
     * @return in order
     */
    public List<Instant> turns(Question question, Instant after, Instant until) {
        return inTurn(() -> LawTurns.of(law, Topic.of(question, live), calendar).between(after, until));
    }

    private Twin known(TwinId twin) {
        return live.twin(twin)
                .orElseThrow(() -> new CityTwinException(
                        RulesError.QUESTION,
                        "`" + twin + "` is not a known twin.",
                        "Maybe tell the engine of the twin first."));
    }

    @Override
    public List<Settlement> settlements() {
        return inTurn(() -> List.copyOf(live.settlements().values()));
    }

    @Override
    public Optional<Settlement> settlement(String passage) {
        return inTurn(() -> Optional.ofNullable(live.settlements().get(passage)));
    }

    @Override
    public List<LevelDecision> levelDecisions() {
        return inTurn(() -> live.book().decisions());
    }

    @Override
    public List<LevelDecision> levelDecisions(AsOf asOf) {
        return inTurn(() -> foldFor(asOf).book().decisions().stream()
                .filter(decision -> !decision.decidedAt().isAfter(seenUntil(asOf)))
                .toList());
    }

    @Override
    public String levelOn(String regulation, String level, TwinId subject, LocalDate day) {
        StateSpec.Level spec = levelOf(regulation, level);
        return inTurn(() -> live.stateOn(regulation, spec, subject, day, Instant.MAX));
    }

    @Override
    public String levelOn(String regulation, String level, TwinId subject, LocalDate day, AsOf asOf) {
        StateSpec.Level spec = levelOf(regulation, level);
        return inTurn(() -> foldFor(asOf).stateOn(regulation, spec, subject, day, seenUntil(asOf)));
    }

    /** Decisions after it are not seen. In hindsight all were made on what is known by then, whenever that was. */
    private static Instant seenUntil(AsOf asOf) {
        return asOf.hindsight()
                ? asOf.at()
                : asOf.known().filter(known -> known.isBefore(asOf.at())).orElse(asOf.at());
    }

    private StateSpec.Level levelOf(String regulation, String level) {
        return law.find(regulation)
                .flatMap(found -> Optional.ofNullable(found.state().levels().get(level)))
                .orElseThrow(() -> new CityTwinException(
                        RulesError.INPUT,
                        "`" + regulation + "` has no level `" + level + "`.",
                        "Maybe look at the folder's state.yaml."));
    }

    @Override
    public void close() {
        refolds.invalidateAll();
    }

    private <T> T inTurn(Supplier<T> work) {
        turn.lock();
        try {
            return work.get();
        } finally {
            turn.unlock();
        }
    }
}
