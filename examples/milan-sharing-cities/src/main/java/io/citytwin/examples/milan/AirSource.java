package io.citytwin.examples.milan;

import io.citytwin.core.error.CityTwinException;
import io.citytwin.core.error.CoreError;
import io.citytwin.core.model.Value;
import io.citytwin.core.spi.ObservationArchive;
import io.citytwin.core.spi.Recording;
import io.citytwin.examples.milan.city.City;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;

/** Where the air of a city comes from: a folder of measurements, or the city's own generator. Immutable. */
final class AirSource {

    private AirSource() {}

    static AirWinter of(City city, Optional<Path> folder, List<String> notes) {
        return folder.map(measured -> measured(city, measured, notes)).orElseGet(() -> GeneratedWinter.of(city));
    }

    private static AirWinter measured(City city, Path folder, List<String> notes) {
        Recording recording = ServiceLoader.load(ObservationArchive.class, AirSource.class.getClassLoader()).stream()
                .map(ServiceLoader.Provider::get)
                .filter(archive -> archive.reads(folder))
                .findFirst()
                .map(archive -> archive.open(folder))
                .orElseThrow(() -> new CityTwinException(
                        CoreError.ARCHIVE,
                        "`" + folder + "` is not a folder of daily PM10 that can be read.",
                        "Maybe give the folder that holds `stations.csv` and `pm10_daily.csv`."));
        if (!recording.refused().isEmpty()) {
            notes.add(recording.refused().size() + " of the folder's rows could not be used, the first one is "
                    + recording.refused().get(0).file() + ":"
                    + recording.refused().get(0).line() + ".");
        }
        String code = city.find(city.file().region())
                .value("code")
                .map(Value::toString)
                .orElse("");
        return AirWinter.of(recording, code)
                .orElseThrow(() -> new CityTwinException(
                        CoreError.NOTHING_TO_READ,
                        "`" + folder + "` has no daily PM10 of `" + code + "`, where `" + city.name() + "` lies.",
                        "Maybe another folder is meant."));
    }
}
