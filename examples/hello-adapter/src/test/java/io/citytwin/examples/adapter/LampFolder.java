package io.citytwin.examples.adapter;

import io.citytwin.adapter.tck.ReportingPeer;
import io.citytwin.core.asset.AssetTypes;
import io.citytwin.core.model.Observation;
import io.citytwin.core.model.Quality;
import io.citytwin.core.model.Quantity;
import io.citytwin.core.model.Twin;
import io.citytwin.core.model.TwinId;
import io.citytwin.core.model.Unit;
import io.citytwin.core.spi.DeviceAdapter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A lamp that puts files into a folder. */
record LampFolder(Path folder) implements ReportingPeer {

    @Override
    public DeviceAdapter adapter() {
        return new HelloAdapter("hello", folder);
    }

    @Override
    public List<Twin> twins() {
        return List.of(AssetTypes.builtIn().twin("hello:lamp-1", "LampPost"));
    }

    @Override
    public Observation tell(int number, Instant measuredAt) {
        write("%05d-%s".formatted(number, measuredAt.getEpochSecond()), "hello:lamp-1 " + number + " " + measuredAt);
        Quantity watts = Quantity.of(number, Unit.WATT);
        TwinId lamp = TwinId.of("hello:lamp-1");
        return new Observation(lamp, "power", Optional.of(watts), measuredAt, clock().now(), "hello", Quality.GOOD);
    }

    @Override
    public String tellNonsense() {
        write("nonsense", "hello:lamp-1 a lot today");
        return "a lot today";
    }

    // Whoever reads the folder sees whole files only.
    private void write(String name, String line) {
        try {
            Path unfinished = Files.writeString(folder.resolve(name + ".part"), line);
            Files.move(unfinished, folder.resolve(name + ".txt"), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Override
    public void close() {
        // holds nothing
    }
}
