package io.citytwin.adapter.dittoembedded.internal.twin;

import org.eclipse.ditto.base.model.common.HttpStatus;
import org.eclipse.ditto.base.model.exceptions.DittoRuntimeException;
import org.eclipse.ditto.base.model.headers.DittoHeaders;
import org.jspecify.annotations.Nullable;

/** A refusal that Ditto's libraries have no class for, in the same form. Immutable. */
public final class Refusal extends DittoRuntimeException {

    private static final long serialVersionUID = 1L;

    private Refusal(Kind kind, Words words, DittoHeaders headers, @Nullable Throwable cause) {
        super(kind.code(), kind.status(), headers, words.message(), words.description(), cause, null);
    }

    /**
     * Refuses something.
     *
     * @param code such as {@code citytwin:value.invalid}
     * @param status of the answer
     * @param words what is wrong, and what to do about it
     * @param headers of the answer
     * @return to be thrown
     */
    public static Refusal of(String code, HttpStatus status, Words words, DittoHeaders headers) {
        return new Refusal(new Kind(code, status), words, headers, null);
    }

    /**
     * Refuses what the endpoint does not do.
     *
     * @param what such as {@code The header 'put-metadata'}
     * @param headers of the answer
     * @return to be thrown
     */
    public static Refusal unsupported(String what, DittoHeaders headers) {
        Words words = new Words(what + " is not supported by this endpoint.", "Maybe use a complete Eclipse Ditto.");
        return of("citytwin:not.implemented", HttpStatus.NOT_IMPLEMENTED, words, headers);
    }

    @Override
    public DittoRuntimeException setDittoHeaders(DittoHeaders headers) {
        Words words = new Words(String.valueOf(getMessage()), getDescription().orElse(""));
        return new Refusal(new Kind(getErrorCode(), getHttpStatus()), words, headers, getCause());
    }

    private record Kind(String code, HttpStatus status) {}

    /**
     * What a refusal says. Immutable.
     *
     * @param message what is wrong
     * @param description what to do about it
     */
    public record Words(String message, String description) {}
}
