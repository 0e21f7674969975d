package io.citytwin.adapter.dittoembedded.internal.twin;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.citytwin.core.spi.Journal;
import io.citytwin.core.spi.MemoryJournal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.eclipse.ditto.base.model.auth.AuthorizationContext;
import org.eclipse.ditto.base.model.auth.AuthorizationSubject;
import org.eclipse.ditto.base.model.auth.DittoAuthorizationContextType;
import org.eclipse.ditto.base.model.exceptions.DittoRuntimeException;
import org.eclipse.ditto.base.model.headers.DittoHeaders;
import org.eclipse.ditto.json.JsonFactory;
import org.eclipse.ditto.json.JsonFieldSelector;
import org.eclipse.ditto.json.JsonParseOptions;
import org.eclipse.ditto.json.JsonPointer;
import org.eclipse.ditto.json.JsonValue;
import org.eclipse.ditto.policies.model.PolicyId;
import org.eclipse.ditto.things.model.ThingId;

/** Things with a journal, policies and a clock for tests: commands as text in, answers as text out. */
final class Town {

    static final Caller ADMIN = caller("admin");
    static final Caller GUEST = caller("guest");
    static final Caller NOBODY = caller("nobody");
    static final PolicyId POLICY = PolicyId.of("org.test:pol");
    static final Instant START = Instant.parse("2026-01-16T08:00:00Z");
    private static final JsonParseOptions PLAIN =
            JsonFactory.newParseOptionsBuilder().withoutUrlDecoding().build();

    final Journal journal;
    final FakePolicies policies;
    final AtomicLong seconds = new AtomicLong();
    final List<ThingEvent> events = new ArrayList<>();
    final JournalledThings things;

    Town() {
        this(new MemoryJournal(), new FakePolicies(), Limits.USUAL);
        policies.admit(POLICY);
    }

    Town(Journal journal, FakePolicies policies, Limits limits) {
        this.journal = journal;
        this.policies = policies;
        this.things = new JournalledThings(
                new JournalledThings.Surroundings(journal, policies, new FakeRql(), this::now), limits);
        things.subscribe(events::add);
    }

    Town restarted() {
        return new Town(journal, policies, Limits.USUAL);
    }

    Instant now() {
        return START.plusSeconds(seconds.get());
    }

    static Caller caller(String name) {
        return new Caller(
                "session-" + name,
                AuthorizationContext.newInstance(
                        DittoAuthorizationContextType.UNSPECIFIED, AuthorizationSubject.newInstance("test:" + name)));
    }

    static String name(Caller caller) {
        return caller.subjects().getFirstAuthorizationSubject().orElseThrow().getId();
    }

    Reply run(Caller caller, String line, Map<String, String> headers) {
        String[] words = line.split(" ", 4);
        return things.execute(
                caller,
                new ThingCommand(
                        ThingId.of("org.test:" + words[1]),
                        Action.valueOf(words[0].toUpperCase(java.util.Locale.ROOT)),
                        JsonPointer.of(words[2]),
                        words.length < 4 ? Optional.empty() : Optional.of(JsonFactory.readFrom(words[3])),
                        Optional.ofNullable(headers.get("fields")).map(Town::fields),
                        headers(headers)));
    }

    private static DittoHeaders headers(Map<String, String> headers) {
        Map<String, String> sent = new java.util.HashMap<>(headers);
        sent.remove("fields");
        return DittoHeaders.of(sent);
    }

    static JsonFieldSelector fields(String text) {
        return JsonFactory.newFieldSelector(text, PLAIN);
    }

    /** Status and value. */
    String answer(Caller caller, String line, Map<String, String> headers) {
        Reply reply = run(caller, line, headers);
        return reply.status().getCode()
                + reply.value().map(JsonValue::toString).map(text -> " " + text).orElse("");
    }

    String admin(String line) {
        return answer(ADMIN, line, Map.of());
    }

    /** Status and error code of a refusal. */
    String refusal(Caller caller, String line, Map<String, String> headers) {
        DittoRuntimeException[] seen = new DittoRuntimeException[1];
        assertThatThrownBy(() -> run(caller, line, headers))
                .as(line)
                .isInstanceOfSatisfying(DittoRuntimeException.class, refused -> seen[0] = refused);
        return seen[0].getHttpStatus().getCode() + " " + seen[0].getErrorCode();
    }

    String refused(String line) {
        return refusal(ADMIN, line, Map.of());
    }

    String etag(Reply reply) {
        return String.valueOf(reply.headers().get("etag"));
    }
}
