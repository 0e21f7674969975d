package io.citytwin.examples.benchmark.hand;

import io.citytwin.core.asset.LightingClass;
import io.citytwin.examples.benchmark.Says;
import io.citytwin.examples.benchmark.city.Kind;
import io.citytwin.examples.benchmark.city.ReferenceCity;
import io.citytwin.examples.benchmark.law.LawSheet;
import java.util.Arrays;

/**
 * Lamp posts: thresholds by lighting class. What further steps a full control may take, and the criteria for public
 * purchase, were not read and say nothing. For one thread at a time.
 */
final class LampPosts extends AbstractPart {

    private static final String FOLDER = "it.nazionale.street-lighting";
    private static final String DIMMING = "dimming";
    private static final int CLASS = 0;
    private static final int TRAFFIC = 1;
    private static final int DIM = 2;
    private static final int LUMINANCE = 3;
    private static final int ILLUMINANCE = 4;
    private static final int LEAST_ILLUMINANCE = 5;
    private static final int WORKS = 6;
    private static final int CONTROL = 7;
    private static final int SAMPLE = 8;
    private static final int SAMPLES = 9;
    private static final int HOLD = 10;
    private static final int RISK = 11;
    private static final int UPWARD = 12;
    private static final int PURPOSE = 13;

    private static final int CLASSES = LightingClass.values().length;

    private final int uncontrolled = code("lightControl", "none");
    private final int adapts = code("lightControl", "full");
    private final int[] lightingClass = codes("lightingClass");
    private final int[] control = codes("lightControl");
    private final boolean[] works = yes("controlWorks");
    private final boolean[] risk = yes("riskAssessed");
    private final boolean[] upward = yes("upwardLight");

    private final long lit = bit(Says.forbid(FOLDER + "/lit", "install"));
    private final long operating = bit(Says.forbid(FOLDER + "/operating", "operate"));
    private final long adaptive = bit(Says.forbid(FOLDER + "/adaptive", "operate"));
    private final long shinesUp = bit(Says.forbid("it.lombardia.street-lighting/upward", "install"));

    private final long[] caps = new long[CLASSES];
    private final boolean[] stepped = new boolean[CLASSES];
    private final long[] setOne = new long[CLASSES];
    private final long[] setTwo = new long[CLASSES];
    private final int[] road = new int[CLASSES];
    private final int[] ground = new int[CLASSES];
    private final int[] path = new int[CLASSES];
    private final int[] one = new int[CLASSES];
    private final int[] two = new int[CLASSES];
    private final int[] four = new int[CLASSES];
    private boolean[] sampleRight = new boolean[0];
    private boolean[] banned = new boolean[0];
    private long setFull;
    private int full;
    private int less;
    private int little;
    private int samples;
    private int hold;

    LampPosts(ReferenceCity city) {
        super(
                city,
                Kind.LAMP_POST,
                "lightingClass",
                "traffic",
                DIMMING,
                "luminance",
                "illuminance",
                "leastIlluminance",
                "controlWorks",
                "lightControl",
                "trafficSample",
                "trafficSamples",
                "holdTime",
                "riskAssessed",
                "upwardLight",
                "purpose");
    }

    @Override
    void read(Situation now) {
        LawSheet law = now.law(FOLDER);
        for (Object table : new Object[] {road, ground, path, one, two, four}) {
            Arrays.fill((int[]) table, 0);
        }
        Arrays.fill(caps, 0);
        Arrays.fill(stepped, false);
        less = cut("traffic", law.number("lessTraffic"));
        little = cut("traffic", law.number("littleTraffic"));
        samples = cut("trafficSamples", law.number("samples"));
        hold = cut("holdTime", law.number("hold"));
        full = cut(DIMMING, law.number("fullLight"));
        setFull = bit(Says.set(FOLDER + "/dimmed", DIMMING, law.number("fullLight")));
        double sample = law.number("sample");
        sampleRight = meets("trafficSample", code -> code == sample);
        readClasses(law);
        readSteps(law);
        LawSheet region = now.law("it.lombardia.street-lighting");
        banned = meets(
                "purpose",
                code -> region.flag("noLightUpwards")
                        && region.rows("LeftOut").stream()
                                .anyMatch(row -> !row.names("purpose").get((int) code)));
    }

    private void readClasses(LawSheet law) {
        double overRoad = 1 + law.number("overRoad") / 100;
        double overGround = 1 + law.number("overGround") / 100;
        for (LawSheet.Row row : law.rows("Roads")) {
            double mean = row.number("mean");
            row.names("road").stream().forEach(c -> {
                road[c] = cut("luminance", mean);
                caps[c] |= bit(Says.cap(FOLDER + "/bright", "luminance", mean * overRoad));
            });
        }
        for (LawSheet.Row row : law.rows("Grounds")) {
            double mean = row.number("mean");
            row.names("ground").stream().forEach(c -> {
                ground[c] = cut("illuminance", mean);
                caps[c] |= bit(Says.cap(FOLDER + "/bright", "illuminance", mean * overGround));
            });
        }
        for (LawSheet.Row row : law.rows("Paths")) {
            row.names("path").stream().forEach(c -> path[c] = cut("leastIlluminance", row.number("least")));
        }
    }

    private void readSteps(LawSheet law) {
        for (LawSheet.Row row : law.rows("Steps")) {
            row.names("road").stream().forEach(c -> {
                stepped[c] = true;
                one[c] = cut(DIMMING, row.number("one"));
                two[c] = cut(DIMMING, row.number("two"));
                four[c] = cut(DIMMING, row.number("four"));
                setOne[c] = bit(Says.set(FOLDER + "/dimmed", DIMMING, row.number("one")));
                setTwo[c] = bit(Says.set(FOLDER + "/dimmed", DIMMING, row.number("two")));
            });
        }
    }

    @Override
    long say(int twin) {
        int c = lightingClass[cell(twin, CLASS)];
        long said = caps[c];
        if (cell(twin, LUMINANCE) < road[c]
                || cell(twin, ILLUMINANCE) < ground[c]
                || cell(twin, LEAST_ILLUMINANCE) < path[c]) {
            said |= lit;
        }
        if (upward[cell(twin, UPWARD)] && banned[cell(twin, PURPOSE)]) {
            said |= shinesUp;
        }
        return stepped[c] ? said | steps(twin, c) : said;
    }

    private long steps(int twin, int c) {
        int how = control[cell(twin, CONTROL)];
        int traffic = cell(twin, TRAFFIC);
        int dim = cell(twin, DIM);
        boolean sound = works[cell(twin, WORKS)]
                && sampleRight[cell(twin, SAMPLE)]
                && cell(twin, SAMPLES) >= samples
                && cell(twin, HOLD) >= hold;
        boolean needsFull = (how != adapts && traffic >= less) || (how != uncontrolled && !sound);
        long said = needsFull ? setFull : 0;
        if (needsFull && dim < full) {
            said |= operating;
        }
        if (how == adapts) {
            return dim < four[c] ? said | adaptive : said;
        }
        boolean assessed = risk[cell(twin, RISK)];
        boolean trusted = how == uncontrolled || sound;
        if (trusted && traffic < less && (traffic >= little || !assessed)) {
            said |= setOne[c];
        }
        if (trusted && traffic < little && assessed) {
            said |= setTwo[c];
        }
        if (dim < two[c] || (dim < one[c] && (traffic >= little || !assessed))) {
            said |= operating;
        }
        return said;
    }
}
