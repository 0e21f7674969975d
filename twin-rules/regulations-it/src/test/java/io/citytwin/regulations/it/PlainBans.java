package io.citytwin.regulations.it;

import java.time.LocalDate;

/** Which classes Areas B and C stop, said again in plain Java from the collected facts. */
final class PlainBans {

    private PlainBans() {}

    /** Whether a class is stopped; UNREAD where nobody read it. */
    enum Stop {
        NO,
        YES,
        UNREAD
    }

    private static boolean since(LocalDate day, String first) {
        return !day.isBefore(LocalDate.parse(first));
    }

    private static Stop yes(LocalDate day, String first) {
        return since(day, first) ? Stop.YES : Stop.NO;
    }

    private static Stop yes(LocalDate day, String first, Stop before) {
        return since(day, first) ? Stop.YES : before;
    }

    private static Stop unread(LocalDate day, String first) {
        return since(day, first) ? Stop.UNREAD : Stop.NO;
    }

    /** mi.b.moto.now and mi.b.moto.next: read as published by the day itself. */
    private static Stop light(PlainVehicle v, LocalDate day) {
        boolean two = v.twoStroke() && v.is("petrol");
        if ((two || v.is("diesel")) && v.stage(0, 1)) {
            return yes(day, "2019-10-01");
        }
        boolean later = (two || v.is("diesel")) && v.stage(2, 3);
        boolean four = !v.twoStroke() && v.is("petrol") && v.stage(0, 2);
        return later || four ? yes(day, "2027-10-01") : Stop.NO;
    }

    private static boolean letters(PlainVehicle v, String... letters) {
        return java.util.Arrays.asList(letters).contains(v.euro());
    }

    private static Stop dieselSix(PlainVehicle v, LocalDate day, String lastGroup) {
        if (letters(v, "6A", "6B", "6C")) {
            return yes(day, "2028-10-01");
        } else if (letters(v, "6D-TEMP", "6D")) {
            return yes(day, lastGroup);
        }
        return v.euro().equals("6") ? unread(day, "2028-10-01") : Stop.NO;
    }

    static Stop areaB(PlainVehicle v, LocalDate day) {
        if (v.isLight()) {
            return light(v, day);
        }
        return v.isCar() ? carInB(v, day) : heavyInB(v, day);
    }

    private static Stop carInB(PlainVehicle v, LocalDate day) {
        boolean filter = !v.dpf().equals("none");
        return switch (v.fuel()) {
            case "petrol" ->
                switch (v.stage()) {
                    case 0 -> Stop.YES;
                    case 1 -> yes(day, "2021-02-01", unread(day, "2020-10-01"));
                    case 2 -> yes(day, "2022-10-01");
                    case 3 -> yes(day, "2025-10-01");
                    case 4 -> yes(day, "2028-10-01");
                    default -> Stop.NO;
                };
            case "diesel" -> {
                if (v.stage(0, 3)) {
                    yield Stop.YES;
                } else if (v.stage() == 4) {
                    boolean clear = !filter && !since(day, "2020-01-01");
                    yield clear ? yes(day, "2019-10-01") : yes(day, "2022-10-01", unread(day, "2019-10-01"));
                }
                yield v.stage() == 5 ? yes(day, "2022-10-01") : dieselSix(v, day, "2030-10-01");
            }
            case "dualfuel" ->
                switch (v.stage()) {
                    case 0, 1, 2 -> Stop.YES;
                    case 3 -> Stop.UNREAD;
                    case 4 -> yes(day, "2022-10-01");
                    default -> Stop.NO;
                };
            default -> Stop.NO;
        };
    }

    private static Stop heavyInB(PlainVehicle v, LocalDate day) {
        if (v.is("petrol")) {
            if (v.stage(0, 1)) {
                return Stop.UNREAD;
            } else if (v.stage() == 2) {
                return yes(day, "2024-10-01");
            } else if (v.stage() == 3) {
                return v.isBus() ? yes(day, "2025-10-01") : unread(day, "2025-10-01");
            }
        } else if (v.is("diesel")) {
            return v.stage(0, 2) ? Stop.UNREAD : v.stage(3, 5) ? yes(day, "2024-10-01") : Stop.NO;
        }
        return Stop.NO;
    }

    /** The petrol Euro 3 of those who live in the zone, taxis and hire cars, came a year later. */
    static Stop areaC(PlainVehicle v, LocalDate day) {
        if (v.isLight()) {
            return light(v, day);
        } else if (v.isCar()) {
            return carInC(v, day);
        }
        return v.isBus() ? busInC(v, day) : goodsInC(v, day);
    }

    private static Stop carInC(PlainVehicle v, LocalDate day) {
        boolean spared = v.lives() == PlainVehicle.Lives.CENTRE || v.serves("taxi", "hire");
        return switch (v.fuel()) {
            case "petrol" ->
                switch (v.stage()) {
                    case 0 -> Stop.YES;
                    case 1 -> yes(day, "2019-10-01");
                    case 2 -> yes(day, "2022-10-01");
                    case 3 -> yes(day, spared ? "2025-10-01" : "2024-10-01");
                    case 4 -> yes(day, "2027-10-01");
                    case 5 -> yes(day, "2030-10-01");
                    default -> Stop.NO;
                };
            case "diesel" -> {
                if (v.stage(0, 3)) {
                    yield Stop.YES;
                } else if (v.stage() == 4) {
                    yield yes(day, "2022-10-01", Stop.UNREAD);
                }
                yield v.stage() == 5 ? yes(day, "2022-10-01") : dieselSix(v, day, "2029-10-01");
            }
            case "dualfuel" -> v.stage(0, 5) ? Stop.UNREAD : Stop.NO;
            default -> Stop.NO;
        };
    }

    private static Stop busInC(PlainVehicle v, LocalDate day) {
        if (v.is("petrol")) {
            return switch (v.stage()) {
                case 0, 1 -> Stop.UNREAD;
                case 2 -> yes(day, "2023-10-01");
                case 3 -> yes(day, "2025-10-01");
                case 4 -> yes(day, "2028-10-01");
                default -> Stop.NO;
            };
        } else if (v.is("diesel")) {
            return v.stage(0, 2) ? Stop.UNREAD : v.stage(3, 5) ? yes(day, "2023-10-01") : Stop.NO;
        }
        return Stop.NO;
    }

    private static Stop goodsInC(PlainVehicle v, LocalDate day) {
        boolean light = v.category().equals("N1");
        boolean filter = !v.dpf().equals("none");
        if (v.is("petrol")) {
            return v.stage(0, 1) ? Stop.UNREAD : light && v.stage() == 2 ? yes(day, "2023-10-01") : Stop.NO;
        } else if (!v.is("diesel") || v.stage() > 5) {
            return Stop.NO;
        } else if (v.stage(0, 2)) {
            return Stop.UNREAD;
        } else if (v.stage() == 5) {
            return light || !filter ? yes(day, "2023-10-01") : Stop.NO;
        } else if (light && v.stage() == 4) {
            return filter ? yes(day, "2022-10-01", Stop.UNREAD) : Stop.YES;
        }
        return filter ? yes(day, "2023-10-01") : Stop.UNREAD;
    }
}
