package io.citytwin.rules.verify;

import io.citytwin.core.asset.AssetTypes;
import io.citytwin.core.error.CityTwinException;
import io.citytwin.core.time.CivilCalendar;
import io.citytwin.rules.bundle.RegulationBundle;
import io.citytwin.rules.internal.mutate.MutationRun;
import io.citytwin.rules.internal.verify.City;
import io.citytwin.rules.regulation.Regulation;

/**
 * Changes a regulation in many small ways, one at a time, and looks whether a case of the folder notices: each number,
 * date, season and window of hours, each name, sign, condition and rule, each cell and row of a table. A change that no
 * case notices shows which case is missing. Safe for use by many threads.
 */
public final class Mutations {

    private Mutations() {}

    /**
     * Told of each mutant, so that somebody who waits can see it go on. For one thread at a time.
     */
    public interface Progress {

        /**
         * One more is decided.
         *
         * @param done how many are
         * @param all how many will be
         * @param mutant what came of this one
         */
        void decided(int done, int all, Mutant mutant);
    }

    /**
     * How many changes are tried. Immutable.
     *
     * @param most at most so many, chosen by chance
     * @param seed the same seed chooses the same
     */
    public record Sample(int most, long seed) {

        /**
         * All of them.
         *
         * @return no sample
         */
        public static Sample everything() {
            return new Sample(Integer.MAX_VALUE, 0);
        }
    }

    /**
     * Tries all changes of one regulation, with the built-in asset types and the civil calendar of Rome.
     *
     * @param bundle holds the regulations that it uses
     * @param regulation whose folder is changed, in memory only
     * @return what came of each change
     * @throws CityTwinException {@code R307} if a case fails without any change
     */
    public static MutationReport run(RegulationBundle bundle, Regulation regulation) {
        return run(bundle, regulation, Sample.everything(), (done, all, mutant) -> {});
    }

    /**
     * Tries changes of one regulation, with the built-in asset types and the civil calendar of Rome.
     *
     * @param bundle holds the regulations that it uses
     * @param regulation whose folder is changed, in memory only
     * @param sample how many changes
     * @param progress told of each
     * @return what came of each change
     * @throws CityTwinException {@code R307} if a case fails without any change
     */
    public static MutationReport run(RegulationBundle bundle, Regulation regulation, Sample sample, Progress progress) {
        City city = City.of(bundle.regulations(), AssetTypes.builtIn(), CivilCalendar.italy());
        return new MutationRun(bundle, regulation, city).run(sample, progress);
    }
}
