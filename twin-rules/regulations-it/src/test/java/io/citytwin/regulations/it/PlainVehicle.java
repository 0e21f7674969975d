package io.citytwin.regulations.it;

import java.util.Locale;
import java.util.Random;

/**
 * A vehicle in plain words, and the same as a twin's values.
 *
 * @param euro 0 to 6, with the letter of Euro 6 if it has one
 * @param lives in the zone C, in the town outside it, or elsewhere
 */
record PlainVehicle(
        String id,
        String holder,
        String category,
        String fuel,
        String euro,
        String dpf,
        boolean twoStroke,
        String length,
        int co2,
        String service,
        Lives lives,
        boolean registered,
        boolean haulage,
        boolean refrigerated,
        boolean badge,
        boolean scheme,
        String errand,
        PlainDuties.Outfit outfit) {

    enum Lives {
        CENTRE,
        TOWN,
        ELSEWHERE
    }

    private static final String[] CARS = {
        "M1", "M1", "M1", "M1", "M1", "M1", "N1", "N1", "N2", "N3", "M2", "M3", "L3e", "L1e"
    };
    private static final String[] FUELS = {
        "petrol",
        "petrol",
        "petrol",
        "petrol",
        "diesel",
        "diesel",
        "diesel",
        "diesel",
        "hybrid",
        "electric",
        "lpg",
        "cng",
        "bifuel",
        "dualfuel"
    };
    private static final String[] EUROS = {
        "0", "1", "2", "3", "3", "3", "4", "4", "5", "5", "6", "6A", "6C", "6D-TEMP", "6D", "6E"
    };
    private static final String[] DPFS = {"none", "factory", "retrofit"};
    private static final String[] SERVICES = {
        "private",
        "private",
        "private",
        "private",
        "private",
        "private",
        "private",
        "sharing",
        "logistics",
        "taxi",
        "hire",
        "public-transport",
        "emergency",
        "street-cleaning",
        "trade"
    };
    private static final String[] ERRANDS = {
        "other",
        "other",
        "other",
        "other",
        "other",
        "garage",
        "emergency-room",
        "late-perishables",
        "perishables",
        "bakery"
    };
    private static final String[] LENGTHS = {"3.9", "4.6", "5.2", "7.5", "7.51", "8", "8.01", "10.5", "12", "12.01"};

    private static final String[] LOADS = {"none", "none", "other"};
    private static final String[] DETECTION = {"none", "ordered", "fitted", "fitted", "fitted"};

    /** Two vehicles in three have a holder of their own. */
    static PlainVehicle random(Random random, int number) {
        String category = pick(random, CARS);
        return new PlainVehicle(
                "xx:vehicle-" + number,
                "holder-" + (random.nextInt(3) == 0 ? number / 4 * 4 : number),
                category,
                pick(random, FUELS),
                pick(random, EUROS),
                pick(random, DPFS),
                category.startsWith("L") && random.nextBoolean(),
                category.equals("M1") || category.startsWith("L") ? LENGTHS[random.nextInt(2)] : pick(random, LENGTHS),
                90 + random.nextInt(22),
                pick(random, SERVICES),
                Lives.values()[random.nextInt(3)],
                random.nextBoolean(),
                random.nextInt(3) == 0,
                random.nextInt(4) == 0,
                random.nextInt(12) == 0,
                random.nextInt(8) == 0,
                pick(random, ERRANDS),
                outfit(random));
    }

    private static PlainDuties.Outfit outfit(Random random) {
        return new PlainDuties.Outfit(
                random.nextInt(6) == 0 ? "explosives" : pick(random, LOADS),
                random.nextInt(3) == 0,
                pick(random, DETECTION),
                random.nextInt(4) > 0,
                random.nextInt(24) * 100);
    }

    private static String pick(Random random, String[] from) {
        return from[random.nextInt(from.length)];
    }

    /** One who lives elsewhere lives in no zone that anybody knows. */
    String values() {
        String home = lives == Lives.ELSEWHERE ? "xx:elsewhere" : "xx:milan";
        String zone = lives == Lives.CENTRE ? " homeZone=xx:area-c" : lives == Lives.TOWN ? " homeZone=xx:area-b" : "";
        return String.format(
                Locale.ROOT,
                "holder=%s category=%s fuel=%s euro=%s dpf=%s twoStroke=%s length=%s co2=%d service=%s home=%s%s registered=%s"
                        + " haulage=%s refrigerated=%s disabledBadge=%s kilometreScheme=%s dangerousGoods=%s dangerousGoodsPermit=%s"
                        + " blindSpotDetection=%s blindSpotSign=%s zoneKilometres=%d errand=%s",
                holder,
                category,
                fuel,
                euro,
                dpf,
                twoStroke,
                length,
                co2,
                service,
                home,
                zone,
                registered,
                haulage,
                refrigerated,
                badge,
                scheme,
                outfit.load(),
                outfit.permit(),
                outfit.detection(),
                outfit.sign(),
                outfit.kilometres(),
                errand);
    }

    boolean isCar() {
        return category.equals("M1");
    }

    boolean isGoods() {
        return category.startsWith("N");
    }

    boolean isBus() {
        return category.equals("M2") || category.equals("M3");
    }

    boolean isLight() {
        return category.startsWith("L");
    }

    boolean is(String one) {
        return fuel.equals(one);
    }

    /** The number of the Euro class. */
    int stage() {
        return euro.charAt(0) - '0';
    }

    boolean stage(int from, int to) {
        return stage() >= from && stage() <= to;
    }

    boolean serves(String... services) {
        return java.util.Arrays.asList(services).contains(service);
    }

    double metres() {
        return Double.parseDouble(length);
    }
}
