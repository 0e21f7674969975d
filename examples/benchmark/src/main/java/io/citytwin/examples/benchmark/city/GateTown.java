package io.citytwin.examples.benchmark.city;

import io.citytwin.core.asset.AssetTypes;
import io.citytwin.core.model.Twin;
import io.citytwin.core.model.TwinId;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;

/**
 * A city like Milan with gates around its zones, and vehicles of all kinds that come from many towns. The same seed gives the
 * same city. Immutable.
 *
 * @param areas twins of regions, towns and zones
 * @param gates of two zones, one inside the other
 * @param vehicles with all that law asks of them, but for some of which a thing or two is not known
 */
public record GateTown(List<Twin> areas, List<Twin> gates, List<Twin> vehicles) {

    private static final AssetTypes TYPES = AssetTypes.builtIn();
    private static final int TOWNS = 100;
    private static final int GATES = 40;
    private static final List<String> CATEGORIES = List.of("M1", "M1", "M1", "M1", "M1", "N1", "N2", "M3", "L3e");
    private static final List<String> FUELS =
            List.of("petrol", "petrol", "diesel", "diesel", "hybrid", "electric", "lpg");
    private static final List<String> CLASSES = List.of("0", "2", "3", "4", "5", "6", "6D");
    private static final List<String> SERVICES =
            List.of("private", "private", "private", "private", "private", "logistics", "taxi", "hire");
    private static final List<String> LENGTHS = List.of("3.9", "4.6", "5.2", "7.5", "8", "12");

    /**
     * Makes one.
     *
     * @param vehicles how many
     * @param seed of chance
     * @return the city
     */
    public static GateTown of(int vehicles, long seed) {
        Random random = new Random(seed);
        List<Twin> all = new ArrayList<>();
        for (int number = 0; number < vehicles; number++) {
            all.add(vehicle(number, random));
        }
        return new GateTown(around(), guards(), List.copyOf(all));
    }

    private static List<Twin> around() {
        List<Twin> areas = new ArrayList<>();
        areas.add(TYPES.twin("it:lombardy", "Region").withAll("code=IT-25"));
        areas.add(TYPES.twin("it:province", "Province").withAll("code=IT-MI region=it:lombardy"));
        areas.add(TYPES.twin("it:town0", "Municipality")
                .withAll("code=IT-015146 province=it:province population=1370000 trafficBand=1 volunteer=false"));
        for (int number = 1; number < TOWNS; number++) {
            areas.add(TYPES.twin("it:town" + number, "Municipality")
                    .withAll("code=IT-0161" + number + " province=it:province trafficBand=" + (1 + number % 2)
                            + " volunteer=false population=" + 1000 * number));
        }
        areas.add(TYPES.twin("it:area-b", "Zone").withAll("code=IT-015146-B place=it:town0"));
        areas.add(TYPES.twin("it:area-c", "Zone").withAll("code=IT-015146-C place=it:town0"));
        return areas;
    }

    /** Every second one guards the inner zone. */
    private static List<Twin> guards() {
        List<Twin> gates = new ArrayList<>();
        for (int number = 0; number < GATES; number++) {
            boolean inner = number % 2 == 0;
            Twin gate = TYPES.twin("it:gate" + number, "Gate")
                    .withAll("place=it:town0 reserved=" + (number % 10 == 0) + " zone=it:area-" + (inner ? "c" : "b"));
            gates.add(inner ? gate.in(new TreeSet<>(Set.of(TwinId.of("it:area-b")))) : gate);
        }
        return gates;
    }

    private static Twin vehicle(int number, Random random) {
        int home = random.nextInt(3) == 0 ? 0 : random.nextInt(TOWNS);
        String zone = home == 0 ? " homeZone=it:area-" + (random.nextInt(8) == 0 ? "c" : "b") : "";
        String known = random.nextInt(20) == 0 ? "" : " registered=" + random.nextBoolean();
        return TYPES.twin("it:vehicle" + number, "Vehicle")
                .withAll("holder=holder" + number + " category=" + pick(CATEGORIES, random) + " fuel="
                        + pick(FUELS, random) + " euro=" + pick(CLASSES, random) + " dpf="
                        + pick(List.of("none", "factory"), random) + " twoStroke=false length=" + pick(LENGTHS, random)
                        + " co2=" + (80 + random.nextInt(60)) + " service=" + pick(SERVICES, random) + " home=it:town"
                        + home + zone + known
                        + " haulage=false refrigerated=false disabledBadge=" + (random.nextInt(20) == 0)
                        + " kilometreScheme=false dangerousGoods=none dangerousGoodsPermit=false"
                        + " blindSpotDetection=fitted blindSpotSign=true zoneKilometres=0 errand=other");
    }

    private static String pick(List<String> choices, Random random) {
        return choices.get(random.nextInt(choices.size()));
    }
}
