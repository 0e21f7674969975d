package io.citytwin.examples.adapter;

import io.citytwin.core.model.Observation;
import io.citytwin.core.model.Quantity;
import io.citytwin.core.model.Twin;
import io.citytwin.core.model.TwinId;
import io.citytwin.core.model.Unit;
import io.citytwin.core.spi.AdapterContext;
import io.citytwin.core.spi.DeviceAdapter;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;

/** Lamps put files into a folder, with lines such as {@code hello:lamp-1 42 2026-01-20T03:00:00Z}. Immutable. */
public record HelloAdapter(String name, Path folder) implements DeviceAdapter {

    @Override
    public boolean serves(Twin twin) {
        return twin.type().name().equals("LampPost");
    }

    @Override
    public void start(AdapterContext context) throws IOException {
        context.kept(() -> context.at(context.clock().now().plusSeconds(1), () -> start(context)));
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*.txt")) {
            for (Path file : files) {
                String line = Files.readString(file);
                context.report(line, () -> read(line.split(" "), context));
                context.kept(() -> Files.delete(file));
            }
        }
    }

    private static Observation read(String[] words, AdapterContext context) {
        return context.seen(TwinId.of(words[0]), "power", Quantity.of(words[1], Unit.WATT), Instant.parse(words[2]));
    }
}
