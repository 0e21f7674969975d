package io.citytwin.adapter.airquality.internal;

import io.citytwin.adapter.airquality.AirMapper;
import io.citytwin.adapter.airquality.AirQualityConfig;
import io.citytwin.adapter.airquality.AirSource;
import io.citytwin.core.spi.AdapterContext;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Begins runs of adapters. Immutable. */
public final class Watchings {

    private Watchings() {}

    /**
     * Begins a run.
     *
     * @param config what to ask
     * @param mappers one for each source, in their order
     * @param context where to report to
     * @return a run that goes on until it is stopped
     */
    public static Watching begin(AirQualityConfig config, List<AirMapper> mappers, AdapterContext context) {
        HttpLine line = new HttpLine(config.name());
        List<Watch> watches = new ArrayList<>();
        for (int i = 0; i < config.sources().size(); i++) {
            AirSource source = config.sources().get(i);
            watches.add(new Watch(source, mappers.get(i), fetcher(config, source, line), config));
        }
        // What is validated comes first, so that live sources know what they must not take back.
        watches.sort(Comparator.comparing(watch -> !watch.source().feed().isValidated()));
        Watching run = new Watching(config, context, watches, line);
        run.begin();
        return run;
    }

    private static Fetcher fetcher(AirQualityConfig config, AirSource source, HttpLine line) {
        return source.place() instanceof AirSource.OverHttp address
                ? new HttpFetcher(line, address, config.timeout(), config.largest())
                : new FileFetcher(((AirSource.InFile) source.place()).path(), config.largest());
    }
}
