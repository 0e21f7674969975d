package io.citytwin.adapter.airquality;

import io.citytwin.adapter.tck.LifecycleContract;
import io.citytwin.adapter.tck.ReportingContract;
import io.citytwin.core.time.SystemClock;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

/** Over a file, in real time. */
class FileContractTest implements LifecycleContract, ReportingContract {

    @TempDir
    private Path folder;

    @Override
    public FilePeer peer() {
        return new FilePeer(folder, new SystemClock());
    }
}
