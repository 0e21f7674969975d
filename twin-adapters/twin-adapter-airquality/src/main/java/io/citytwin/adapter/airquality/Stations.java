package io.citytwin.adapter.airquality;

import io.citytwin.adapter.airquality.Layout.RegionName;
import io.citytwin.adapter.airquality.Layout.StationFile;
import io.citytwin.adapter.airquality.internal.Row;
import io.citytwin.adapter.airquality.internal.Wording;
import io.citytwin.core.asset.AssetTypes;
import io.citytwin.core.asset.StationRole;
import io.citytwin.core.error.CityTwinException;
import io.citytwin.core.model.Twin;
import io.citytwin.core.model.TwinId;
import io.citytwin.core.spi.Recording.RefusedRow;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;

/** The stations of one folder with the areas they stand in. For one thread at a time. */
final class Stations {

    private final StationFile columns;
    private final Map<String, RegionName> regions;
    private final SortedMap<String, Station> byCode = new TreeMap<>();

    private record Station(TwinId id, String label, String province, RegionName region) {

        TwinId provinceId() {
            return new TwinId(id.namespace(), "province-" + Wording.slug(province));
        }

        TwinId regionId() {
            return new TwinId("it", region.code());
        }

        @Override
        public String toString() {
            return label + ", " + province + ", " + region.label();
        }
    }

    private Stations(Layout layout) {
        columns = layout.stations();
        regions = layout.regions();
    }

    static Stations read(Path folder, Layout layout, List<RefusedRow> refused) {
        Stations stations = new Stations(layout);
        StationFile file = layout.stations();
        Layout.files(folder, file.file())
                .forEach(path -> ArchiveFile.open(path, file.table(), file.columns())
                        .forEach(stations::add, stations.repeated(refused)));
        return stations;
    }

    // Where values and stations share a file, a row that cannot be cut is refused with the values, and once is enough.
    private Consumer<RefusedRow> repeated(List<RefusedRow> refused) {
        return row -> {
            if (!columns.repeated() || !row.code().equals(AirError.CELLS.id())) {
                refused.add(row);
            }
        };
    }

    /** The twin of a station. */
    Optional<TwinId> find(String code) {
        return Optional.ofNullable(byCode.get(code)).map(Station::id);
    }

    /**
     * Regions, provinces and stations, sorted by id.
     *
     * @param measuring the stations with daily values; the others stand in the file for other pollutants, so they count
     *     for no mean
     */
    List<Twin> twins(Set<TwinId> measuring) {
        AssetTypes types = AssetTypes.builtIn();
        SortedMap<TwinId, Twin> twins = new TreeMap<>();
        for (Station station : byCode.values()) {
            TwinId region = station.regionId();
            TwinId province = station.provinceId();
            StationRole role = measuring.contains(station.id()) ? StationRole.REFERENCE : StationRole.LOCAL;
            twins.computeIfAbsent(
                    region,
                    id -> Twin.of(id, types.get("Region"))
                            .with("code", station.region().code())
                            .with("label", station.region().label()));
            twins.computeIfAbsent(
                    province,
                    id -> Twin.of(id, types.get("Province"))
                            .with("label", station.province())
                            .with("region", region));
            twins.put(
                    station.id(),
                    Twin.of(station.id(), types.get("AirStation"))
                            .with("label", station.label())
                            .with("province", province)
                            .with("role", role.code()));
        }
        return List.copyOf(twins.values());
    }

    private void add(Row row) {
        String code = columns.text("code", row);
        Station station = station(row, code);
        Station first = byCode.putIfAbsent(code, station);
        if (first != null && !(columns.repeated() && first.equals(station))) {
            throw new CityTwinException(
                    AirError.TWICE,
                    "Station `" + code + "` is already `" + first + "`, and here `" + station + "`.",
                    "Maybe delete one of the rows.");
        }
    }

    private Station station(Row row, String code) {
        String province = columns.text("province", row);
        String inFile = columns.text("region", row);
        RegionName region = regions.get(inFile);
        if (region == null || Wording.slug(province).isEmpty()) {
            throw new CityTwinException(
                    AirError.STATION,
                    "Station `" + code + "` is in province `" + province + "` of region `" + inFile
                            + "`, which the layout does not know.",
                    "Maybe one of " + String.join(", ", new TreeMap<>(regions).keySet()) + " is meant.");
        }
        try {
            TwinId id = new TwinId("it." + Wording.slug(region.label()), code);
            return new Station(id, columns.text("label", row), province, region);
        } catch (CityTwinException e) {
            throw new CityTwinException(AirError.STATION, "`" + code + "` cannot name a station.", e.advice(), e);
        }
    }
}
