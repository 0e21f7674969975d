package io.citytwin.regulations.it;

import java.time.LocalDate;
import java.util.Optional;

/** Since when a class has bonus days in Area B, said again in plain Java from the collected facts. */
final class PlainBonus {

    private static final LocalDate START = LocalDate.of(2019, 2, 25);

    private PlainBonus() {}

    /** First day of the class's first year; empty if no bonus was read for it. */
    static Optional<LocalDate> firstDay(PlainVehicle v, LocalDate day) {
        if (v.isLight()) {
            boolean old = (v.is("diesel") || (v.is("petrol") && v.twoStroke())) && v.stage(0, 1);
            return old ? Optional.of(LocalDate.of(2019, 10, 1)) : Optional.empty();
        } else if (v.isCar()) {
            return car(v, day);
        }
        boolean goods2024 = (v.is("petrol") && v.stage() == 2) || (v.is("diesel") && v.stage(3, 5));
        return goods2024 ? Optional.of(LocalDate.of(2024, 10, 1)) : Optional.empty();
    }

    private static Optional<LocalDate> car(PlainVehicle v, LocalDate day) {
        LocalDate of2022 = LocalDate.of(2022, 10, 1);
        // Whether those with a filter were stopped before was not read.
        boolean anew = !v.dpf().equals("none") && !day.isBefore(of2022);
        return switch (v.fuel() + v.stage()) {
            case "petrol0", "diesel0", "diesel1", "diesel2", "diesel3", "dualfuel0", "dualfuel1", "dualfuel2" ->
                Optional.of(START);
            case "petrol1" -> Optional.of(LocalDate.of(2020, 10, 1));
            case "diesel4" -> Optional.of(anew ? of2022 : LocalDate.of(2019, 10, 1));
            case "petrol2", "diesel5", "dualfuel4" -> Optional.of(of2022);
            case "petrol3" -> Optional.of(LocalDate.of(2025, 10, 1));
            default -> Optional.empty();
        };
    }

    /** Last day of the first year: the scheme's own, or 30 September. */
    static LocalDate lastOfFirstYear(LocalDate first) {
        return first.plusYears(1).minusDays(1);
    }

    static boolean petrolThree(PlainVehicle v) {
        return v.isCar() && v.is("petrol") && v.stage() == 3;
    }
}
