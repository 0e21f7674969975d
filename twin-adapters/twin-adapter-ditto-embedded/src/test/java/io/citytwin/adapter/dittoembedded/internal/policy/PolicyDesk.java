package io.citytwin.adapter.dittoembedded.internal.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.citytwin.adapter.dittoembedded.internal.twin.Action;
import io.citytwin.adapter.dittoembedded.internal.twin.Caller;
import io.citytwin.adapter.dittoembedded.internal.twin.Reply;
import io.citytwin.core.spi.MemoryJournal;
import io.citytwin.core.time.VirtualClock;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.eclipse.ditto.base.model.exceptions.DittoRuntimeException;
import org.eclipse.ditto.base.model.headers.DittoHeaders;
import org.eclipse.ditto.json.JsonFactory;
import org.eclipse.ditto.json.JsonPointer;
import org.eclipse.ditto.json.JsonValue;
import org.eclipse.ditto.policies.model.PolicyId;
import org.jspecify.annotations.Nullable;

/** Policies, and short ways to ask something of them. */
abstract class PolicyDesk {

    static final Instant NOON = Instant.parse("2026-01-16T12:00:00Z");
    static final PolicyId POLICY = PolicyId.of("org.test:pol");
    static final Caller OWNER = EnforcedAccessTest.caller(Set.of("s:owner"));
    static final Caller READER = EnforcedAccessTest.caller(Set.of("s:reader"));
    static final Caller STRANGER = EnforcedAccessTest.caller(Set.of("s:stranger"));
    static final String ALL = "{\"grant\":[\"READ\",\"WRITE\"],\"revoke\":[]}";
    static final String ENTRIES = """
            {"owner":{"subjects":{"s:owner":{"type":"t"}},"resources":{"policy:/":%1$s,"thing:/":%1$s}},
             "reader":{"subjects":{"s:reader":{"type":"t"}},"resources":{
               "policy:/":{"grant":["READ"],"revoke":[]},
               "policy:/entries/owner":{"grant":[],"revoke":["READ"]},
               "thing:/":{"grant":["READ"],"revoke":[]}}}}""".formatted(ALL);

    final MemoryJournal journal = new MemoryJournal();
    final VirtualClock clock = new VirtualClock(NOON);
    final JournalledPolicies policies = new JournalledPolicies(journal, clock, 3);

    static boolean mayRead(Access access, String subject) {
        return access.mayRead(EnforcedAccessTest.caller(Set.of(subject)), JsonPointer.of("/attributes"));
    }

    void create() {
        run(OWNER, Action.CREATE, "/", "{\"entries\":" + ENTRIES + "}");
    }

    Reply run(Caller caller, Action action, String path, @Nullable String value) {
        return policies.execute(
                caller, command(action, path, value == null ? null : JsonFactory.readFrom(value), HEADERS));
    }

    static final DittoHeaders HEADERS =
            DittoHeaders.newBuilder().correlationId("c-1").build();

    String refused(Caller caller, Action action, String path, @Nullable String value, int status) {
        DittoRuntimeException refusal =
                refusal(caller, command(action, path, value == null ? null : JsonFactory.readFrom(value), HEADERS));
        assertThat(refusal.getHttpStatus().getCode()).as(refusal.toJsonString()).isEqualTo(status);
        assertThat(refusal.getDittoHeaders().getCorrelationId()).contains("c-1");
        return refusal.getErrorCode();
    }

    DittoRuntimeException refusal(Caller caller, PolicyCommand command) {
        return catchThrowableOfType(DittoRuntimeException.class, () -> policies.execute(caller, command));
    }

    static PolicyCommand command(Action action, String path, @Nullable JsonValue value, DittoHeaders headers) {
        return new PolicyCommand(
                POLICY, action, JsonPointer.of(path), Optional.ofNullable(value), Optional.empty(), headers);
    }
}
