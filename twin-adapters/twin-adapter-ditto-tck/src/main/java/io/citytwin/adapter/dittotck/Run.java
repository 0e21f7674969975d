package io.citytwin.adapter.dittotck;

import io.citytwin.adapter.dittotck.internal.Http;
import io.citytwin.adapter.dittotck.internal.Reply;
import io.citytwin.adapter.dittotck.internal.Transcript;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;

/** What all tests of one run share: the seed of its names, its namespace, and who the roles are. */
final class Run {

    private static final String SEED = "citytwin.ditto.tck.seed";

    private final DittoTarget target;
    private final long seed = Long.getLong(SEED, new Random().nextLong());
    private final Random random = new Random(seed);
    private final AtomicLong names = new AtomicLong();
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(20))
            .build();
    private final String namespace = "io.citytwin.tck.r" + Long.toHexString(seed);
    private final Map<Role, String> subjects = new EnumMap<>(Role.class);

    Run(DittoTarget target) {
        this.target = target;
        for (Role role : Role.values()) {
            Reply who = http(role, new Transcript()).get("whoami").is(200);
            subjects.put(role, who.value().path("defaultSubject").asText());
        }
        if (Map.copyOf(subjects).values().stream().distinct().count() < subjects.size()) {
            throw new IllegalStateException("Two roles are the same subject: " + subjects
                    + ". Maybe give each of CITYTWIN_DITTO_OPERATOR, _INTEGRATOR and _CITIZEN a user of its own.");
        }
    }

    DittoTarget target() {
        return target;
    }

    HttpClient client() {
        return client;
    }

    String namespace() {
        return namespace;
    }

    String subject(Role role) {
        return subjects.getOrDefault(role, "");
    }

    Http http(Role role, Transcript transcript) {
        return new Http(client, target.uri(), login(role), transcript);
    }

    String login(Role role) {
        return target.logins().getOrDefault(role.login(), "");
    }

    /** A word that no other test of this or another run uses. */
    synchronized String fresh(String prefix) {
        return prefix + names.incrementAndGet() + "-" + Integer.toHexString(random.nextInt());
    }

    @Override
    public String toString() {
        return "-D" + SEED + "=" + seed + " against " + target;
    }
}
