package io.citytwin.examples.adapter;

import io.citytwin.adapter.tck.LifecycleContract;
import io.citytwin.adapter.tck.ReportingContract;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

class HelloAdapterTest implements LifecycleContract, ReportingContract {

    @TempDir
    Path folder;

    @Override
    public LampFolder peer() {
        return new LampFolder(folder);
    }
}
