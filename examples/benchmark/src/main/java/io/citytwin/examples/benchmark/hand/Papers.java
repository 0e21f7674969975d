package io.citytwin.examples.benchmark.hand;

import io.citytwin.core.asset.DirectiveCode;
import io.citytwin.core.asset.FuelCode;
import io.citytwin.core.asset.VehicleCategory;
import io.citytwin.examples.benchmark.Says;
import io.citytwin.examples.benchmark.law.LawSheet;
import java.util.Arrays;
import java.util.BitSet;

/** What the papers of a vehicle may say. The folder's dates for Euro 7 lie ahead. For one thread at a time. */
final class Papers {

    private static final String FOLDER = "it.nazionale.vehicle-classes";
    private static final int SEATS = 6;
    private static final int MAX_MASS = 7;
    private static final int KIND = 8;
    private static final int DIRECTIVE = 9;
    private static final int FUEL_CODE = 10;

    private static final int CATEGORIES = VehicleCategory.values().length;
    private static final int DIRECTIVES = DirectiveCode.values().length;

    private final Vehicles vehicles;
    private final int[] kind;
    private final int[] directive;
    private final int[] fuelCode;
    private final long category;
    private final long light;
    private final long declaredClass;
    private final long declaredFuel;

    private final int[] leastSeats = new int[CATEGORIES];
    private final int[] mostSeats = new int[CATEGORIES];
    private final int[] leastMass = new int[CATEGORIES];
    private final int[] mostMass = new int[CATEGORIES];
    private final int[] wrongKinds = new int[CATEGORIES];
    private final int[] wrongEuros = new int[CATEGORIES * DIRECTIVES];
    private final int[] wrongFuels = new int[FuelCode.values().length];

    Papers(Vehicles vehicles) {
        this.vehicles = vehicles;
        this.kind = vehicles.codes("kind");
        this.directive = vehicles.codes("directiveCode");
        this.fuelCode = vehicles.codes("fuelCode");
        this.category = vehicles.bit(Says.forbid(FOLDER + "/category", "classify"));
        this.light = vehicles.bit(Says.forbid(FOLDER + "/light", "classify"));
        this.declaredClass = vehicles.bit(Says.forbid(FOLDER + "/class", "declare"));
        this.declaredFuel = vehicles.bit(Says.forbid(FOLDER + "/fuel", "declare"));
    }

    void read(Situation now) {
        LawSheet law = now.law(FOLDER);
        readSizes(law);
        Arrays.fill(wrongKinds, 0);
        Arrays.fill(wrongEuros, 0);
        Arrays.fill(wrongFuels, 0);
        for (LawSheet.Row row : law.rows("Kinds")) {
            row.names("category").stream().forEach(c -> wrongKinds[c] |= allBut(row.names("kind")));
        }
        for (LawSheet.Row row : law.rows("Codes")) {
            row.names("category").stream()
                    .forEach(c -> row.names("directive").stream()
                            .forEach(d -> wrongEuros[c * DIRECTIVES + d] |= allBut(row.names("euro"))));
        }
        for (LawSheet.Row row : law.rows("Fuels")) {
            row.names("code").stream().forEach(code -> wrongFuels[code] |= allBut(row.names("fuel")));
        }
    }

    private void readSizes(LawSheet law) {
        int cars = vehicles.cutAbove("seats", law.number("carSeats"));
        Arrays.fill(leastSeats, 0);
        Arrays.fill(mostSeats, Integer.MAX_VALUE);
        Arrays.fill(leastMass, 0);
        Arrays.fill(mostMass, Integer.MAX_VALUE);
        mostSeats[vehicles.code("category", "M1")] = cars;
        leastSeats[vehicles.code("category", "M2")] = cars;
        leastSeats[vehicles.code("category", "M3")] = cars;
        for (LawSheet.Row row : law.rows("MostMass")) {
            int most = vehicles.cutAbove("maxMass", row.number("most"));
            row.names("category").stream().forEach(c -> mostMass[c] = most);
        }
        for (LawSheet.Row row : law.rows("LeastMass")) {
            int least = vehicles.cutAbove("maxMass", row.number("above"));
            row.names("category").stream().forEach(c -> leastMass[c] = least);
        }
    }

    private static int allBut(BitSet names) {
        return ~(int) (names.isEmpty() ? 0 : names.toLongArray()[0]);
    }

    long say(int twin, int c, int fuel, int euro) {
        int seats = vehicles.cell(twin, SEATS);
        int mass = vehicles.cell(twin, MAX_MASS);
        long said = 0;
        if (seats >= mostSeats[c] || seats < leastSeats[c] || mass >= mostMass[c] || mass < leastMass[c]) {
            said |= category;
        }
        if ((wrongKinds[c] >> kind[vehicles.cell(twin, KIND)] & 1) != 0) {
            said |= light;
        }
        if ((wrongEuros[c * DIRECTIVES + directive[vehicles.cell(twin, DIRECTIVE)]] >> euro & 1) != 0) {
            said |= declaredClass;
        }
        if ((wrongFuels[fuelCode[vehicles.cell(twin, FUEL_CODE)]] >> fuel & 1) != 0) {
            said |= declaredFuel;
        }
        return said;
    }
}
