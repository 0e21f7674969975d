package io.citytwin.adapter.dittotck;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.citytwin.adapter.dittotck.internal.Http;
import io.citytwin.adapter.dittotck.internal.Json;
import io.citytwin.adapter.dittotck.internal.ServerSentEvents;
import io.citytwin.adapter.dittotck.internal.Session;
import io.citytwin.adapter.dittotck.internal.Transcript;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.function.Executable;

/** What one test has: logins, sessions, a policy and things of its own. Closing it takes all of that away. */
final class Scene implements AutoCloseable {

    /** The value of the private property; the text must never reach a citizen. */
    static final String SECRET = "hush-4711";

    private final Run run;
    private final Transcript transcript = new Transcript();
    private final Deque<Runnable> open = new ArrayDeque<>();
    private final List<String> things = new ArrayList<>();
    private final List<String> policies = new ArrayList<>();
    private @Nullable String policy;

    Scene(Run run) {
        this.run = run;
    }

    Http http(Role role) {
        return run.http(role, transcript);
    }

    Http operator() {
        return http(Role.OPERATOR);
    }

    Http stranger() {
        return new Http(run.client(), run.target().uri(), "", transcript);
    }

    String namespace() {
        return run.namespace();
    }

    String subject(Role role) {
        return run.subject(role);
    }

    /** A word that nobody else uses. */
    String word(String prefix) {
        return run.fresh(prefix);
    }

    /** Opens a session; with acknowledgement labels it declares them. */
    Session session(Role role, String... labels) {
        String name = run.fresh(role.login());
        List<String> headers = new ArrayList<>(List.of("Authorization", run.login(role)));
        if (labels.length > 0) {
            headers.add("declared-acks");
            headers.add("[\"" + String.join("\",\"", labels) + "\"]");
        }
        Session session =
                Session.open(run.client(), run.target().uri(), name, transcript, headers.toArray(new String[0]));
        open.push(session::close);
        return session;
    }

    /** A session with any login. */
    Session session(String login) {
        Session session =
                Session.open(run.client(), run.target().uri(), run.fresh("any"), transcript, "Authorization", login);
        open.push(session::close);
        return session;
    }

    /** A session of the operator. */
    Session session() {
        return session(Role.OPERATOR);
    }

    /** A session that gets the events of this run's namespace. */
    Session listener(Role role) {
        return session(role).stream("START-SEND-EVENTS", Map.of("namespaces", namespace()));
    }

    ServerSentEvents events(Role role, String path) {
        ServerSentEvents events = ServerSentEvents.open(http(role), path);
        open.push(events::close);
        return events;
    }

    /** Runs the same over HTTP and over a WebSocket, each to its end, and tells of all that failed. */
    void overBoth(LineTest test) {
        overBoth(Role.OPERATOR, test);
    }

    void overBoth(Role role, LineTest test) {
        Line web = new HttpLine(http(role));
        Line socket = new SocketLine(session(role));
        Executable first = () -> test.run(web);
        Executable second = () -> test.run(socket);
        Assertions.assertAll("over HTTP, then over a WebSocket", first, second);
    }

    /** The policy of this scene: what {@link Role} says. */
    String policy() {
        String known = policy;
        if (known == null) {
            known = policy(standardPolicy());
            policy = known;
        }
        return known;
    }

    String policy(JsonNode json) {
        String id = newPolicyId();
        operator().put("policies/" + id, json.toString()).is(201);
        return id;
    }

    /** An id whose policy is deleted at the end, if there is one by then. */
    String newPolicyId() {
        String id = namespace() + ":" + word("policy");
        policies.add(id);
        return id;
    }

    /** An id whose Thing is deleted at the end, if there is one by then. */
    String newThingId() {
        return removeThing(namespace() + ":" + word("thing"));
    }

    String removeThing(String id) {
        things.add(id);
        return id;
    }

    void removePolicy(String id) {
        policies.add(id);
    }

    /** A Thing like the one that {@link #thingJson} tells. */
    String thing() {
        return thing("{}");
    }

    /** A Thing with other attributes or features than the usual ones. */
    String thing(String lenient) {
        String id = newThingId();
        operator().put("things/" + id, thingJson(lenient).toString()).is(201);
        return id;
    }

    ObjectNode thingJson(String lenient) {
        ObjectNode json = (ObjectNode) Json.format("""
                {policyId: '%s', attributes: {name: 'gate', place: {street: 'Via Roma', row: 1}},
                features: {state: {properties: {level: 1, secret: '%s'}, desiredProperties: {target: 5}}}}
                """, policy(), SECRET);
        json.setAll((ObjectNode) Json.of(lenient));
        return json;
    }

    ObjectNode standardPolicy() {
        return (ObjectNode) Json.format("""
                {entries: {
                  operator: {subjects: {'%s': {type: 'tck'}}, resources: {
                    'thing:/': {grant: ['READ', 'WRITE'], revoke: []},
                    'policy:/': {grant: ['READ', 'WRITE'], revoke: []},
                    'message:/': {grant: ['READ', 'WRITE'], revoke: []}}},
                  integrator: {subjects: {'%s': {type: 'tck'}}, resources: {
                    'thing:/': {grant: ['READ'], revoke: []},
                    'thing:/features/state/properties': {grant: ['WRITE'], revoke: []},
                    'message:/': {grant: ['READ', 'WRITE'], revoke: []}}},
                  citizen: {subjects: {'%s': {type: 'tck'}}, resources: {
                    'thing:/': {grant: ['READ'], revoke: []},
                    'thing:/features/state/properties/secret': {grant: [], revoke: ['READ']}}}}}
                """, subject(Role.OPERATOR), subject(Role.INTEGRATOR), subject(Role.CITIZEN));
    }

    /** What a failure needs to be understood. */
    String story() {
        return "Run again with " + run + "\nLast things said:\n" + transcript;
    }

    @Override
    public void close() {
        while (!open.isEmpty()) {
            open.pop().run();
        }
        for (String id : things) {
            operator().delete("things/" + id);
        }
        for (String id : policies) {
            operator().delete("policies/" + id);
        }
    }

    /** Something to try over both lines. */
    @FunctionalInterface
    interface LineTest {
        void run(Line line) throws Exception;
    }
}
