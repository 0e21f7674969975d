package io.citytwin.examples.benchmark.hand;

import io.citytwin.examples.benchmark.city.ReferenceCity;
import io.citytwin.examples.benchmark.city.Town;
import io.citytwin.examples.benchmark.law.ChosenLaw;
import io.citytwin.examples.benchmark.law.LawSheet;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** The moment, the levels and the towns that they hold in. For one thread at a time. */
final class Situation {

    private final ChosenLaw law;
    private final int[] levels = new int[ReferenceCity.PROVINCES];
    private final Town[] towns = new Town[ReferenceCity.TOWNS];
    private final Map<String, LawSheet> sheets = new HashMap<>();
    private Instant moment = ChosenLaw.morning();

    Situation(ChosenLaw law, ReferenceCity city) {
        this.law = law;
        for (int i = 0; i < towns.length; i++) {
            towns[i] = city.townAt(i);
        }
    }

    void moment(Instant now) {
        moment = now;
        sheets.clear();
    }

    void level(int province, int level) {
        levels[province] = level;
    }

    /** What a folder says now. */
    LawSheet law(String folder) {
        return sheets.computeIfAbsent(folder, id -> law.sheet(id, moment));
    }

    Town town(int number) {
        return towns[number];
    }

    /** The level that holds in a town's province. */
    int levelIn(int town) {
        return levels[towns[town].province()];
    }
}
