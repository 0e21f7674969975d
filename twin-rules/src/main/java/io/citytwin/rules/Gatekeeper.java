package io.citytwin.rules;

import io.citytwin.core.model.Quantity;
import io.citytwin.core.model.TwinId;
import io.citytwin.rules.StandingFindings.Ruling;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Says at once what a gate must know of a vehicle that stands before it, at the engine's time and on all that is known.
 * Vehicles that no rule can tell apart share an answer, and rules are asked only where nobody asked them before. It is the
 * same as {@link RegulationEngine#decide} says of {@link Question#passage}, which also gives the reasons and tells how sure
 * the law behind them is. Not for implementing outside this library.
 *
 * <p>Safe for use by many threads.
 */
public interface Gatekeeper {

    /**
     * May a vehicle go through a gate now, and what does it cost? Asking moves no counter; a passage that is told to the
     * engine does.
     *
     * @param vehicle who stands there
     * @param gate where
     * @return shared by all of whom the same is said
     * @throws io.citytwin.core.error.CityTwinException {@code R302} if it names what does not exist
     */
    Answer at(TwinId vehicle, TwinId gate);

    /**
     * What a decision says, without whom it is about and what it rests on. Immutable.
     *
     * @param outcome the answer
     * @param fee what is due, in EUR; empty if what is unknown would decide it
     * @param rulings what decided it, see {@link Decision#findings()}
     * @param lifted bans and fees that would hold, but for an exemption
     * @param spends the counters, as {@code regulation/counter}, that settling would move
     * @param unknown the cells whose value would decide
     */
    record Answer(
            Decision.Outcome outcome,
            Optional<Quantity> fee,
            List<Ruling> rulings,
            List<Lifted> lifted,
            SortedSet<String> spends,
            SortedSet<String> unknown) {

        /** Copies the collections. */
        public Answer {
            rulings = List.copyOf(rulings);
            lifted = List.copyOf(lifted);
            spends = Collections.unmodifiableSortedSet(new TreeSet<>(spends));
            unknown = Collections.unmodifiableSortedSet(new TreeSet<>(unknown));
        }

        /**
         * What a gate needs of a decision.
         *
         * @param decision on a passage
         * @return the same answer without identities
         */
        public static Answer of(Decision decision) {
            return new Answer(
                    decision.outcome(),
                    decision.fee(),
                    decision.findings().stream().map(Answer::ruling).toList(),
                    decision.lifted().stream()
                            .map(lifted -> new Lifted(ruling(lifted.finding()), ruling(lifted.by())))
                            .toList(),
                    decision.spends(),
                    decision.unknown());
        }

        private static Ruling ruling(Finding finding) {
            return new Ruling(finding.provision().id(), finding.effect());
        }
    }

    /**
     * A ban or a fee that an exemption lifted. Immutable.
     *
     * @param ruling the ban or fee
     * @param by the exemption that is used for it
     */
    record Lifted(Ruling ruling, Ruling by) {}
}
