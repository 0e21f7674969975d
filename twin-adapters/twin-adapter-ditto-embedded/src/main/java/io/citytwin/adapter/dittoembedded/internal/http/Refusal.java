package io.citytwin.adapter.dittoembedded.internal.http;

import java.util.LinkedHashMap;
import java.util.Map;
import org.eclipse.ditto.json.JsonObject;

/** A refusal that Ditto's libraries have no class for, in Ditto's format. Immutable. */
public final class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int status;
    private final String code;
    private final String description;
    private final transient Map<String, String> headers;

    private Refusal(int status, String code, String message, String description, Map<String, String> headers) {
        super(message, null, false, false);
        this.status = status;
        this.code = code;
        this.description = description;
        this.headers = Map.copyOf(headers);
    }

    /**
     * A refusal.
     *
     * @param status from 400
     * @param code such as {@code gateway:toomanyrequests}
     * @param message what is wrong
     * @param description what to do
     * @return to be thrown or answered
     */
    public static Refusal of(int status, String code, String message, String description) {
        return new Refusal(status, code, message, description, Map.of());
    }

    /**
     * Outside the subset.
     *
     * @param what that is not spoken
     * @return 501
     */
    public static Refusal outside(String what) {
        return of(
                501,
                "citytwin:notimplemented",
                "The embedded endpoint does not implement " + what + ".",
                "Its README tells which subset of Ditto it speaks.");
    }

    /** No such route. */
    static Refusal unknownRoute() {
        return of(404, "gateway:notfound", "The requested resource could not be found.", "Check the path.");
    }

    /** A route that does not take this method. */
    static Refusal wrongMethod(String method, String allowed) {
        return new Refusal(
                405,
                "gateway:method.notallowed",
                "The HTTP method '" + method + "' is not allowed on the requested resource.",
                "Allowed: " + allowed + ".",
                Map.of("allow", allowed));
    }

    /** A body of another type. */
    static Refusal wrongType(String type, String allowed) {
        return of(
                415,
                "mediatype.unsupported",
                "The Content-Type '" + type + "' is not supported.",
                "Allowed Content-Types are: '" + allowed + "'.");
    }

    /**
     * A request that makes no sense.
     *
     * @param message why
     * @return 400
     */
    public static Refusal malformed(String message) {
        return of(400, "gateway:request.invalid", message, "Check the request.");
    }

    /**
     * Nobody, or nobody known, asks.
     *
     * @param challenge how to log in
     * @return 401
     */
    public static Refusal stranger(String challenge) {
        return new Refusal(
                401,
                "gateway:authentication.failed",
                "The login is missing or wrong.",
                "Check the Authorization header.",
                Map.of("www-authenticate", challenge));
    }

    /**
     * The answer that says so.
     *
     * @return an error in Ditto's format
     */
    public ApiAnswer answer() {
        JsonObject json = JsonObject.newBuilder()
                .set("status", status)
                .set("error", code)
                .set("message", String.valueOf(getMessage()))
                .set("description", description)
                .build();
        return ApiAnswer.json(status, json, new LinkedHashMap<>(headers)).refusing(code);
    }

    /**
     * The error code.
     *
     * @return as in the body
     */
    public String code() {
        return code;
    }
}
