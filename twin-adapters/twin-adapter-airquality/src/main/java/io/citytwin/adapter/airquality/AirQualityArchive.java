package io.citytwin.adapter.airquality;

import io.citytwin.core.error.CityTwinException;
import io.citytwin.core.error.CoreError;
import io.citytwin.core.spi.ObservationArchive;
import io.citytwin.core.spi.Recording;
import io.citytwin.core.spi.Recording.RefusedRow;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Reads folders of stations and daily means. Safe for use by many threads.
 *
 * <p>The files say on which day a value was measured, never when it was published: by assumption every value
 * counts as received at 10:00 civil time of the next day.
 */
public final class AirQualityArchive implements ObservationArchive {

    private final List<Layout> layouts = Layout.shipped();

    @Override
    public boolean reads(Path folder) {
        return layouts.stream().anyMatch(layout -> layout.missingIn(folder).isEmpty());
    }

    @Override
    public Recording open(Path folder) {
        Layout closest = layouts.stream()
                .min(Comparator.comparingInt(layout -> layout.missingIn(folder).size()))
                .orElseThrow();
        List<String> missing = closest.missingIn(folder);
        if (!missing.isEmpty()) {
            throw new CityTwinException(
                    CoreError.ARCHIVE,
                    "`" + folder + "` has no file `" + String.join("`, `", missing) + "`.",
                    "Maybe another folder is meant, or the files have other names.");
        }
        return read(closest, folder);
    }

    private static Recording read(Layout layout, Path folder) {
        String name = String.valueOf(folder.toAbsolutePath().normalize().getFileName());
        List<RefusedRow> refused = new ArrayList<>();
        Stations stations = Stations.read(folder, layout, refused);
        DailyValues values = new DailyValues(stations, "archive:" + name, refused);
        layout.daily().forEach(file -> values.read(folder, file));
        return new Recording(
                layout.title() + ", from `" + name + "`",
                stations.twins(values.stations()),
                values.observations(),
                refused);
    }
}
