package io.citytwin.adapter.dittoembedded;

import io.citytwin.adapter.dittoembedded.internal.net.Logins;
import io.citytwin.adapter.dittoembedded.internal.net.Passwords;
import io.citytwin.adapter.dittoembedded.internal.net.Server;
import io.citytwin.core.error.CityTwinException;
import io.citytwin.core.graph.TwinGraph;
import io.citytwin.core.spi.Journal;
import io.citytwin.core.spi.MemoryJournal;
import io.citytwin.core.time.CityClock;
import io.citytwin.core.time.SystemClock;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import org.eclipse.ditto.json.JsonFactory;
import org.eclipse.ditto.json.JsonObject;
import org.eclipse.ditto.json.JsonObjectBuilder;
import org.eclipse.ditto.json.JsonRuntimeException;

/** Settings of an endpoint; each has a default. For one thread at a time. */
public final class EmbeddedDittoBuilder {

    private static final String EVERYBODY = "nginx:ditto";
    private static final String ALL = "{\"grant\":[\"READ\",\"WRITE\"],\"revoke\":[]}";

    private final Map<String, Passwords.User> users = new LinkedHashMap<>();
    private final Set<String> names = new TreeSet<>();
    private Optional<TwinGraph> graph = Optional.empty();
    private Journal journal = new MemoryJournal();
    private CityClock clock = new SystemClock();
    private Optional<Function<String, Optional<BearerLogin>>> bearer = Optional.empty();
    private boolean preAuthenticated;
    private String host = "127.0.0.1";
    private int port;
    private EmbeddedLimits limits = EmbeddedLimits.defaults();
    private Optional<JsonObject> policy = Optional.empty();

    EmbeddedDittoBuilder() {}

    /**
     * The graph whose twins are Things. Without one, there are only Things that clients make.
     *
     * @param twins of the city
     * @return this
     */
    public EmbeddedDittoBuilder graph(TwinGraph twins) {
        graph = Optional.of(twins);
        return this;
    }

    /**
     * Where Things and policies are remembered; in memory if nothing is said.
     *
     * @param memory closing it is up to the caller
     * @return this
     */
    public EmbeddedDittoBuilder journal(Journal memory) {
        journal = memory;
        return this;
    }

    /**
     * Tells revisions their time, and tokens their end.
     *
     * @param time such as the machine's, which is the default
     * @return this
     */
    public EmbeddedDittoBuilder clock(CityClock time) {
        clock = time;
        return this;
    }

    /**
     * Somebody who logs in with a password and is {@code nginx:<name>} then.
     *
     * @param name without a colon
     * @param password kept as a digest only
     * @param subjects more that this user is, such as {@code role:operator}
     * @return this
     */
    public EmbeddedDittoBuilder user(String name, String password, String... subjects) {
        if (name.isBlank() || name.contains(":") || password.isEmpty()) {
            throw setting("The user `" + name + "` has a colon in the name, or no name or password.", "Maybe `ditto`.");
        }
        List<String> all = new java.util.ArrayList<>(List.of("nginx:" + name));
        all.addAll(List.of(subjects));
        users.put(name, new Passwords.User(password, all));
        return this;
    }

    /**
     * Takes bearer tokens.
     *
     * @param check says whom a token stands for; it must check the signature, and may take a while
     * @return this
     */
    public EmbeddedDittoBuilder bearer(Function<String, Optional<BearerLogin>> check) {
        bearer = Optional.of(check);
        return this;
    }

    /**
     * Believes the header {@code x-ditto-pre-authenticated}: whoever reaches the port is whoever they say. For tests, and
     * behind a proxy on the same machine that sets the header itself.
     *
     * @return this
     */
    public EmbeddedDittoBuilder preAuthenticated() {
        preAuthenticated = true;
        return this;
    }

    /**
     * Where to listen; {@code 127.0.0.1} and any free port if nothing is said.
     *
     * @param address one of this machine; anything but loopback needs a login
     * @param number 0 for any free one
     * @return this
     */
    public EmbeddedDittoBuilder bind(String address, int number) {
        host = address;
        port = number;
        return this;
    }

    /**
     * A name under which browsers and proxies may call it, beside those of loopback.
     *
     * @param host without a port
     * @return this
     */
    public EmbeddedDittoBuilder name(String host) {
        names.add(host);
        return this;
    }

    /**
     * What is taken before it is refused.
     *
     * @param bounds {@link EmbeddedLimits#defaults()} if nothing is said
     * @return this
     */
    public EmbeddedDittoBuilder limits(EmbeddedLimits bounds) {
        limits = bounds;
        return this;
    }

    /**
     * Who may see and change the graph's Things; without one, everybody who has a login here.
     *
     * @param json a policy with {@code entries}, as Ditto writes it
     * @return this
     */
    public EmbeddedDittoBuilder policy(String json) {
        try {
            policy = Optional.of(JsonFactory.newObject(json));
        } catch (JsonRuntimeException broken) {
            throw setting("The policy is not a JSON object.", "Maybe look at Ditto's page about policies.");
        }
        return this;
    }

    /**
     * An endpoint with these settings.
     *
     * @return not started yet
     * @throws CityTwinException {@code D201} if others could reach it without a login, {@code D202} if there is no such
     *     address
     */
    public EmbeddedDitto build() {
        InetAddress address = address();
        Logins logins = new Logins(new Passwords(users), bearer, preAuthenticated, clock);
        if (!address.isLoopbackAddress() && (logins.open() || preAuthenticated)) {
            throw new CityTwinException(
                    EmbeddedError.OPEN,
                    "`" + host + "` can be reached from elsewhere, and "
                            + (preAuthenticated ? "callers say themselves who they are." : "no login is configured."),
                    "Maybe add a `user(...)` or a `bearer(...)`, or stay with `127.0.0.1`.");
        }
        Set<String> known = new TreeSet<>(names);
        if (!address.isAnyLocalAddress()) {
            known.add(host);
        }
        return new EmbeddedDitto(new Wiring(
                new InetSocketAddress(address, port),
                journal,
                clock,
                new Server.Door(logins, known, limits),
                graph.map(twins -> new Wiring.City(twins, policy.orElseGet(this::everybody)))));
    }

    private InetAddress address() {
        try {
            if (port >= 0 && port <= 65_535) {
                return InetAddress.getByName(host);
            }
        } catch (UnknownHostException unknown) {
            // Refused below like a port that is none.
        }
        throw new CityTwinException(
                EmbeddedError.ADDRESS,
                "`" + host + ":" + port + "` is no address to listen on.",
                "Maybe `127.0.0.1` and port `0`.");
    }

    private JsonObject everybody() {
        JsonObjectBuilder subjects = JsonObject.newBuilder();
        List<String> who = users.isEmpty()
                ? List.of(EVERYBODY)
                : users.values().stream().map(user -> user.subjects().get(0)).toList();
        who.forEach(
                subject -> subjects.set(JsonFactory.newKey(subject), JsonFactory.newObject("{\"type\":\"login\"}")));
        JsonObjectBuilder resources = JsonObject.newBuilder();
        Stream.of("thing:/", "policy:/", "message:/")
                .forEach(resource -> resources.set(JsonFactory.newKey(resource), JsonFactory.newObject(ALL)));
        JsonObject entry = JsonObject.newBuilder()
                .set("subjects", subjects.build())
                .set("resources", resources.build())
                .build();
        JsonObject entries = JsonObject.newBuilder().set("everybody", entry).build();
        return JsonObject.newBuilder().set("entries", entries).build();
    }

    private static CityTwinException setting(String problem, String advice) {
        return new CityTwinException(EmbeddedError.SETTING, problem, advice);
    }
}
