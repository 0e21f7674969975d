package io.citytwin.adapter.dittotck;

/** Who acts, and what the policy of a scene allows. */
enum Role {
    /** Everything. */
    OPERATOR("operator"),
    /** Reads everything, writes reported properties of the feature {@code state}, sends and receives messages. */
    INTEGRATOR("integrator"),
    /** Reads everything but one private property. */
    CITIZEN("citizen");

    private final String login;

    Role(String login) {
        this.login = login;
    }

    String login() {
        return login;
    }
}
