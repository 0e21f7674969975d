package io.citytwin.adapter.airquality;

import io.citytwin.adapter.airquality.internal.AirValue;
import io.citytwin.adapter.airquality.internal.AirValues;
import io.citytwin.adapter.airquality.internal.Row;
import io.citytwin.adapter.airquality.internal.RowReader;
import io.citytwin.adapter.airquality.internal.Rows;
import io.citytwin.adapter.airquality.internal.StationIds;
import io.citytwin.adapter.airquality.internal.TextOfFile;
import io.citytwin.core.error.CityTwinException;
import io.citytwin.core.model.Observation;
import io.citytwin.core.model.TwinId;
import io.citytwin.core.privacy.Redaction;
import io.citytwin.core.spi.ClockSkew;
import io.citytwin.core.spi.DeadLetter;
import io.citytwin.core.spi.PayloadMapper;
import io.citytwin.core.spi.Recording.RefusedRow;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads what an agency sends, CSV or JSON, as an {@link AirFeed} describes it. There is no class for an agency: the difference
 * between two of them is data. Safe for use by many threads.
 *
 * <p>A row that makes no sense is refused alone. A payload of which nothing can be read is refused as a whole. The same
 * row twice is one observation.
 */
public final class AirMapper implements PayloadMapper {

    private static final Duration AHEAD = ClockSkew.USUAL.ahead();

    private final String source;
    private final AirFeed feed;
    private final AirSensors sensors;
    private final StationIds ids;

    /**
     * A mapper for a feed that names stations.
     *
     * @param source of the observations, such as the adapter's name
     * @param feed how it is written
     */
    public AirMapper(String source, AirFeed feed) {
        this(source, feed, AirSensors.none());
    }

    /**
     * A mapper for a feed that names sensors.
     *
     * @param source of the observations, such as the adapter's name
     * @param feed how it is written
     * @param sensors what each sensor measures
     */
    public AirMapper(String source, AirFeed feed, AirSensors sensors) {
        this.source = source;
        this.feed = feed;
        this.sensors = sensors;
        ids = new StationIds(feed.twin());
    }

    @Override
    public Mapped map(Payload payload) {
        List<RefusedRow> refused = new ArrayList<>();
        AirValues values = new AirValues(true);
        RowReader reader = new RowReader(feed, sensors);
        try {
            Rows.of(payload.address(), feed.table(), TextOfFile.of(payload.content()), reader.columns())
                    .forEach(row -> add(values, reader, row, new Arrival(payload, refused)), refused::add);
        } catch (CityTwinException whole) {
            String text = TextOfFile.beginning(payload.content());
            refused.add(new RefusedRow(payload.address(), 1, whole.code().id(), whole.problem(), text));
        }
        List<Observation> observations = values.observations(told -> observation(told, payload.receivedAt()));
        return new Mapped(
                observations,
                refused.stream().map(row -> letter(row, payload.receivedAt())).toList());
    }

    private record Arrival(Payload payload, List<RefusedRow> refused) {}

    private void add(AirValues values, RowReader reader, Row row, Arrival arrival) {
        reader.read(row).ifPresent(value -> {
            believe(value, arrival.payload().receivedAt());
            AirValues.Told told = new AirValues.Told(ids.of(value.station()), value);
            values.add(arrival.payload().address(), row, told, arrival.refused()::add);
        });
    }

    private void believe(AirValue value, Instant receivedAt) {
        ClockSkew skew = new ClockSkew(AHEAD, feed.oldest());
        skew.fault(value.moment().start(), receivedAt).ifPresent(fault -> {
            throw new CityTwinException(AirError.CLOCK, fault, "Maybe a clock is wrong, or the feed is an old one.");
        });
    }

    private Observation observation(AirValues.Told told, Instant receivedAt) {
        AirValue value = told.value();
        return new Observation(
                told.twin(),
                value.measure().property(),
                value.value(),
                value.moment().start(),
                receivedAt,
                source,
                value.quality());
    }

    private DeadLetter letter(RefusedRow row, Instant at) {
        Redaction redaction = Redaction.standard();
        String reason = row.file() + ":" + row.line() + " " + row.reason();
        return new DeadLetter(source, row.code(), redaction.of(reason), redaction.of(row.text()), at);
    }

    /**
     * Whether a twin's values come from this feed, as far as its id tells.
     *
     * @param twin any id
     * @return true if a station of the feed can have it
     */
    boolean canSpeakOf(TwinId twin) {
        return ids.matches(twin);
    }
}
