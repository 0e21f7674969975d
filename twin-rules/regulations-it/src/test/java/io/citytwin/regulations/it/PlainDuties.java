package io.citytwin.regulations.it;

import io.citytwin.regulations.it.PlainBans.Stop;
import java.time.LocalDate;
import java.util.Map;

/** What Area B asks of lorries and buses, and its kilometres, said again in plain Java from the collected facts. */
final class PlainDuties {

    /** mi.b.movein, by fuel and Euro class. */
    private static final Map<String, Integer> KILOMETRES = Map.of(
            "petrol0", 200,
            "petrol1", 300,
            "petrol2", 600,
            "petrol3", 1500,
            "diesel0", 200,
            "diesel1", 300,
            "diesel2", 600,
            "diesel3", 1500,
            "diesel4", 1800,
            "diesel5", 2000);

    private PlainDuties() {}

    /**
     * What a vehicle bears and carries.
     *
     * @param load none, other or explosives
     * @param permit for dangerous goods
     * @param detection none, ordered or fitted
     * @param sign of blind spots
     * @param kilometres in the zone
     */
    record Outfit(String load, boolean permit, String detection, boolean sign, int kilometres) {}

    private static boolean since(LocalDate day, String first) {
        return !day.isBefore(LocalDate.parse(first));
    }

    static Stop explosives(PlainVehicle v) {
        boolean stopped = v.isGoods()
                && v.outfit().load().equals("explosives")
                && !v.outfit().permit();
        return stopped ? Stop.YES : Stop.NO;
    }

    static Stop blindSpots(PlainVehicle v, LocalDate day) {
        boolean concerned =
                v.isBus() || v.category().equals("N2") || v.category().equals("N3");
        if (!concerned || !since(day, "2023-10-01") || (v.outfit().sign() && detects(v, day))) {
            return Stop.NO;
        }
        return since(day, "2023-11-01") && !since(day, "2024-03-01") ? Stop.UNREAD : Stop.YES;
    }

    private static boolean detects(PlainVehicle v, LocalDate day) {
        boolean heavy = v.category().endsWith("3");
        boolean ordered = v.outfit().detection().equals("ordered");
        if (v.outfit().detection().equals("fitted") || (!heavy && !since(day, "2024-10-01"))) {
            return true;
        } else if (v.category().equals("N3")) {
            return ordered && !since(day, "2025-01-01");
        }
        return !heavy && ordered && !since(day, "2026-01-01");
    }

    /** Whether kilometres are left in place of the ban. */
    static Stop used(PlainVehicle v, LocalDate day) {
        if (!v.scheme() || !since(day, "2022-10-01")) {
            return Stop.YES;
        } else if (v.isLight()) {
            return since(day, "2025-10-01") ? Stop.UNREAD : Stop.YES;
        } else if (v.is("dualfuel")) {
            return Stop.UNREAD;
        }
        boolean goods4 = v.isGoods() && v.is("diesel") && v.stage() == 4;
        int most = goods4 ? 2000 : KILOMETRES.getOrDefault(v.fuel() + v.stage(), 0);
        return v.outfit().kilometres() < most ? Stop.NO : Stop.YES;
    }
}
