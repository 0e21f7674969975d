package io.citytwin.rules;

import io.citytwin.core.model.Twin;
import io.citytwin.core.model.TwinId;
import io.citytwin.core.signal.Input;
import io.citytwin.rules.register.LevelDecision;
import io.citytwin.rules.register.Settlement;
import io.citytwin.rules.regulation.Regulation;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * Applies regulations to twins. Inputs go in, in the order in which they reached the city; levels follow at their
 * decision instants; questions are answered without side effect. Not for implementing outside this library.
 *
 * <p>Safe for use by many threads. Inputs are taken one after the other.
 */
public interface RegulationEngine extends AutoCloseable {

    /**
     * Prepares an engine.
     *
     * @return a builder with the shipped regulations, the civil calendar of Rome and one shard
     */
    static EngineBuilder builder() {
        return new EngineBuilder();
    }

    /**
     * Takes an input. Everything that was to be decided before {@link Input#receivedAt()} is decided first. A passage is
     * settled, once: the same passage again changes nothing.
     *
     * @param input what happened
     * @return its journal number, from 1; that of the first, for a passage that was settled before
     * @throws io.citytwin.core.error.CityTwinException {@code R304} if it names what does not exist, {@code C108} if it
     *     is older than the engine's own time, or {@code R430} if it names a law that was not given
     */
    long accept(Input input);

    /**
     * Tells the engine of twins, at its own time.
     *
     * @param twins all that is known of them
     */
    void put(Twin... twins);

    /**
     * Takes an authority's announcement of a level's state, as if it had reached the city at 13:00 of the day before, or
     * now if that is later. Use {@link #accept} to say when it really did and where it stands.
     *
     * @param subject the twin that carries the level
     * @param level {@code regulation/level}, such as {@code xx.area.smog/Level}
     * @param state name of the announced state
     * @param from first day in force
     * @throws io.citytwin.core.error.CityTwinException {@code R304} if there is no such level or state
     */
    void announce(TwinId subject, String level, String state, LocalDate from);

    /**
     * Lets time go on and decides what is due, decision instants at {@code moment} included.
     *
     * @param moment not before the engine's own time
     */
    void advanceTo(Instant moment);

    /**
     * Gives the engine another law without going by it yet. Its rules are compiled on the calling thread; the engine goes
     * on meanwhile. {@link Input.LawAdopted} with the answer lets the city go by it.
     *
     * @param regulations the whole law, with all regulations that are used, for the same asset types
     * @return the law's hash
     * @throws io.citytwin.core.error.CityTwinException {@code R431} if a regulation is there twice or a used one is not
     */
    String prepare(Collection<Regulation> regulations);

    /**
     * Goes by another law from now on, whole and at once. What was decided before stays as it was recorded; everything
     * after it sees the other law. A level goes on if the other law declares it for the same kind of twin and still has
     * its state; a counter, if it counts the same; others end, and start again if they are declared all the same.
     *
     * @param regulations the whole law, with all regulations that are used, for the same asset types
     * @return what changed
     * @throws io.citytwin.core.error.CityTwinException {@code R431} if a regulation is there twice or a used one is not;
     *     the law is the same as before then
     */
    LawChange adopt(Collection<Regulation> regulations);

    /**
     * The law that the city goes by.
     *
     * @return its hash
     */
    String law();

    /**
     * Lets a candidate run beside the law that the city goes by.
     *
     * @param candidate the whole law, with all regulations that are used, for the same asset types
     * @param since from when on
     * @return the shadow, to be closed
     * @throws io.citytwin.core.error.CityTwinException {@code R431} if a regulation is there twice or a used one is not
     */
    Shadow shadow(Collection<Regulation> candidate, Shadow.Since since);

    /**
     * How far time has gone.
     *
     * @return the instant of the last input
     */
    Instant now();

    /**
     * Answers a question.
     *
     * @param question about a twin that the engine knows
     * @param asOf the moment and what of data and law to see
     * @return the decision with its reasons; unknown, for want of {@code inputs erased}, before the inputs that are there
     * @throws io.citytwin.core.error.CityTwinException {@code R302} if it names what does not exist
     */
    Decision decide(Question question, AsOf asOf);

    /**
     * Answers what gates ask at the engine's time, many times faster than {@link #decide} and without its reasons.
     *
     * @return the same one each time
     */
    Gatekeeper gatekeeper();

    /**
     * All that the law says about a twin at the engine's time, wherever it is.
     *
     * @param twin a twin that the engine knows
     * @return findings that are certain, sorted by provision
     */
    List<Finding> findings(TwinId twin);

    /**
     * What came of the passages so far, each under the law of its time, as it was settled when it arrived.
     *
     * @return in the order of arrival
     */
    List<Settlement> settlements();

    /**
     * What came of a passage.
     *
     * @param passage its id
     * @return the settlement, or empty if no such passage arrived
     */
    Optional<Settlement> settlement(String passage);

    /**
     * What was decided about levels so far, as it was decided.
     *
     * @return in the order (instant, twin, regulation, level)
     */
    List<LevelDecision> levelDecisions();

    /**
     * What was decided about levels, as another clock sees it.
     *
     * @param asOf {@code at} bounds the decision instants
     * @return in the order (instant, twin, regulation, level)
     * @throws io.citytwin.core.error.CityTwinException {@code R433} if they would have to be decided again and what tells
     *     is erased
     */
    List<LevelDecision> levelDecisions(AsOf asOf);

    /**
     * The state of a level.
     *
     * @param regulation id of the regulation
     * @param level name of the level
     * @param subject the twin that carries it
     * @param day the civil day
     * @return the state's name as decided so far
     * @throws io.citytwin.core.error.CityTwinException {@code R304} if there is no such level
     */
    String levelOn(String regulation, String level, TwinId subject, LocalDate day);

    /**
     * The state of a level, as another clock sees it.
     *
     * @param regulation id of the regulation
     * @param level name of the level
     * @param subject the twin that carries it
     * @param day the civil day
     * @param asOf {@code at} bounds the instants at which it was decided
     * @return the state's name
     * @throws io.citytwin.core.error.CityTwinException {@code R304} if there is no such level; {@code R433} if it would have
     *     to be decided again and what tells is erased
     */
    String levelOn(String regulation, String level, TwinId subject, LocalDate day, AsOf asOf);

    /**
     * Where the evaluation of a regulation was stopped so far, because it took too many steps or failed unexpectedly.
     * Its provisions are unknown there, and other regulations go on.
     *
     * @return sorted by regulation and provision; empty if all is well
     */
    List<Isolated> isolated();

    @Override
    void close();
}
