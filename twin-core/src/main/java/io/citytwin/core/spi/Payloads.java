package io.citytwin.core.spi;

import io.citytwin.core.error.CityTwinException;
import io.citytwin.core.error.CoreError;
import io.citytwin.core.model.Observation;
import io.citytwin.core.privacy.Redaction;
import java.util.function.Supplier;

/** Reads short texts of devices. Safe for use by many threads. */
final class Payloads {

    private static final Redaction REDACTION = Redaction.standard();

    private Payloads() {}

    static void read(String text, Supplier<Observation> reading, AdapterContext context) {
        try {
            Observation read = reading.get();
            ClockSkew.USUAL
                    .fault(read.measuredAt(), read.receivedAt())
                    .ifPresentOrElse(fault -> refuse(text, fault, context), () -> context.observe(read));
        } catch (CityTwinException mistake) {
            refuse(text, mistake.problem(), context);
        } catch (RuntimeException failure) {
            refuse(text, "The text cannot be read: `" + failure.getMessage() + "`.", context);
        }
    }

    private static void refuse(String text, String reason, AdapterContext context) {
        context.refuse(new DeadLetter(
                context.name(),
                CoreError.PAYLOAD.id(),
                REDACTION.of(reason),
                REDACTION.of(text),
                context.clock().now()));
    }
}
