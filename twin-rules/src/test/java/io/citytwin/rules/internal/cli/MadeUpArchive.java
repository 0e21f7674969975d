package io.citytwin.rules.internal.cli;

import io.citytwin.core.asset.AssetTypes;
import io.citytwin.core.model.Observation;
import io.citytwin.core.model.Quality;
import io.citytwin.core.model.Quantity;
import io.citytwin.core.model.Twin;
import io.citytwin.core.model.TwinId;
import io.citytwin.core.model.Unit;
import io.citytwin.core.spi.ObservationArchive;
import io.citytwin.core.spi.Recording;
import io.citytwin.core.time.CivilCalendar;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** A winter in two provinces of Northland and one of Southland, in folders that hold a file {@code made-up}. */
public final class MadeUpArchive implements ObservationArchive {

    private static final LocalDate FIRST = LocalDate.of(2024, 11, 1);
    private static final int DAYS = 61;

    @Override
    public boolean reads(Path folder) {
        return Files.exists(folder.resolve("made-up"));
    }

    @Override
    public Recording open(Path folder) {
        AssetTypes types = AssetTypes.builtIn();
        List<Twin> twins = new ArrayList<>();
        List<Observation> seen = new ArrayList<>();
        for (String[] area : List.of(
                new String[] {"xx:pa", "Pahold", "XX-1"},
                new String[] {"xx:pb", "Peburg", "XX-1"},
                new String[] {"xx:pz", "Zetown", "XX-2"})) {
            Twin region = types.twin("xx:" + area[2], "Region").with("code", area[2]);
            Twin province =
                    types.twin(area[0], "Province").with("label", area[1]).with("region", region.id());
            Twin station = types.twin(area[0] + "-station", "AirStation")
                    .with("province", province.id())
                    .with("role", "reference");
            if (twins.stream().noneMatch(twin -> twin.id().equals(region.id()))) {
                twins.add(region);
            }
            twins.addAll(List.of(province, station));
            for (int day = 0; day < DAYS; day++) {
                seen.add(observation(station.id(), FIRST.plusDays(day), value(area[0], day)));
            }
        }
        twins.sort(Comparator.comparing(Twin::id));
        seen.sort(Comparator.comparing(Observation::receivedAt).thenComparing(Observation::twin));
        return new Recording("A made-up winter", twins, seen, List.of());
    }

    /** Dirty from 10 to 20 November, else clean; Peburg is always clean. */
    private static int value(String area, int day) {
        return !area.equals("xx:pb") && day >= 9 && day < 20 ? 70 : 20;
    }

    private static Observation observation(TwinId station, LocalDate day, int value) {
        CivilCalendar calendar = CivilCalendar.italy();
        return new Observation(
                station,
                "pm10",
                Optional.of(Quantity.of(value, Unit.MICROGRAM_PER_CUBIC_METRE)),
                calendar.startOf(day),
                calendar.at(day.plusDays(1), LocalTime.of(10, 0)),
                "made-up",
                Quality.GOOD);
    }
}
