package io.citytwin.adapter.dittoembedded.internal.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.citytwin.adapter.dittoembedded.internal.search.DittoRql;
import io.citytwin.adapter.dittoembedded.internal.search.Search;
import io.citytwin.adapter.dittoembedded.internal.search.ThingsSearch;
import io.citytwin.adapter.dittoembedded.internal.twin.Action;
import io.citytwin.adapter.dittoembedded.internal.twin.Caller;
import io.citytwin.adapter.dittoembedded.internal.twin.JournalledThings;
import io.citytwin.adapter.dittoembedded.internal.twin.Limits;
import io.citytwin.adapter.dittoembedded.internal.twin.ThingCommand;
import io.citytwin.adapter.dittoembedded.internal.twin.ThingEvent;
import io.citytwin.core.spi.MemoryJournal;
import io.citytwin.core.time.VirtualClock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.ditto.base.model.headers.DittoHeaders;
import org.eclipse.ditto.json.JsonFactory;
import org.eclipse.ditto.json.JsonObject;
import org.eclipse.ditto.json.JsonPointer;
import org.eclipse.ditto.policies.model.PolicyId;
import org.eclipse.ditto.things.model.ThingId;
import org.junit.jupiter.api.Test;

class PolicyChangeTest {

    private static final PolicyId POLICY = PolicyId.of("org.test:pol");
    private static final ThingId LAMP = ThingId.of("org.test:lamp");
    private static final Caller OWNER = EnforcedAccessTest.caller(Set.of("s:owner"));
    private static final Caller CITIZEN = EnforcedAccessTest.caller(Set.of("s:citizen"));

    private final VirtualClock clock = new VirtualClock(Instant.parse("2026-01-16T12:00:00Z"));
    private final MemoryJournal journal = new MemoryJournal();
    private final JournalledPolicies policies = new JournalledPolicies(journal, clock);
    private final DittoRql rql = new DittoRql(clock);
    private final JournalledThings things =
            new JournalledThings(new JournalledThings.Surroundings(journal, policies, rql, clock), Limits.USUAL);
    private final ThingsSearch search = new ThingsSearch(things, policies, rql);
    private final List<ThingEvent> events = new ArrayList<>();

    @Test
    void hidesAPropertyAtOnceFromReadsSearchesAndEvents() {
        policies.establish(POLICY, Optional.of(JsonObject.of("""
                {"entries":{
                 "owner":{"subjects":{"s:owner":{"type":"t"}},"resources":{
                   "policy:/":{"grant":["READ","WRITE"],"revoke":[]},"thing:/":{"grant":["READ","WRITE"],"revoke":[]}}},
                 "citizen":{"subjects":{"s:citizen":{"type":"t"}},"resources":{
                   "thing:/":{"grant":["READ"],"revoke":[]}}}}}""")), OWNER);
        things.subscribe(events::add);
        write("/", "{\"policyId\":\"org.test:pol\",\"attributes\":{\"secret\":1,\"n\":1}}");
        assertThat(read()).contains("secret");
        assertThat(found()).isOne();
        assertThat(told()).contains("secret");
        policies.execute(
                OWNER,
                new PolicyCommand(
                        POLICY,
                        Action.MODIFY,
                        JsonPointer.of("/entries/citizen/resources/thing:/attributes/secret"),
                        Optional.of(JsonFactory.readFrom("{\"grant\":[],\"revoke\":[\"READ\"]}")),
                        Optional.empty(),
                        DittoHeaders.empty()));
        assertThat(read()).doesNotContain("secret").contains("\"n\":1");
        assertThat(found()).isZero();
        write("/attributes", "{\"secret\":1,\"n\":2}");
        assertThat(told()).doesNotContain("secret").contains("\"n\":2");
    }

    private String read() {
        return things.execute(CITIZEN, command(Action.RETRIEVE, "/", Optional.empty()))
                .value()
                .orElseThrow()
                .toString();
    }

    private long found() {
        Search.Query query = new Search.Query(
                Optional.of("eq(attributes/secret,1)"),
                Optional.empty(),
                Set.of(),
                Optional.empty(),
                DittoHeaders.empty());
        return search.count(CITIZEN, query);
    }

    private String told() {
        ThingEvent last = events.get(events.size() - 1);
        return policies.access(last.policy())
                .orElseThrow()
                .view(CITIZEN, last.path(), last.value().orElseThrow().asObject())
                .toString();
    }

    private void write(String path, String value) {
        things.execute(OWNER, command(Action.MODIFY, path, Optional.of(value)));
    }

    private static ThingCommand command(Action action, String path, Optional<String> value) {
        return new ThingCommand(
                LAMP,
                action,
                JsonPointer.of(path),
                value.map(JsonFactory::readFrom),
                Optional.empty(),
                DittoHeaders.empty());
    }
}
