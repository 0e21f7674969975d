package io.citytwin.adapter.ocpp.internal.rpc;

/** A call that does not keep to the protocol; it is answered with an error. Immutable. */
public final class CallFault extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final FaultKind kind;

    /**
     * A fault.
     *
     * @param kind which
     * @param reason one sentence, which names members and never their values
     */
    public CallFault(FaultKind kind, String reason) {
        // Bad input is no failure of ours: nobody needs the stack.
        super(reason, null, false, false);
        this.kind = kind;
    }

    /**
     * Which.
     *
     * @return the kind
     */
    public FaultKind kind() {
        return kind;
    }

    /**
     * Why.
     *
     * @return one sentence
     */
    public String reason() {
        return String.valueOf(getMessage());
    }
}
