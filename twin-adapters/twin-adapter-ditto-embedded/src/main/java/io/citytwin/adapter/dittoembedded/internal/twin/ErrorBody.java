package io.citytwin.adapter.dittoembedded.internal.twin;

import org.eclipse.ditto.base.model.exceptions.DittoRuntimeException;
import org.eclipse.ditto.json.JsonObject;

/** What clients are told of a refusal: with the codes of Ditto 3, of which some were longer in version 2. Immutable. */
public final class ErrorBody {

    private static final String LONGER = "things.protocol.adapter:";

    private ErrorBody() {}

    /**
     * The code.
     *
     * @param refusal by Ditto's libraries
     * @return as Ditto 3 has it
     */
    public static String code(DittoRuntimeException refusal) {
        String code = refusal.getErrorCode();
        return code.startsWith(LONGER) ? "protocoladapter:" + code.substring(LONGER.length()) : code;
    }

    /**
     * The whole error.
     *
     * @param refusal by Ditto's libraries
     * @return with status, code and message
     */
    public static JsonObject of(DittoRuntimeException refusal) {
        return refusal.toJson().setValue("error", code(refusal));
    }
}
