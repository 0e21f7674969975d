package io.citytwin.adapter.ocpp.internal.rpc;

/** A call to a station that brought no answer, or an error. Immutable. */
public final class CallFailure extends RuntimeException {

    private static final long serialVersionUID = 1;

    /** What went wrong. Immutable. */
    public enum Why {
        /** The station is not connected, or no more calls may wait for it. */
        ABSENT,
        /** The station said nothing, or the connection ended before it did. */
        SILENT,
        /** The station answered with an error. */
        REFUSED
    }

    private final Why why;

    /**
     * A failure.
     *
     * @param why what went wrong
     * @param text the error's code, or one sentence
     */
    public CallFailure(Why why, String text) {
        super(text, null, false, false);
        this.why = why;
    }

    /**
     * What went wrong.
     *
     * @return the kind
     */
    public Why why() {
        return why;
    }

    /**
     * How the station or the connection says it.
     *
     * @return the error's code, or one sentence
     */
    public String text() {
        return String.valueOf(getMessage());
    }
}
