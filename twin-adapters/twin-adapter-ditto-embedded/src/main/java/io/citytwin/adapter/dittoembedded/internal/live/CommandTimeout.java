package io.citytwin.adapter.dittoembedded.internal.live;

import java.io.Serial;
import java.time.Duration;
import java.util.Locale;
import org.eclipse.ditto.base.model.common.HttpStatus;
import org.eclipse.ditto.base.model.exceptions.DittoRuntimeException;
import org.eclipse.ditto.base.model.headers.DittoHeaders;

/** Nobody replied in time, as Ditto 3 words it; its libraries of version 2 use another code. Immutable. */
public final class CommandTimeout extends DittoRuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    CommandTimeout(Duration timeout, DittoHeaders headers) {
        super(
                "command.timeout",
                HttpStatus.REQUEST_TIMEOUT,
                headers,
                String.format(Locale.ROOT, "The Command reached the specified timeout of %,dms.", timeout.toMillis()),
                "Try increasing the command timeout.",
                null,
                null);
    }

    private CommandTimeout(CommandTimeout other, DittoHeaders headers) {
        super(
                other.getErrorCode(),
                other.getHttpStatus(),
                headers,
                other.getMessage(),
                other.getDescription().orElse(null),
                null,
                null);
    }

    @Override
    public DittoRuntimeException setDittoHeaders(DittoHeaders headers) {
        return new CommandTimeout(this, headers);
    }
}
