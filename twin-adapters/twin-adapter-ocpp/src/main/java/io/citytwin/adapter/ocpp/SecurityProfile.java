package io.citytwin.adapter.ocpp;

/** How stations prove who they are. The numbers are those of the protocol. Immutable. */
public enum SecurityProfile {
    /** Not at all: for a bench, never for a street. */
    NONE("none", false),
    /** 1: a password, in clear: for a network that nobody else is in. */
    BASIC("basic", false),
    /** 2: TLS, and a password in it. */
    TLS("tls", true),
    /** 3: TLS, with a certificate of the station whose common name is its identity. */
    CERTIFICATE("certificate", true);

    private final String word;
    private final boolean encrypted;

    SecurityProfile(String word, boolean encrypted) {
        this.word = word;
        this.encrypted = encrypted;
    }

    /**
     * How files write it.
     *
     * @return such as {@code basic}
     */
    public String word() {
        return word;
    }

    /**
     * Whether TLS is spoken.
     *
     * @return true from profile 2 on
     */
    public boolean isEncrypted() {
        return encrypted;
    }

    /**
     * Whether a password is asked.
     *
     * @return true in profiles 1 and 2
     */
    public boolean asksPassword() {
        return this == BASIC || this == TLS;
    }
}
