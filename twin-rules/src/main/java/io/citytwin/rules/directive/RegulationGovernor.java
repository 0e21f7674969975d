package io.citytwin.rules.directive;

import io.citytwin.core.model.Actuator;
import io.citytwin.core.signal.Directive;
import io.citytwin.core.signal.Input;
import io.citytwin.core.spi.Evaluated;
import io.citytwin.core.spi.Governor;
import io.citytwin.core.spi.Journal;
import io.citytwin.rules.RegulationEngine;
import io.citytwin.rules.internal.binary.RecordCodec;
import io.citytwin.rules.internal.engine.Bid;
import io.citytwin.rules.internal.engine.Contest;
import io.citytwin.rules.internal.engine.DecisionLog;
import io.citytwin.rules.internal.engine.DefaultRegulationEngine;
import io.citytwin.rules.internal.engine.EngineMemory;
import io.citytwin.rules.internal.engine.Keeper;
import io.citytwin.rules.internal.engine.ProvisionWatch;
import io.citytwin.rules.internal.engine.Standing;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Consumer;

/**
 * Asks devices for what the law claims: it follows the claims on all actuators and issues a directive when another one
 * wins. The same inputs and steps always give the same directives. For one thread at a time.
 *
 * <p>A person's override ({@link Input.Overridden}) beats every provision and ends by itself at the end of the first step
 * that reaches its end; one that begins and ends within a step is never asked. Floors bound every winner, and the resting
 * value too. A device is left alone for its actuator's calm after each directive, and is not asked for changes smaller than
 * its band; overrides and floors do not wait. A return to rest always reaches the resting value.
 */
public final class RegulationGovernor implements Governor {

    private static final int SCHEMA = 1;
    private static final RecordCodec<GovernorState> CODEC = RecordCodec.of(GovernorState.class);

    private final RegulationEngine engine;
    private final EngineMemory memory;
    private final Standing standing;
    private final DecisionLog log;
    private final ProvisionWatch watch;
    private final String language;
    private final Ledger ledger = new Ledger();
    private final Asking asking = new Asking(ledger);
    private final Overrides overrides = new Overrides();
    private final Budgets budgets;
    /** What a step that failed has not come to. */
    private final SortedSet<ActuatorId> changed = new TreeSet<>();

    RegulationGovernor(RegulationEngine engine, String language, Allotter allotter) {
        this.engine = engine;
        // The interface is not for implementing elsewhere: there is no other engine.
        DefaultRegulationEngine only = (DefaultRegulationEngine) engine;
        this.memory = only.memory();
        this.standing = only.standing();
        this.log = memory.log();
        this.watch = memory.watch();
        this.language = language;
        this.budgets = new Budgets(allotter, this::actuator);
    }

    /**
     * A governor that gives its reasons in English.
     *
     * @param engine also for questions; inputs that it takes elsewhere count as well
     * @return a governor; closing it leaves the engine open
     */
    public static RegulationGovernor of(RegulationEngine engine) {
        return builder(engine).build();
    }

    /**
     * A governor that gives its reasons in a language.
     *
     * @param engine also for questions; inputs that it takes elsewhere count as well
     * @param language such as {@code it}; another one where a sentence does not have it
     * @return a governor; closing it leaves the engine open
     */
    public static RegulationGovernor of(RegulationEngine engine, String language) {
        return builder(engine).language(language).build();
    }

    /**
     * Prepares a governor.
     *
     * @param engine also for questions; inputs that it takes elsewhere count as well
     * @return a builder
     */
    public static GovernorBuilder builder(RegulationEngine engine) {
        return new GovernorBuilder(engine);
    }

    @Override
    public void accept(Input input) {
        engine.accept(input);
        watch.accept(input);
    }

    @Override
    public boolean takes(String type, String property) {
        return watch.takes(type, property);
    }

    @Override
    public List<Directive> step(Instant moment) {
        engine.advanceTo(moment);
        Standing.Step seen = standing.step();
        budgets.take(seen.inputs());
        changed.addAll(seen.changed());
        changed.addAll(overrides.step(seen.inputs(), moment));
        changed.stream().filter(budgets::splits).forEach(id -> award(id, moment));
        changed.removeIf(budgets::splits);
        changed.stream().filter(budgets::watches).forEach(this::watch);
        changed.addAll(budgets.split(moment));
        changed.addAll(asking.due(moment));
        List<Directive> directives = new ArrayList<>();
        changed.forEach(id -> ask(id, moment).ifPresent(directives::add));
        changed.clear();
        watch.evaluated(moment);
        memory.forget(standing.taken());
        return List.copyOf(directives);
    }

    @Override
    public List<Evaluated> evaluated() {
        return watch.all();
    }

    @Override
    public Set<String> streams() {
        return Set.of(DecisionLog.LEVELS, DecisionLog.PASSAGES, Ledger.STREAM);
    }

    @Override
    public List<Journal.Entry> decisions() {
        List<Journal.Entry> decided = new ArrayList<>(log.take());
        ledger.takeNew().forEach(entry -> decided.add(entry(entry)));
        return decided;
    }

    private Journal.Entry entry(Ledger.Entry entry) {
        return new Journal.Entry(
                Ledger.STREAM,
                entry.actuator().twin().toString(),
                SCHEMA,
                EntryCodec.write(entry),
                standing.isPersonal(entry.actuator()) ? Optional.of(entry.at()) : Optional.empty());
    }

    @Override
    public Optional<String> state() {
        GovernorState state = new GovernorState(
                memory.state(),
                standing.state(),
                asking.state(),
                overrides.state(),
                budgets.awards(),
                budgets.shares(),
                budgets.allotterState());
        return Optional.of(Base64.getEncoder().encodeToString(CODEC.write(state)));
    }

    /**
     * Goes on where an earlier governor was. Its engine must be new, must have been given the law that was in force, and from
     * then on takes inputs through the city only: what it is told beside it is not in the history.
     *
     * @throws IllegalArgumentException if the state was written by another version, or the engine took inputs before
     * @throws io.citytwin.core.error.CityTwinException {@code R430} if the law that was in force is not known
     */
    @Override
    public void resume(Optional<String> state, History history) {
        Optional<GovernorState> known = state.map(RegulationGovernor::read);
        memory.resume(known.map(GovernorState::engine), keeper(history));
        ledger.keptBy(history);
        known.ifPresent(before -> {
            standing.resume(before.claims());
            asking.restore(before.asking());
            overrides.restore(before.overrides());
            budgets.restore(before);
        });
        log.skip();
    }

    private static Keeper keeper(History history) {
        return new Keeper() {
            @Override
            public void inputs(Consumer<Keeper.Stand> base, Consumer<Input> reader) {
                history.inputs(stands -> base.accept(new Keeper.Stand(stands.moment(), known(stands))), reader);
            }

            @Override
            public Optional<Instant> erasedUntil() {
                return history.erasedUntil();
            }
        };
    }

    private static Optional<Keeper.Known> known(Governor.Footing stands) {
        return stands.state()
                .flatMap(RegulationGovernor::known)
                .map(state -> new Keeper.Known(state.engine(), state.claims()));
    }

    private static Optional<GovernorState> known(String text) {
        return CODEC.read(Base64.getDecoder().decode(text));
    }

    private static GovernorState read(String text) {
        return known(text)
                .orElseThrow(() -> new IllegalArgumentException("the governor's state was written by another version"));
    }

    /** A budget is awarded, and no device is asked for it. */
    private void award(ActuatorId budget, Instant moment) {
        actuator(budget).ifPresent(actuator -> {
            Optional<Contest.Outcome> outcome = contest(budget, actuator).outcome();
            if (budgets.award(budget, outcome)) {
                ledger.add(new Ledger.Entry(
                        budget, moment, outcome.map(Contest.Outcome::award), Optional.empty(), Optional.empty()));
            }
        });
    }

    /** What it would be without a share. */
    private void watch(ActuatorId id) {
        actuator(id).ifPresent(actuator -> budgets.award(id, new Contest(actuator, ruled(id)).outcome()));
    }

    private Optional<Directive> ask(ActuatorId id, Instant moment) {
        return actuator(id).flatMap(actuator -> asking.ask(id, actuator, contest(id, actuator), moment));
    }

    private Optional<Actuator> actuator(ActuatorId id) {
        return standing.actuator(id);
    }

    private Contest contest(ActuatorId id, Actuator actuator) {
        List<Bid> bids = ruled(id);
        bids.addAll(budgets.bids(id));
        return new Contest(actuator, bids);
    }

    private List<Bid> ruled(ActuatorId id) {
        List<Bid> bids = new ArrayList<>(standing.bids(id, language));
        overrides.bid(id).ifPresent(bids::add);
        return bids;
    }

    /**
     * Who won each actuator so far, who lost, and why.
     *
     * @return the same ledger each time
     */
    public Ledger ledger() {
        return ledger;
    }

    /**
     * Provisions of which nobody can say, at the end of the last step, whether they claim an actuator. What each claimed
     * when that was last certain still stands.
     *
     * @return sorted by twin and provision
     */
    public List<Doubt> doubts() {
        return standing.doubts();
    }

    @Override
    public void close() {
        asking.forget();
    }
}
