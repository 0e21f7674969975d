package io.citytwin.examples.benchmark.hand;

import io.citytwin.core.asset.BuildingUse;
import io.citytwin.core.asset.HeatingZone;
import io.citytwin.examples.benchmark.Says;
import io.citytwin.examples.benchmark.city.Kind;
import io.citytwin.examples.benchmark.city.ReferenceCity;
import io.citytwin.examples.benchmark.city.Town;
import io.citytwin.examples.benchmark.law.LawSheet;
import java.util.Arrays;
import java.util.function.IntConsumer;

/**
 * Where one lives and what heats it. Of other uses nobody can say, and nobody told of the weather. For one thread at a
 * time.
 */
final class Homes {

    static final String FOLDER = "it.nazionale.heating";
    private static final int USES = BuildingUse.values().length;
    private static final int ZONES = HeatingZone.values().length;

    private Homes() {}

    /** Buildings. For one thread at a time. */
    static final class Buildings extends AbstractPart {

        private static final int PLACE = 0;
        private static final int ZONE = 1;
        private static final int USE = 2;

        private final int[] zone = codes("heatingZone");
        private final int[] use = codes("use");
        private final long bands = bit(Says.forbid(FOLDER + "/bands", "certify"));
        private final long annex = bit(Says.forbid(FOLDER + "/annex", "certify"));
        private final long[] wrong = new long[ReferenceCity.TOWNS * ZONES];
        private IntConsumer plants = building -> {};

        Buildings(ReferenceCity city) {
            super(city, Kind.BUILDING, "place", "heatingZone", "use");
        }

        /** Whom to tell when what plants depend on changes. */
        void tell(IntConsumer listener) {
            plants = listener;
        }

        int zone(int building) {
            return zone[cell(building, ZONE)];
        }

        int use(int building) {
            return use[cell(building, USE)];
        }

        @Override
        void changed(int twin, int slot) {
            if (slot != PLACE) {
                plants.accept(twin);
            }
        }

        @Override
        void read(Situation now) {
            LawSheet law = now.law(FOLDER);
            Arrays.fill(wrong, 0);
            for (int i = 0; i < ReferenceCity.TOWNS; i++) {
                Town town = now.town(i);
                for (int z = 0; z < ZONES; z++) {
                    wrong[i * ZONES + z] = wrong(law, town, z);
                }
            }
        }

        private long wrong(LawSheet law, Town town, int z) {
            long said = 0;
            for (LawSheet.Row row : law.rows("Bands")) {
                boolean inside = town.degreeDays() <= row.number("most");
                said |= inside == (z > row.name("zone")) ? bands : 0;
            }
            for (LawSheet.Row row : law.rows("Annex")) {
                boolean here = town.degreeDays() == row.number("degreeDays");
                said |= here && !row.names("zone").get(z) ? annex : 0;
            }
            return said;
        }

        @Override
        long say(int twin) {
            return wrong[cell(twin, PLACE) * ZONES + zone(twin)];
        }
    }

    /** Units of buildings. For one thread at a time. */
    static final class Units extends AbstractPart {

        private static final int PLACE = 0;
        private static final int USE = 1;
        private static final int TEMPERATURE = 2;

        private final int[] use = codes("use");
        private final long cool = bit(Says.forbid(FOLDER + "/cool", "cool"));
        private final long[] most = new long[USES];
        private final boolean[] concerned = new boolean[USES];
        private final boolean[] reduced = new boolean[USES];
        private final boolean[] alarmed = new boolean[ReferenceCity.TOWNS];
        private long less;
        private int least;

        Units(ReferenceCity city) {
            super(city, Kind.BUILDING_UNIT, "place", "use", "indoorTemperature");
            reduced[code("use", "dwelling")] = true;
            reduced[code("use", "shop")] = true;
        }

        @Override
        void read(Situation now) {
            LawSheet law = now.law(FOLDER);
            double tolerance = law.number("indoorTolerance");
            String provision = FOLDER + "/max";
            Arrays.fill(most, 0);
            Arrays.fill(concerned, false);
            for (LawSheet.Row row : law.rows("ConcernedRooms")) {
                row.names("use").stream().forEach(u -> {
                    concerned[u] = true;
                    if (law.flag("winter")) {
                        most[u] |= bit(Says.cap(provision, "indoorTemperature", law.number("indoorMax"), tolerance));
                    }
                    if (law.flag("winter") && row.flag("productive")) {
                        double industry = law.number("indoorMaxIndustry");
                        most[u] |= bit(Says.cap(provision, "indoorTemperature", industry, tolerance));
                    }
                });
            }
            least = cut("indoorTemperature", law.number("coolLeast"));
            readTowns(now);
        }

        void readTowns(Situation now) {
            LawSheet smog = now.law("it.lombardia.antismog");
            double reducedMax = now.law(FOLDER).number("indoorMax") - smog.number("heatReduction");
            less = bit(Says.cap(
                    "it.lombardia.antismog/heating", "indoorTemperature", reducedMax, smog.number("heatTolerance")));
            for (int i = 0; i < alarmed.length; i++) {
                alarmed[i] = Stoves.held(now, smog, i) && now.levelIn(i) > 0;
            }
        }

        @Override
        long say(int twin) {
            int u = use[cell(twin, USE)];
            long said = most[u];
            if (concerned[u] && cell(twin, TEMPERATURE) < least) {
                said |= cool;
            }
            return reduced[u] && alarmed[cell(twin, PLACE)] ? said | less : said;
        }
    }

    /** Heating plants. For one thread at a time. */
    static final class Plants extends AbstractPart {

        private static final int SOURCE = 0;
        private static final int CONDENSING = 1;
        private static final int HOURS = 2;

        private final Buildings buildings;
        private boolean[] free = new boolean[0];
        private final boolean[] condensing = yes("condensing");
        private final boolean[] concerned = new boolean[USES];
        private final boolean[] unlimited = new boolean[ZONES];
        private final boolean[] season = new boolean[ZONES];
        private final long[] most = new long[ZONES];
        private final int[] hours = new int[ZONES];
        private final long off = bit(Says.set(FOLDER + "/hours", "running", false));
        private final long clock =
                bit(Says.forbid(FOLDER + "/clock", "operate")) | bit(Says.set(FOLDER + "/clock", "running", false));
        private boolean night;

        Plants(ReferenceCity city, Buildings buildings) {
            super(city, Kind.HEATING_PLANT, "source", "condensing", "hoursToday");
            this.buildings = buildings;
            buildings.tell(building -> {
                for (int plant = building; plant < size(); plant += buildings.size()) {
                    refresh(plant);
                }
            });
        }

        @Override
        void read(Situation now) {
            LawSheet law = now.law(FOLDER);
            night = !law.flag("clock");
            free = meets(
                    "source",
                    code -> law.rows("NoDailyHours").stream()
                            .anyMatch(row -> row.names("heat").get((int) code)));
            Arrays.fill(concerned, false);
            Arrays.fill(unlimited, false);
            Arrays.fill(most, 0);
            Arrays.fill(season, false);
            law.rows("Concerned").forEach(row -> row.names("use").stream().forEach(u -> concerned[u] = true));
            law.rows("Unlimited").forEach(row -> row.names("zone").stream().forEach(z -> unlimited[z] = true));
            for (LawSheet.Row row : law.rows("Winter")) {
                int z = row.name("zone");
                season[z] = row.flag("season");
                double allowed = row.number(season[z] ? "hours" : "outside");
                hours[z] = cut("hoursToday", allowed);
                most[z] = bit(Says.cap(FOLDER + "/hours", "hoursToday", allowed));
            }
        }

        @Override
        long say(int twin) {
            int building = twin % buildings.size();
            if (!concerned[buildings.use(building)]) {
                return 0;
            }
            int z = buildings.zone(building);
            long said = night && !unlimited[z] ? clock : 0;
            if (!season[z]) {
                return said | most[z];
            }
            if (free[cell(twin, SOURCE)] || condensing[cell(twin, CONDENSING)]) {
                return said;
            }
            return said | most[z] | (cell(twin, HOURS) >= hours[z] ? off : 0);
        }
    }
}
