package io.citytwin.examples.milan.protocol;

import io.citytwin.core.model.Observation;
import io.citytwin.core.model.Quantity;
import io.citytwin.core.model.TwinId;
import io.citytwin.core.signal.Acknowledgement;
import io.citytwin.core.signal.Directive;
import io.citytwin.core.signal.Lease;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import java.util.Set;

/** The file into which an agency writes a line for each day and station. Safe for use by many threads. */
final class AirFile implements Wire {

    private static final ZoneId CIVIL = ZoneId.of("Europe/Rome");

    private final Path file;
    private final Set<TwinId> stations;

    AirFile(Path file, Set<TwinId> stations) {
        this.file = file;
        this.stations = Set.copyOf(stations);
        write("station,day,pm10\n", StandardOpenOption.CREATE_NEW);
    }

    private synchronized void write(String line, StandardOpenOption how) {
        try {
            Files.writeString(file, line, StandardOpenOption.WRITE, how);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Override
    public boolean carries(TwinId twin) {
        return stations.contains(twin);
    }

    @Override
    public void open(Device devices) {
        // a file needs nobody
    }

    /** It is heard when the file is looked at. */
    @Override
    public boolean tell(Observation seen) {
        String value = seen.value()
                .map(Quantity.class::cast)
                .map(quantity -> quantity.amount().toPlainString())
                .orElse("NA");
        LocalDate day = LocalDate.ofInstant(seen.measuredAt(), CIVIL);
        write(seen.twin().name() + "," + day + "," + value + "\n", StandardOpenOption.APPEND);
        return false;
    }

    @Override
    public void answer(Directive directive, Acknowledgement said) {
        // nobody asks it anything
    }

    @Override
    public void expect(Directive directive, Optional<Lease> lease) {
        // nobody asks it anything
    }

    @Override
    public void close() {
        // it is closed after each line
    }
}
