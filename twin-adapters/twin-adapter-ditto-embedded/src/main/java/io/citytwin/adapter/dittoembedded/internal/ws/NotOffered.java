package io.citytwin.adapter.dittoembedded.internal.ws;

import java.io.Serial;
import org.eclipse.ditto.base.model.common.HttpStatus;
import org.eclipse.ditto.base.model.exceptions.DittoRuntimeException;
import org.eclipse.ditto.base.model.headers.DittoHeaders;

/** Something that Ditto has and this endpoint has not. Immutable. */
final class NotOffered extends DittoRuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    NotOffered(String topic, DittoHeaders headers) {
        this(headers, "The topic path '" + topic + "' is not offered by this endpoint.");
    }

    private NotOffered(DittoHeaders headers, String message) {
        super(
                "protocoladapter:not.implemented",
                HttpStatus.NOT_IMPLEMENTED,
                headers,
                message,
                "Use commands on the twin channel and live messages, or a complete Eclipse Ditto.",
                null,
                null);
    }

    @Override
    public DittoRuntimeException setDittoHeaders(DittoHeaders headers) {
        return new NotOffered(headers, String.valueOf(getMessage()));
    }
}
