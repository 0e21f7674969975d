package io.citytwin.adapter.ocpp.internal.rpc;

/** Why a call is answered with an error. The versions write some of them in their own way. Immutable. */
public enum FaultKind {
    NOT_IMPLEMENTED("NotImplemented", "NotImplemented"),
    PROTOCOL("ProtocolError", "ProtocolError"),
    FORMATION("FormationViolation", "FormatViolation"),
    FRAMEWORK("FormationViolation", "RpcFrameworkError"),
    MESSAGE_TYPE("FormationViolation", "MessageTypeNotSupported"),
    PROPERTY("PropertyConstraintViolation", "PropertyConstraintViolation"),
    // Version 1.6 spells it so.
    OCCURRENCE("OccurenceConstraintViolation", "OccurrenceConstraintViolation"),
    TYPE("TypeConstraintViolation", "TypeConstraintViolation"),
    INTERNAL("InternalError", "InternalError");

    private final String word16;
    private final String word201;

    FaultKind(String word16, String word201) {
        this.word16 = word16;
        this.word201 = word201;
    }

    /**
     * The word on the wire.
     *
     * @param version who reads it
     * @return such as {@code NotImplemented}
     */
    public String word(OcppVersion version) {
        return version == OcppVersion.V16 ? word16 : word201;
    }
}
