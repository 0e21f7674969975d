package io.citytwin.adapter.dittoembedded.internal.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.citytwin.adapter.dittoembedded.internal.twin.Caller;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.eclipse.ditto.base.model.auth.AuthorizationContext;
import org.eclipse.ditto.base.model.auth.AuthorizationSubject;
import org.eclipse.ditto.base.model.auth.DittoAuthorizationContextType;
import org.eclipse.ditto.json.JsonFactory;
import org.eclipse.ditto.json.JsonObject;
import org.eclipse.ditto.json.JsonObjectBuilder;
import org.eclipse.ditto.json.JsonPointer;
import org.eclipse.ditto.policies.model.PoliciesModelFactory;
import org.eclipse.ditto.policies.model.PolicyEntry;
import org.eclipse.ditto.policies.model.PolicyId;
import org.junit.jupiter.api.Test;

class EnforcedAccessTest {

    private static final PolicyId POLICY = PolicyId.of("org.test:pol");
    private static final List<String> SUBJECTS = List.of("s:a", "s:b", "s:c");
    private static final List<String> TOPS = List.of("attributes", "features", "definition", "policyId", "thingId");
    private static final List<String> NAMES = List.of("a", "b", "properties");

    // No leak: whatever the policy, the enforcer shows what the documented rule shows and nothing else.
    @Test
    void allowsWhatTheDocumentedRuleAllowsAndNothingElse() {
        Random random = new Random(11);
        for (int round = 0; round < 2_000; round++) {
            List<NaiveAccess.Rule> rules = rules(random);
            NaiveAccess naive = new NaiveAccess(rules);
            EnforcedAccess access = EnforcedAccess.of(POLICY, entries(rules));
            Set<String> names = subjects(random);
            Caller caller = caller(names);
            for (int look = 0; look < 6; look++) {
                assertAlike(naive, access, names, caller, path(random, 4));
            }
            assertSameView(naive, access, names, caller, object(random, 0));
        }
    }

    private static void assertAlike(
            NaiveAccess naive, EnforcedAccess access, Set<String> names, Caller caller, List<String> path) {
        JsonPointer pointer = pointer(path);
        String what = names + " " + path + " of " + naive.rules();
        assertThat(access.mayRead(caller, pointer)).as(what).isEqualTo(naive.all(names, path, "READ"));
        assertThat(access.mayWrite(caller, pointer)).as(what).isEqualTo(naive.all(names, path, "WRITE"));
        assertThat(access.mayReadSome(caller, pointer)).as(what).isEqualTo(naive.some(names, path, "READ"));
        assertThat(access.mayMessage(caller, pointer, "READ")).as(what).isFalse();
    }

    private static void assertSameView(
            NaiveAccess naive, EnforcedAccess access, Set<String> names, Caller caller, JsonObject thing) {
        JsonObject wanted = naive.view(names, List.of(), thing);
        if (naive.some(names, List.of(), "READ")) {
            wanted = wanted.setValue("thingId", "org.test:t");
        }
        String what = names + " " + thing + " of " + naive.rules();
        assertThat(access.view(caller, JsonPointer.empty(), thing)).as(what).isEqualTo(wanted);
        for (String top : List.of("attributes", "features")) {
            JsonObject part = thing.getValue(top).orElseThrow().asObject();
            assertThat(access.view(caller, pointer(List.of(top)), part))
                    .as(what)
                    .isEqualTo(naive.view(names, List.of(top), part));
        }
    }

    @Test
    void messagesHaveTheirOwnPermissions() {
        PolicyEntry entry = PoliciesModelFactory.newPolicyEntry("e", """
                {"subjects":{"s:a":{"type":"t"}},"resources":{
                 "message:/features/lamp/inbox":{"grant":["WRITE"],"revoke":[]},
                 "message:/features/lamp/inbox/messages/stop":{"grant":[],"revoke":["WRITE"]}}}""");
        EnforcedAccess access = EnforcedAccess.of(POLICY, List.of(entry));
        Caller caller = caller(Set.of("s:a"));
        assertThat(access.mayMessage(caller, JsonPointer.of("/features/lamp/inbox/messages/ping"), "WRITE"))
                .isTrue();
        assertThat(access.mayMessage(caller, JsonPointer.of("/features/lamp/inbox/messages/ping"), "READ"))
                .isFalse();
        assertThat(access.mayMessage(caller, JsonPointer.of("/features/lamp/inbox/messages/stop"), "WRITE"))
                .isFalse();
        assertThat(access.mayMessage(caller, JsonPointer.of("/inbox/messages/ping"), "WRITE"))
                .isFalse();
        assertThat(access.mayWrite(caller, JsonPointer.of("/features/lamp"))).isFalse();
        assertThat(access.mayMessage(
                        caller(Set.of("s:b")), JsonPointer.of("/features/lamp/inbox/messages/ping"), "WRITE"))
                .isFalse();
    }

    private static List<NaiveAccess.Rule> rules(Random random) {
        return IntStream.range(0, 1 + random.nextInt(6))
                .mapToObj(rule -> new NaiveAccess.Rule(
                        pick(random, SUBJECTS),
                        path(random, 4),
                        random.nextInt(4) == 0 ? "WRITE" : "READ",
                        random.nextInt(5) > 1))
                .toList();
    }

    private static List<PolicyEntry> entries(List<NaiveAccess.Rule> rules) {
        List<PolicyEntry> entries = new ArrayList<>();
        for (NaiveAccess.Rule rule : rules) {
            String effect = rule.grant()
                    ? "{\"grant\":[\"" + rule.permission() + "\"],\"revoke\":[]}"
                    : "{\"grant\":[],\"revoke\":[\"" + rule.permission() + "\"]}";
            entries.add(PoliciesModelFactory.newPolicyEntry(
                    "e" + entries.size(),
                    "{\"subjects\":{\"" + rule.subject() + "\":{\"type\":\"t\"}},\"resources\":{\"thing:/"
                            + String.join("/", rule.path()) + "\":" + effect + "}}"));
        }
        return entries;
    }

    private static List<String> path(Random random, int depth) {
        List<String> path = new ArrayList<>();
        int length = random.nextInt(depth + 1);
        for (int level = 0; level < length; level++) {
            path.add(pick(random, level == 0 ? TOPS.subList(0, 2) : NAMES));
        }
        return length == 1 ? List.of(pick(random, TOPS)) : path;
    }

    private static JsonObject object(Random random, int level) {
        JsonObjectBuilder object = JsonFactory.newObjectBuilder();
        for (String name : level == 0 ? TOPS : NAMES) {
            boolean text = level == 0 && !TOPS.subList(0, 2).contains(name);
            if (text) {
                object.set(name, name.equals("thingId") ? "org.test:t" : "x");
            } else if (level < 3 && (level == 0 || random.nextBoolean())) {
                object.set(name, object(random, level + 1));
            } else if (random.nextInt(4) > 0) {
                object.set(name, JsonFactory.readFrom(pick(random, List.of("1", "\"x\"", "[{\"a\":1}]", "null"))));
            }
        }
        return object.build();
    }

    private static Set<String> subjects(Random random) {
        Set<String> names = new TreeSet<>();
        names.add(pick(random, SUBJECTS));
        if (random.nextBoolean()) {
            names.add(pick(random, SUBJECTS));
        }
        return names;
    }

    static Caller caller(Set<String> names) {
        return new Caller(
                "session",
                AuthorizationContext.newInstance(
                        DittoAuthorizationContextType.PRE_AUTHENTICATED_HTTP,
                        names.stream().map(AuthorizationSubject::newInstance).toList()));
    }

    private static JsonPointer pointer(List<String> path) {
        return JsonPointer.of("/" + String.join("/", path));
    }

    private static <T> T pick(Random random, List<T> from) {
        return from.get(random.nextInt(from.size()));
    }
}
