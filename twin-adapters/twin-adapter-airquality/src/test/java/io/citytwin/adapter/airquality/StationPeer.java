package io.citytwin.adapter.airquality;

import io.citytwin.adapter.tck.ReportingPeer;
import io.citytwin.core.asset.AssetTypes;
import io.citytwin.core.model.Observation;
import io.citytwin.core.model.Quality;
import io.citytwin.core.model.Quantity;
import io.citytwin.core.model.Twin;
import io.citytwin.core.model.TwinId;
import io.citytwin.core.model.Unit;
import io.citytwin.core.time.CityClock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/** A station whose agency publishes one table, which grows. Safe for use by many threads. */
abstract class StationPeer implements ReportingPeer {

    static final TwinId STATION = TwinId.of("it.milano:air-6");

    static final AirFeed FEED = AirFeed.builder()
            .times("uuuu-MM-dd'T'HH:mm:ssX", ZoneOffset.UTC)
            .measure("NO2", "nitrogenHourMean", "ug/m3", AirFeed.Mean.MOMENT)
            .twin("it.milano:air-{station}")
            .build();

    private final CityClock clock;
    private final StringBuilder table = new StringBuilder("station,date,value\n");

    StationPeer(CityClock clock) {
        this.clock = clock;
    }

    /** Where the table is. */
    abstract AirSource source();

    /** Makes the table public. */
    abstract void publish(String text);

    final synchronized String table() {
        return table.toString();
    }

    private void add(String row) {
        String now;
        synchronized (this) {
            table.append(row).append('\n');
            now = table.toString();
        }
        publish(now);
    }

    @Override
    public AirQualityAdapter adapter() {
        return AirQualityAdapter.builder()
                .name("air")
                .source(source())
                .poll(Duration.ofMillis(50))
                .retry(Duration.ofMillis(50), Duration.ofMillis(200))
                .timeout(Duration.ofSeconds(5))
                .build();
    }

    @Override
    public List<Twin> twins() {
        return List.of(AssetTypes.builtIn().twin(STATION.toString(), "AirStation"));
    }

    @Override
    public CityClock clock() {
        return clock;
    }

    @Override
    public Observation tell(int number, Instant measuredAt) {
        Quantity value = Quantity.of(20L + number, Unit.MICROGRAM_PER_CUBIC_METRE);
        add("6," + measuredAt + "," + value.amount().toPlainString());
        return new Observation(
                STATION, "nitrogenHourMean", Optional.of(value), measuredAt, measuredAt, "air", Quality.GOOD);
    }

    @Override
    public String tellNonsense() {
        add("6,nonsense,of a broken printer");
        return "broken printer";
    }
}
