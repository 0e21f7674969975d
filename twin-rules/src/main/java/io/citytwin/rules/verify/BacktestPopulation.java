package io.citytwin.rules.verify;

import io.citytwin.core.model.Twin;
import io.citytwin.core.spi.Recording;
import io.citytwin.rules.internal.backtest.InventoryFolder;
import io.citytwin.rules.internal.backtest.MadeUpPopulation;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Who is affected: vehicles, homes and whatever else measures are about, with the areas they are in. Immutable.
 *
 * @param label what it is, told wherever its numbers are shown
 * @param madeUp whether nobody counted it
 * @param twins all of them
 * @param notes what could not be used
 */
public record BacktestPopulation(String label, boolean madeUp, List<Twin> twins, List<String> notes) {

    /** Copies the lists. */
    public BacktestPopulation {
        twins = List.copyOf(twins);
        notes = List.copyOf(notes);
    }

    /**
     * A small fleet and building stock in each area of a recording, drawn by a seed from a mix that is made up.
     *
     * @param recording brings the areas
     * @param seed the same seed draws the same
     * @return a population whose label says that it is made up
     */
    public static BacktestPopulation madeUp(Recording recording, long seed) {
        return MadeUpPopulation.of(recording, seed);
    }

    /**
     * The twins of a folder with CSV and GeoJSON files, each named after what it holds: {@code building-units.csv},
     * {@code logistics-vehicles.csv}, {@code zones.geojson}.
     *
     * @param folder of the files
     * @param namespace of ids that are written without one
     * @param recording brings the areas that the files may refer to
     * @return a population; files and rows that could not be used stand in its notes
     * @throws io.citytwin.core.error.CityTwinException {@code C111} if there is no such folder, or nothing in it can be
     *     used
     */
    public static BacktestPopulation inventory(Path folder, Optional<String> namespace, Recording recording) {
        return InventoryFolder.read(folder, namespace, recording);
    }

    /**
     * The same with other notes.
     *
     * @param told what could not be used
     * @return another population
     */
    public BacktestPopulation withNotes(List<String> told) {
        return new BacktestPopulation(label, madeUp, twins, told);
    }
}
