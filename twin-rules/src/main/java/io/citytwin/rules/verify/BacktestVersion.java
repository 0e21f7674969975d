package io.citytwin.rules.verify;

import io.citytwin.rules.bundle.RegulationBundle;
import io.citytwin.rules.regulation.Regulation;
import java.util.List;

/**
 * A version of a regulation to replay. Immutable.
 *
 * @param name what the report calls it
 * @param regulation whose levels and measures are replayed
 * @param all where the regulations that it uses are looked up
 */
public record BacktestVersion(String name, Regulation regulation, List<Regulation> all) {

    /** Copies the list. */
    public BacktestVersion {
        all = List.copyOf(all);
    }

    /**
     * A version out of a bundle.
     *
     * @param name what the report calls it
     * @param regulation whose levels and measures are replayed
     * @param bundle holds the regulations that it uses
     * @return the version
     */
    public static BacktestVersion of(String name, Regulation regulation, RegulationBundle bundle) {
        return new BacktestVersion(name, regulation, bundle.regulations());
    }
}
