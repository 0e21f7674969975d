package io.citytwin.adapter.ocpp;

import io.citytwin.core.error.CityTwinException;
import io.citytwin.core.privacy.Secret;
import io.citytwin.core.spi.AdapterSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Sets a central system up. For one thread at a time. */
public final class OcppAdapterBuilder {

    private String name = "ocpp";
    private String host = "127.0.0.1";
    private int port;
    private String path = "/ocpp/";
    private SecurityProfile security = SecurityProfile.BASIC;
    private Optional<TlsFiles> tls = Optional.empty();
    private final List<OcppStation> stations = new ArrayList<>();
    private Optional<OcppTemplate> template = Optional.empty();
    private boolean strangers;
    private Optional<Secret> password = Optional.empty();
    private OutputLimit output = OutputLimit.WATTS;
    private OcppLimits limits = OcppLimits.USUAL;
    private Optional<StationPasswords> passwords = Optional.empty();
    private Authorization authorization = Authorization.EVERYBODY;
    private ChargingSessions sessions = session -> {};

    OcppAdapterBuilder() {}

    /**
     * Names the adapter.
     *
     * @param word in observations, logs and health; {@code ocpp} if nothing is said
     * @return this
     */
    public OcppAdapterBuilder name(String word) {
        name = word;
        return this;
    }

    /**
     * Where it listens; any free port of this machine alone if nothing is said.
     *
     * @param address such as {@code 0.0.0.0}
     * @param number of the port; 0 for any free one
     * @return this
     */
    public OcppAdapterBuilder listen(String address, int number) {
        host = address;
        port = number;
        return this;
    }

    /**
     * The path before a station's identity.
     *
     * @param words with a stroke at both ends; {@code /ocpp/} if nothing is said
     * @return this
     */
    public OcppAdapterBuilder path(String words) {
        path = words;
        return this;
    }

    /**
     * How stations prove who they are; by a password if nothing is said.
     *
     * @param profile of the protocol
     * @return this
     */
    public OcppAdapterBuilder security(SecurityProfile profile) {
        security = profile;
        return this;
    }

    /**
     * Certificate and key, from security profile 2 on.
     *
     * @param files PEM
     * @return this
     */
    public OcppAdapterBuilder tls(TlsFiles files) {
        tls = Optional.of(files);
        return this;
    }

    /**
     * Lists a station.
     *
     * @param station with its twins; one without plugs goes by the template
     * @return this
     */
    public OcppAdapterBuilder station(OcppStation station) {
        stations.add(station);
        return this;
    }

    /**
     * How the twins of stations are called that are not listed. A station is known as soon as a connector is called so.
     *
     * @param names of twins
     * @return this
     */
    public OcppAdapterBuilder template(OcppTemplate names) {
        template = Optional.of(names);
        return this;
    }

    /**
     * Lets stations in that nobody knows; what they tell has no twin.
     *
     * @return this
     */
    public OcppAdapterBuilder strangers() {
        strangers = true;
        return this;
    }

    /**
     * The password of stations that have none of their own.
     *
     * @param secret the password
     * @return this
     */
    public OcppAdapterBuilder password(Secret secret) {
        password = Optional.of(secret);
        return this;
    }

    /**
     * Who knows the passwords of stations.
     *
     * @param book asked where the list has none
     * @return this
     */
    public OcppAdapterBuilder passwords(StationPasswords book) {
        passwords = Optional.of(book);
        return this;
    }

    /**
     * Who decides who may charge; everybody may if nothing is said.
     *
     * @param decision asked for each card
     * @return this
     */
    public OcppAdapterBuilder authorization(Authorization decision) {
        authorization = decision;
        return this;
    }

    /**
     * Who is told of sessions.
     *
     * @param listener told of begin and end
     * @return this
     */
    public OcppAdapterBuilder sessions(ChargingSessions listener) {
        sessions = listener;
        return this;
    }

    /**
     * How limits are written; in W if nothing is said.
     *
     * @param form W or A
     * @return this
     */
    public OcppAdapterBuilder output(OutputLimit form) {
        output = form;
        return this;
    }

    /**
     * How much is taken from stations.
     *
     * @param bounds {@link OcppLimits#USUAL} if nothing is said
     * @return this
     */
    public OcppAdapterBuilder limits(OcppLimits bounds) {
        limits = bounds;
        return this;
    }

    OcppConfig config() {
        return new OcppConfig(
                name, host, port, path, security, tls, stations, template, strangers, password, output, limits);
    }

    /** Tells all that does not fit together. */
    void check(AdapterSettings.Refusals refusals) {
        new ConfigCheck(config(), refusals).run(passwords.isPresent());
    }

    /**
     * The adapter. Nothing listens before it is started.
     *
     * @return a new one
     * @throws CityTwinException {@code O802} if the settings do not fit together; all that does not is said
     */
    public OcppAdapter build() {
        List<String> problems = new ArrayList<>();
        List<String> advices = new ArrayList<>();
        check((pointer, problem, advice) -> {
            problems.add(problem);
            advices.add(advice);
        });
        if (!problems.isEmpty()) {
            throw new CityTwinException(OcppError.SETTINGS, String.join(" ", problems), advices.get(0));
        }
        return new OcppAdapter(
                config(),
                new OcppAdapter.Hooks(authorization, sessions, passwords.orElse(station -> Optional.empty())));
    }
}
