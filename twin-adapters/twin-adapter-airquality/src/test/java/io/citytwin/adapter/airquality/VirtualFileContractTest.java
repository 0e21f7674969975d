package io.citytwin.adapter.airquality;

import io.citytwin.adapter.tck.LifecycleContract;
import io.citytwin.adapter.tck.ReportingContract;
import io.citytwin.core.time.VirtualClock;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.io.TempDir;

/** Over a file, in the city's own time. */
class VirtualFileContractTest implements LifecycleContract, ReportingContract {

    @TempDir
    private Path folder;

    @Override
    public FilePeer peer() {
        return new FilePeer(folder, new VirtualClock(Instant.parse("2026-01-15T09:00:00Z")));
    }
}
