package io.citytwin.adapter.airquality;

import io.citytwin.adapter.airquality.internal.AirSettings;
import io.citytwin.adapter.airquality.internal.FeedForm;
import io.citytwin.core.spi.AdapterFactory;
import io.citytwin.core.spi.AdapterSettings;
import io.citytwin.core.spi.DeviceAdapter;
import java.util.Optional;

/** Makes adapters of the kind {@code airquality} from settings. Safe for use by many threads. */
public final class AirQualityAdapterFactory implements AdapterFactory {

    @Override
    public String kind() {
        return "airquality";
    }

    @Override
    public String schema() {
        return FeedForm.resource("airquality.schema.json").toString();
    }

    @Override
    public Optional<DeviceAdapter> create(AdapterSettings settings) {
        return new AirSettings(settings).read().map(AirQualityAdapterBuilder::build);
    }
}
