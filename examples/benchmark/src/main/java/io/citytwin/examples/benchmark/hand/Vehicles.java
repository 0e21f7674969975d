package io.citytwin.examples.benchmark.hand;

import io.citytwin.core.asset.EuroClass;
import io.citytwin.core.asset.Fuel;
import io.citytwin.core.asset.VehicleCategory;
import io.citytwin.examples.benchmark.Says;
import io.citytwin.examples.benchmark.city.Kind;
import io.citytwin.examples.benchmark.city.ReferenceCity;
import io.citytwin.examples.benchmark.city.Town;
import io.citytwin.examples.benchmark.law.ChosenLaw;
import io.citytwin.examples.benchmark.law.LawSheet;

/**
 * Vehicles: where they may not circulate is looked up in one table by kind of town and class of vehicle. The kilometre
 * scheme and the limit for Euro 5 were not read and say nothing. For one thread at a time.
 */
final class Vehicles extends AbstractPart {

    private static final int PLACE = 0;
    private static final int CATEGORY = 1;
    private static final int FUEL = 2;
    private static final int EURO = 3;
    private static final int DPF = 4;
    private static final int TWO_STROKE = 5;

    private static final int CATEGORIES = VehicleCategory.values().length;
    private static final int FUELS = Fuel.values().length;
    private static final int EUROS = EuroClass.values().length;
    private static final int DPFS = 3;
    private static final int CLASSES = CATEGORIES * FUELS * EUROS * DPFS;

    /** Kinds of towns: the level that stops traffic there, 0 to 2, and the band of the permanent bans. */
    private static final int TOWN_KINDS = 3 * 3;

    private final int[] category = codes("category");
    private final int[] fuel = codes("fuel");
    private final int[] euro = codes("euro");
    private final int[] dpf = codes("dpf");
    private final boolean[] twoStroke = yes("twoStroke");
    private final Papers papers = new Papers(this);

    private final long traffic = bit(Says.forbid(ChosenLaw.SMOG + "/traffic", "circulate"));
    private final long ban = bit(Says.forbid("it.lombardia.permanent/ban", "circulate"));
    private final long moto = bit(Says.forbid("it.lombardia.permanent/moto", "circulate"));
    private final long idling = bit(Says.forbid("it.lombardia.permanent/idling", "idle"));

    private final byte[] stopped = new byte[TOWN_KINDS * CLASSES];
    private final int[] townKind = new int[ReferenceCity.TOWNS];
    private final boolean[] motoAlways = new boolean[CATEGORIES * EUROS];
    private final boolean[] motoInBands = new boolean[CATEGORIES * EUROS];
    private long always;

    Vehicles(ReferenceCity city) {
        super(
                city,
                Kind.VEHICLE,
                "place",
                "category",
                "fuel",
                "euro",
                "dpf",
                "twoStroke",
                "seats",
                "maxMass",
                "kind",
                "directiveCode",
                "fuelCode");
    }

    @Override
    void read(Situation now) {
        LawSheet permanent = now.law("it.lombardia.permanent");
        papers.read(now);
        always = permanent.flag("engineOff") ? idling : 0;
        java.util.Arrays.fill(stopped, (byte) 0);
        readLevels(now.law(ChosenLaw.SMOG));
        readBans(permanent);
        readMoto(permanent);
        readTowns(now);
    }

    /** Only towns change with a level. */
    void readTowns(Situation now) {
        LawSheet smog = now.law(ChosenLaw.SMOG);
        LawSheet permanent = now.law("it.lombardia.permanent");
        for (int i = 0; i < townKind.length; i++) {
            Town town = now.town(i);
            boolean large = town.population() > smog.number("trafficPeople") || town.volunteer();
            townKind[i] = (large ? now.levelIn(i) : 0) * 3 + band(town, permanent);
        }
    }

    /** 0 outside the bands, 1 inside, 2 where it is stricter. */
    private static int band(Town town, LawSheet law) {
        if (town.trafficBand() > law.number("widestBand")) {
            return 0;
        }
        return town.trafficBand() <= law.number("strictBand") || town.population() > law.number("towns") ? 2 : 1;
    }

    private void readLevels(LawSheet smog) {
        for (LawSheet.Row row : smog.rows("Stopped")) {
            for (int level = row.name("level"); row.flag("hours") && level < ChosenLaw.LEVELS.size(); level++) {
                for (int band = 0; band < 3; band++) {
                    stop(level * 3 + band, row, false, traffic);
                }
            }
        }
    }

    private void readBans(LawSheet permanent) {
        for (int level = 0; permanent.flag("hours") && level < 3; level++) {
            for (LawSheet.Row row : permanent.rows("Banned")) {
                stop(level * 3 + 1, row, false, ban);
                stop(level * 3 + 2, row, false, ban);
            }
            for (LawSheet.Row row : permanent.rows("BannedTowns")) {
                if (row.flag("season")) {
                    stop(level * 3 + 2, row, true, ban);
                }
            }
        }
    }

    private void stop(int kind, LawSheet.Row row, boolean byFilter, long bit) {
        row.names("category").stream()
                .forEach(c -> row.names("fuel").stream()
                        .forEach(f -> row.names("euro").stream().forEach(e -> {
                            for (int d = 0; d < DPFS; d++) {
                                if (!byFilter || row.names("dpf").get(d)) {
                                    stopped[kind * CLASSES + key(c, f, e, d)] |= (byte) bit;
                                }
                            }
                        })));
    }

    private static int key(int category, int fuel, int euro, int dpf) {
        return ((category * FUELS + fuel) * EUROS + euro) * DPFS + dpf;
    }

    private void readMoto(LawSheet permanent) {
        java.util.Arrays.fill(motoAlways, false);
        java.util.Arrays.fill(motoInBands, false);
        boolean winter = permanent.flag("hours") && permanent.flag("winter");
        for (LawSheet.Row row : permanent.rows("Moto")) {
            boolean[] into = row.flag("always") ? motoAlways : motoInBands;
            if (row.flag("always") || winter) {
                row.names("category").stream()
                        .forEach(c -> row.names("euro").stream().forEach(e -> into[c * EUROS + e] = true));
            }
        }
    }

    @Override
    long say(int twin) {
        int kind = townKind[cell(twin, PLACE)];
        int c = category[cell(twin, CATEGORY)];
        int f = fuel[cell(twin, FUEL)];
        int e = euro[cell(twin, EURO)];
        long said = always | stopped[kind * CLASSES + key(c, f, e, dpf[cell(twin, DPF)])];
        if (twoStroke[cell(twin, TWO_STROKE)]) {
            int at = c * EUROS + e;
            if (motoAlways[at] || (motoInBands[at] && kind % 3 > 0)) {
                said |= moto;
            }
        }
        return said | papers.say(twin, c, f, e);
    }
}
