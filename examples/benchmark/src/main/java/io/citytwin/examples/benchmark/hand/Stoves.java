package io.citytwin.examples.benchmark.hand;

import io.citytwin.examples.benchmark.Says;
import io.citytwin.examples.benchmark.city.Kind;
import io.citytwin.examples.benchmark.city.ReferenceCity;
import io.citytwin.examples.benchmark.city.Town;
import io.citytwin.examples.benchmark.law.LawSheet;

/** Wood stoves. For one thread at a time. */
final class Stoves extends AbstractPart {

    private static final String PERMANENT = "it.lombardia.permanent";
    private static final int PLACE = 0;
    private static final int STARS = 1;
    private static final int POWER = 2;
    private static final int ALTITUDE = 3;
    private static final int PARTICLES = 4;
    private static final int CARBON = 5;
    private static final int BURNS = 6;
    private static final int ONLY = 7;

    private final boolean[] pellets = meets("burns", code -> code == code("burns", "pellets"));
    private final boolean[] only = yes("onlyHeating");
    private final long alarm = bit(Says.forbid("it.lombardia.antismog/stoves", "operate"));
    private final long pelletUse = bit(Says.forbid(PERMANENT + "/pellets", "operate"));
    private final long use = bit(Says.forbid(PERMANENT + "/stoves", "operate"));
    private final long install = bit(Says.forbid(PERMANENT + "/stoves", "install"));
    private final long lowland = bit(Says.forbid(PERMANENT + "/lowland", "install"));
    /** By town: stoves with fewer stars than this are stopped. */
    private final int[] stopped = new int[ReferenceCity.TOWNS];

    private boolean soleStove;
    private int pelletPower;
    private int useStars;
    private int installStars;
    private int lowlandBelow;
    private int particles;
    private int carbon;

    Stoves(ReferenceCity city) {
        super(
                city,
                Kind.STOVE,
                "place",
                "stars",
                "power",
                "altitude",
                "particles",
                "organicCarbon",
                "burns",
                "onlyHeating");
    }

    /** Whether the measures beside traffic reach a town. */
    static boolean held(Situation now, LawSheet smog, int number) {
        Town town = now.town(number);
        return smog.flag("everywhere") || town.population() > smog.number("trafficPeople") || town.volunteer();
    }

    @Override
    void read(Situation now) {
        LawSheet law = now.law(PERMANENT);
        soleStove = law.flag("soleStove");
        pelletPower = cut("power", law.number("pelletPower"));
        useStars = cut("stars", law.number("useStars"));
        installStars = cut("stars", law.number("installStars"));
        lowlandBelow = cut("altitude", law.number("lowlandBelow"));
        particles = cutAbove("particles", law.number("newStoveParticles"));
        carbon = cutAbove("organicCarbon", law.number("newStoveCarbon"));
        readTowns(now);
    }

    void readTowns(Situation now) {
        LawSheet smog = now.law("it.lombardia.antismog");
        int[] byLevel = {
            0, cutAbove("stars", smog.number("stoveStarsFirst")), cutAbove("stars", smog.number("stoveStarsSecond"))
        };
        for (int i = 0; i < stopped.length; i++) {
            stopped[i] = held(now, smog, i) ? byLevel[now.levelIn(i)] : 0;
        }
    }

    @Override
    long say(int twin) {
        int stars = cell(twin, STARS);
        boolean alone = only[cell(twin, ONLY)];
        long said = !alone && stars < stopped[cell(twin, PLACE)] ? alarm : 0;
        if (cell(twin, POWER) < pelletPower && pellets[cell(twin, BURNS)]) {
            said |= pelletUse;
        }
        if (stars < useStars && (!alone || soleStove)) {
            said |= use;
        }
        if (stars < installStars) {
            said |= install;
        }
        if (cell(twin, ALTITUDE) < lowlandBelow
                && (cell(twin, PARTICLES) >= particles || cell(twin, CARBON) >= carbon)) {
            said |= lowland;
        }
        return said;
    }
}
