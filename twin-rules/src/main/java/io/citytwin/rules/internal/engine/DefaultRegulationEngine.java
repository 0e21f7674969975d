package io.citytwin.rules.internal.engine;

import io.citytwin.core.asset.AssetTypes;
import io.citytwin.core.model.Twin;
import io.citytwin.core.model.TwinId;
import io.citytwin.core.signal.Input;
import io.citytwin.core.time.CivilCalendar;
import io.citytwin.rules.AsOf;
import io.citytwin.rules.Decision;
import io.citytwin.rules.Finding;
import io.citytwin.rules.Gatekeeper;
import io.citytwin.rules.Isolated;
import io.citytwin.rules.LawChange;
import io.citytwin.rules.Question;
import io.citytwin.rules.RegulationEngine;
import io.citytwin.rules.Shadow;
import io.citytwin.rules.register.LevelDecision;
import io.citytwin.rules.register.Settlement;
import io.citytwin.rules.regulation.Regulation;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Collection;
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

    private static final LocalTime ANNOUNCEMENTS = LocalTime.of(13, 0);

    private final Laws laws;
    private final String firstLaw;
    private final AssetTypes assets;
    private final CivilCalendar calendar;
    private final InputLog journal = new InputLog();
    private final PassageNumbers passages = new PassageNumbers();
    private final Fold live;
    private final Refolds refolds;
    private final LevelReading levels;
    private final ReentrantLock turn = new ReentrantLock();
    private final DefaultGatekeeper gatekeeper;
    private final EngineMemory memory;

    /**
     * An engine without twins.
     *
     * @param law the compiled rules, which other engines may use as well
     * @param assets all types that twins may have
     * @param calendar time zone and holidays
     * @param shards from 1
     */
    public DefaultRegulationEngine(Law law, AssetTypes assets, CivilCalendar calendar, int shards) {
        this(law, assets, new Scenes(law, assets), calendar, shards);
    }

    /** What is remembered of the law can be shared. */
    DefaultRegulationEngine(Law law, AssetTypes assets, Scenes scenes, CivilCalendar calendar, int shards) {
        this.laws = new Laws(assets, shards);
        this.assets = assets;
        this.calendar = calendar;
        Edition first = laws.give(law, scenes);
        this.firstLaw = first.hash();
        this.live = new Fold(first, laws::find, calendar, Optional.empty(), false);
        this.gatekeeper = new DefaultGatekeeper(assets, live, journal, turn);
        EngineMemory.Parts parts =
                new EngineMemory.Parts(laws, firstLaw, assets, calendar, journal, passages, live, gatekeeper, turn);
        this.refolds = new Refolds(parts);
        this.levels = new LevelReading(laws, firstLaw, live, refolds);
        this.memory = new EngineMemory(parts);
    }

    @Override
    public long accept(Input input) {
        return inTurn(() -> {
            Optional<Long> before =
                    input instanceof Input.Passed passed ? passages.of(passed.passage(), live) : Optional.empty();
            return before.orElseGet(() -> take(input));
        });
    }

    private long take(Input input) {
        if (input instanceof Input.LawAdopted adopted) {
            laws.refuseUnknown(adopted.hash());
        }
        live.check(input);
        live.accept(input);
        journal.add(input);
        if (input instanceof Input.Passed passed) {
            passages.put(passed.passage(), journal.size());
        }
        return (long) journal.size();
    }

    @Override
    public void put(Twin... twins) {
        List.of(twins).forEach(twin -> inTurn(() -> accept(new Input.TwinChanged(twin, live.now()))));
    }

    @Override
    public void announce(TwinId subject, String level, String state, LocalDate from) {
        Instant eve = calendar.at(from.minusDays(1), ANNOUNCEMENTS);
        String regulation = level.substring(0, Math.max(0, level.lastIndexOf('/')));
        String name = level.substring(level.lastIndexOf('/') + 1);
        inTurn(() -> {
            Instant at = eve.isAfter(live.now()) ? eve : live.now();
            return accept(new Input.Announced(regulation, name, subject, state, from, at, "announcement"));
        });
    }

    @Override
    public void advanceTo(Instant moment) {
        inTurn(() -> {
            accept(new Input.Tick(moment));
            return moment;
        });
    }

    @Override
    public String prepare(Collection<Regulation> regulations) {
        return laws.give(regulations, lawInForce()).hash();
    }

    @Override
    public LawChange adopt(Collection<Regulation> regulations) {
        // Held on to until it is applied; nobody else does.
        Edition next = laws.give(regulations, lawInForce());
        return inTurn(() -> {
            Edition before = live.edition();
            Instant at = live.now();
            long number = accept(new Input.LawAdopted(next.hash(), at));
            boolean same = before.hash().equals(next.hash());
            return LawChanges.between(
                    before, next, number, at, same ? List.of() : live.book().ended());
        });
    }

    @Override
    public String law() {
        return inTurn(() -> live.edition().hash());
    }

    /** The compiled law. */
    Law lawInForce() {
        return inTurn(() -> live.edition().law());
    }

    @Override
    public Shadow shadow(Collection<Regulation> candidate, Shadow.Since since) {
        Edition edition = laws.compiled(candidate, lawInForce());
        ShadowRun.Host host = new ShadowRun.Host(
                laws, firstLaw, assets, calendar, this::adopt, number -> inTurn(() -> memory.since(number)));
        return inTurn(() -> new ShadowRun(host, edition, since, journal.size(), live.now()));
    }

    @Override
    public Instant now() {
        return inTurn(live::now);
    }

    @Override
    public Decision decide(Question question, AsOf asOf) {
        return inTurn(() -> {
            Instant known = asOf.known().orElse(Instant.MAX);
            LocalDate published = asOf.published().orElse(LocalDate.MAX);
            Moment moment = Moment.of(asOf.at(), published, known, calendar);
            return refolds.seen(asOf)
                    .map(city -> decider(city, moment).decide(question, asOf))
                    .orElseGet(() -> Erasure.decision(question, asOf, calendar.zone()));
        });
    }

    private static Decider decider(Fold city, Moment moment) {
        return new Decider(city.edition().law(), city.edition().scenes(), city, moment);
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
        return inTurn(() -> work.apply(inquiry(asOf)));
    }

    private Inquiry inquiry(AsOf asOf) {
        Optional<Fold> city = refolds.seen(asOf);
        return new Inquiry(
                city.orElse(live), asOf, city.isPresent() ? journal.erasedUntil() : Optional.of(Instant.MAX));
    }

    @Override
    public Gatekeeper gatekeeper() {
        return gatekeeper;
    }

    @Override
    public List<Finding> findings(TwinId twin) {
        return inTurn(() -> {
            Moment moment = Moment.of(live.now(), LocalDate.MAX, Instant.MAX, calendar);
            return decider(live, moment).standing(Topic.known(twin, live));
        });
    }

    /**
     * Follows what the law claims of actuators.
     *
     * @return claims that nobody else steps
     */
    public Standing standing() {
        return inTurn(() -> new Standing(assets, live, journal, turn));
    }

    /**
     * What of the engine outlives its process.
     *
     * @return the same one each time
     */
    public EngineMemory memory() {
        return memory;
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
        return inTurn(() -> LawTurns.of(live.edition().law(), Topic.of(question, live), calendar)
                .between(after, until));
    }

    @Override
    public List<Isolated> isolated() {
        return lawInForce().isolation().all();
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
        return inTurn(() -> levels.decisions(asOf));
    }

    @Override
    public String levelOn(String regulation, String level, TwinId subject, LocalDate day) {
        return inTurn(() -> levels.on(new LevelReading.Wanted(regulation, level, subject), day));
    }

    @Override
    public String levelOn(String regulation, String level, TwinId subject, LocalDate day, AsOf asOf) {
        return inTurn(() -> levels.on(new LevelReading.Wanted(regulation, level, subject), day, asOf));
    }

    @Override
    public void close() {
        refolds.forget();
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
