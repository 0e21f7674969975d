package io.citytwin.examples.benchmark.hand;

import io.citytwin.examples.benchmark.Says;
import io.citytwin.examples.benchmark.city.Kind;
import io.citytwin.examples.benchmark.city.ReferenceCity;
import io.citytwin.examples.benchmark.law.LawSheet;

/** Where one charges. Rules on the form of the data and on older points lie ahead. For one thread at a time. */
final class Charging {

    private Charging() {}

    /** Charge points. For one thread at a time. */
    static final class Points extends AbstractPart {

        private static final String FOLDER = "it.nazionale.charging-points";
        private static final int POWER = 0;
        private static final int OPEN = 1;
        private static final int OLDER = 2;
        private static final int AD_HOC = 3;
        private static final int CARD = 4;
        private static final int CONTACTLESS = 5;
        private static final int CODE = 6;
        private static final int SMART = 7;
        private static final int ENERGY = 8;
        private static final int SESSION = 9;
        private static final int ORDER = 10;
        private static final int SHARED = 11;

        private final boolean[][] yes = {
            {},
            yes("openToAll"),
            yes("older"),
            yes("adHoc"),
            yes("cardReader"),
            yes("contactless"),
            yes("payCode"),
            yes("smart"),
            yes("energyPrice"),
            yes("sessionPrice"),
            yes("pricesInOrder"),
            yes("dataShared")
        };
        private final long payment = bit(Says.forbid(FOLDER + "/payment", "operate"));
        private long adHoc;
        private long smart;
        private long prices;
        private long data;
        private int strong;

        Points(ReferenceCity city) {
            super(
                    city,
                    Kind.EVSE,
                    "ratedPower",
                    "openToAll",
                    "older",
                    "adHoc",
                    "cardReader",
                    "contactless",
                    "payCode",
                    "smart",
                    "energyPrice",
                    "sessionPrice",
                    "pricesInOrder",
                    "dataShared");
        }

        @Override
        void read(Situation now) {
            LawSheet law = now.law(FOLDER);
            strong = cut("ratedPower", law.number("strongPower"));
            adHoc = law.flag("onCall") ? bit(Says.forbid(FOLDER + "/adHoc", "operate")) : 0;
            smart = law.flag("smartToo") ? bit(Says.forbid(FOLDER + "/smart", "operate")) : 0;
            prices = law.flag("pricesRead") ? bit(Says.forbid(FOLDER + "/prices", "operate")) : 0;
            data = law.flag("dataFree") ? bit(Says.forbid(FOLDER + "/data", "operate")) : 0;
        }

        private boolean is(int twin, int slot) {
            return yes[slot][cell(twin, slot)];
        }

        @Override
        long say(int twin) {
            if (!is(twin, OPEN)) {
                return 0;
            }
            boolean powerful = cell(twin, POWER) >= strong;
            long said = is(twin, AD_HOC) ? 0 : adHoc;
            if (!is(twin, OLDER)) {
                said |= is(twin, SMART) ? 0 : smart;
                if (!is(twin, CARD) && !is(twin, CONTACTLESS) && (powerful || !is(twin, CODE))) {
                    said |= payment;
                }
            }
            boolean wrong = powerful ? !is(twin, ENERGY) || is(twin, SESSION) : !is(twin, ORDER);
            said |= wrong ? prices : 0;
            return is(twin, SHARED) ? said : said | data;
        }
    }

    /** Charging stations on the grid. For one thread at a time. */
    static final class Stations extends AbstractPart {

        private static final String FOLDER = "it.nazionale.grid-connection";
        private static final int CONTRACTED = 0;
        private static final int OVER = 1;
        private static final int METER = 2;
        private static final int TRIAL = 3;
        private static final int LOW = 4;

        private final boolean[] smartMeter = yes("smartMeter");
        private final boolean[] nightTrial = yes("nightTrial");
        private final boolean[] lowVoltage = yes("lowVoltage");
        private final long connect = bit(Says.forbid(FOLDER + "/lowVoltage", "connect"));
        private long available;
        private long peak;
        private long nightPower;
        private boolean trialRuns;
        private boolean day;
        private int small;
        private int time;
        private int low;

        Stations(ReferenceCity city) {
            super(city, Kind.CHARGING_STATION, "contractedPower", "timeOver", "smartMeter", "nightTrial", "lowVoltage");
        }

        @Override
        void read(Situation now) {
            LawSheet law = now.law(FOLDER);
            trialRuns = law.flag("trialRuns");
            day = !law.flag("night") && law.flag("workday");
            small = cutAbove("contractedPower", law.number("limiterMost"));
            low = cutAbove("contractedPower", law.number("lowVoltageMost"));
            time = cut("timeOver", law.number("peakTime"));
            available = bit(Says.cap(FOLDER + "/available", "load", law.number("available")));
            peak = bit(Says.cap(FOLDER + "/peak", "load", law.number("peak")));
            nightPower = bit(Says.cap(FOLDER + "/night", "power", law.number("nightPower")));
        }

        @Override
        long say(int twin) {
            boolean trial = nightTrial[cell(twin, TRIAL)];
            boolean meter = smartMeter[cell(twin, METER)];
            int contracted = cell(twin, CONTRACTED);
            long said = 0;
            if (contracted < small && (!trial || !trialRuns || day)) {
                said |= meter ? peak : 0;
                said |= !meter || cell(twin, OVER) >= time ? available : 0;
            }
            if (trial && !day) {
                said |= nightPower;
            }
            return lowVoltage[cell(twin, LOW)] && contracted >= low ? said | connect : said;
        }
    }
}
