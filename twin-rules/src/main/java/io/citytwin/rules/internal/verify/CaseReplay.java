package io.citytwin.rules.internal.verify;

import io.citytwin.core.error.CityTwinException;
import io.citytwin.rules.RegulationEngine;
import io.citytwin.rules.regulation.Regulation;
import java.util.function.Supplier;

/** Asks what cases ask, without looking at what comes out. For one thread at a time. */
public final class CaseReplay {

    private final City city;
    private final CaseRun cases;

    /**
     * Replays the cases of the city's first regulation.
     *
     * @param city law and asset types
     * @param engines gives a new engine of this law for each case
     */
    public CaseReplay(City city, Supplier<RegulationEngine> engines) {
        this.city = city;
        this.cases = new CaseRun(city, engines);
    }

    /** Asks everything; cases that cannot be understood or asked are passed over. */
    public void run() {
        Regulation regulation = city.main();
        regulation
                .cases()
                .forEach((file, text) -> new CaseReader(city)
                        .read(CaseRunner.folder(regulation) + file, text)
                        .forEach(this::run));
    }

    private void run(Case one) {
        try {
            cases.run(one, outcome -> true);
        } catch (CityTwinException refused) {
            // Whoever runs the cases is told.
            return;
        }
    }
}
