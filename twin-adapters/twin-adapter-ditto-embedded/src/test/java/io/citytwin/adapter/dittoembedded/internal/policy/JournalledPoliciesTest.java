package io.citytwin.adapter.dittoembedded.internal.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.citytwin.adapter.dittoembedded.internal.twin.Action;
import io.citytwin.adapter.dittoembedded.internal.twin.Reply;
import java.util.Optional;
import org.eclipse.ditto.base.model.exceptions.DittoRuntimeException;
import org.eclipse.ditto.base.model.headers.DittoHeaders;
import org.eclipse.ditto.json.JsonFactory;
import org.eclipse.ditto.json.JsonObject;
import org.eclipse.ditto.json.JsonPointer;
import org.eclipse.ditto.json.JsonValue;
import org.eclipse.ditto.policies.model.PolicyId;
import org.junit.jupiter.api.Test;

class JournalledPoliciesTest extends PolicyDesk {

    // As a real Ditto 3.8 answered; see the recorded frame c-12.
    @Test
    void aPolicyIsReadAsDittoWritesIt() {
        Reply created = run(OWNER, Action.CREATE, "/", "{\"entries\":" + ENTRIES + "}");
        assertThat(created.status().getCode()).isEqualTo(201);
        assertThat(created.headers()).containsEntry("etag", "\"rev:1\"").containsEntry("entity-revision", "1");
        assertThat(created.headers().getCorrelationId()).contains("c-1");
        JsonObject read =
                run(OWNER, Action.RETRIEVE, "/", null).value().orElseThrow().asObject();
        assertThat(read).isEqualTo(created.value().orElseThrow());
        assertThat(read.getKeys().toString()).isEqualTo("[policyId, imports, entries]");
        assertThat(read.getValue("entries/owner").orElseThrow().toString()).isEqualTo("""
                {"subjects":{"s:owner":{"type":"t"}},"resources":{"policy:/":%1$s,"thing:/":%1$s},\
                "importable":"implicit"}""".formatted(ALL));
    }

    @Test
    void eachPartIsMadeChangedReadAndDeleted() {
        create();
        for (String[] part : new String[][] {
            {"/entries/other", "{\"subjects\":{},\"resources\":{},\"importable\":\"never\"}"},
            {"/entries/reader/subjects/s:second", "{\"type\":\"t\"}"},
            {"/entries/reader/resources/thing:/features/a/properties/x", "{\"grant\":[],\"revoke\":[\"READ\"]}"},
            {"/entries/reader/resources/message:/", "{\"grant\":[\"READ\"],\"revoke\":[]}"},
            {"/imports/org.test:base", "{\"entries\":[\"guests\"]}"},
        }) {
            assertThat(run(OWNER, Action.MODIFY, part[0], part[1]).status().getCode())
                    .as(part[0])
                    .isEqualTo(201);
            Reply read = run(OWNER, Action.RETRIEVE, part[0], null);
            assertThat(read.value()).contains(JsonFactory.readFrom(part[1]));
            assertThat(read.headers().getETag().orElseThrow().toString()).startsWith("\"hash:");
            assertThat(run(OWNER, Action.MODIFY, part[0], part[1]).status().getCode())
                    .isEqualTo(204);
            assertThat(run(OWNER, Action.DELETE, part[0], null).status().getCode())
                    .isEqualTo(204);
            refused(OWNER, Action.RETRIEVE, part[0], null, 404);
        }
        assertThat(run(OWNER, Action.MODIFY, "/entries/reader/subjects", "{\"s:x\":{\"type\":\"t\"}}")
                        .status()
                        .getCode())
                .isEqualTo(204);
        assertThat(run(OWNER, Action.MODIFY, "/entries/reader/resources", "{\"thing:/\":" + ALL + "}")
                        .status()
                        .getCode())
                .isEqualTo(204);
        assertThat(run(OWNER, Action.MODIFY, "/entries", ENTRIES).status().getCode())
                .isEqualTo(204);
        assertThat(run(OWNER, Action.MODIFY, "/imports", "{\"org.test:base\":{}}")
                        .status()
                        .getCode())
                .isEqualTo(204);
        assertThat(run(OWNER, Action.RETRIEVE, "/", null).headers()).containsEntry("etag", "\"rev:20\"");
    }

    @Test
    void eachRefusalHasDittosCode() {
        assertThat(refused(OWNER, Action.RETRIEVE, "/", null, 404)).isEqualTo("policies:policy.notfound");
        assertThat(refused(OWNER, Action.DELETE, "/", null, 404)).isEqualTo("policies:policy.notfound");
        assertThat(refused(OWNER, Action.MODIFY, "/entries/x", "{}", 404)).isEqualTo("policies:policy.notfound");
        create();
        assertThat(refused(OWNER, Action.CREATE, "/", "{\"entries\":" + ENTRIES + "}", 409))
                .isEqualTo("policies:policy.conflict");
        assertThat(refused(OWNER, Action.RETRIEVE, "/entries/none", null, 404)).isEqualTo("policies:entry.notfound");
        assertThat(refused(OWNER, Action.MODIFY, "/entries/none/subjects", "{}", 404))
                .isEqualTo("policies:entry.notfound");
        assertThat(refused(OWNER, Action.DELETE, "/entries/owner/subjects/s:none", null, 404))
                .isEqualTo("policies:subject.notfound");
        assertThat(refused(OWNER, Action.RETRIEVE, "/entries/owner/resources/thing:/a", null, 404))
                .isEqualTo("policies:resource.notfound");
        assertThat(refused(READER, Action.DELETE, "/", null, 403)).isEqualTo("policies:policy.notmodifiable");
        assertThat(refused(READER, Action.DELETE, "/entries/owner", null, 403))
                .isEqualTo("policies:entry.notmodifiable");
        assertThat(refused(READER, Action.MODIFY, "/entries/owner/subjects/s:reader", "{\"type\":\"t\"}", 403))
                .isEqualTo("policies:subject.notmodifiable");
        assertThat(refused(READER, Action.MODIFY, "/entries/owner/resources/thing:/", ALL, 403))
                .isEqualTo("policies:resource.notmodifiable");
        assertThat(refused(OWNER, Action.MERGE, "/", "{}", 501)).isEqualTo("citytwin:not.implemented");
        assertThat(refused(OWNER, Action.MODIFY, "/", "{\"policyId\":\"org.test:other\"}", 400))
                .isEqualTo("policies:id.notsettable");
        for (String part : new String[] {"5", "{}", "{\"subjects\":{},\"resources\":5}", "{\"subjects\":null}"}) {
            assertThat(refused(OWNER, Action.MODIFY, "/entries/x", part, 400)).startsWith("json.");
        }
        assertThat(refused(OWNER, Action.MODIFY, "/entries/owner/subjects/nobody", "{\"type\":\"t\"}", 400))
                .isEqualTo("policies:subjectid.invalid");
        assertThat(run(OWNER, Action.RETRIEVE, "/", null).headers()).containsEntry("etag", "\"rev:1\"");
    }

    @Test
    void whoSeesNothingOfAPolicyHearsThatItIsNotThere() {
        create();
        assertThat(refused(STRANGER, Action.RETRIEVE, "/", null, 404)).isEqualTo("policies:policy.notfound");
        assertThat(refused(STRANGER, Action.RETRIEVE, "/entries/owner", null, 404))
                .isEqualTo("policies:entry.notfound");
        assertThat(refused(STRANGER, Action.DELETE, "/", null, 403)).isEqualTo("policies:policy.notmodifiable");
        JsonObject seen =
                run(READER, Action.RETRIEVE, "/", null).value().orElseThrow().asObject();
        assertThat(seen.contains("entries/owner")).isFalse();
        assertThat(seen.contains("entries/reader")).isTrue();
        assertThat(refused(READER, Action.RETRIEVE, "/entries/owner", null, 404))
                .isEqualTo("policies:entry.notfound");
    }

    @Test
    void somebodyCanAlwaysChangeAPolicy() {
        assertThat(refused(OWNER, Action.CREATE, "/", "{\"entries\":{}}", 403))
                .isEqualTo("policies:policy.modificationinvalid");
        assertThat(refused(STRANGER, Action.CREATE, "/", "{\"entries\":" + ENTRIES + "}", 403))
                .isEqualTo("policies:policy.notmodifiable");
        create();
        assertThat(refused(OWNER, Action.DELETE, "/entries/owner", null, 403))
                .isEqualTo("policies:policy.modificationinvalid");
        assertThat(refused(OWNER, Action.DELETE, "/entries/owner/resources/policy:/", null, 403))
                .isEqualTo("policies:policy.modificationinvalid");
        String expiring = "{\"type\":\"t\",\"expiry\":\"2026-01-17T12:00:00Z\"}";
        assertThat(refused(OWNER, Action.MODIFY, "/entries/owner/subjects/s:owner", expiring, 403))
                .isEqualTo("policies:policy.modificationinvalid");
    }

    @Test
    void tagsGuardCommands() {
        create();
        DittoHeaders old =
                DittoHeaders.newBuilder().putHeader("if-match", "\"rev:7\"").build();
        DittoHeaders now =
                DittoHeaders.newBuilder().putHeader("if-match", "\"rev:1\"").build();
        DittoHeaders notNow = DittoHeaders.newBuilder()
                .putHeader("if-none-match", "\"rev:1\"")
                .build();
        DittoHeaders notThere =
                DittoHeaders.newBuilder().putHeader("if-none-match", "*").build();
        JsonValue value = JsonFactory.readFrom("{\"entries\":" + ENTRIES + "}");
        assertThat(refusal(OWNER, command(Action.MODIFY, "/", value, old)).getErrorCode())
                .isEqualTo("policies:precondition.failed");
        assertThat(refusal(OWNER, command(Action.MODIFY, "/", value, notThere))
                        .getHttpStatus()
                        .getCode())
                .isEqualTo(412);
        assertThat(refusal(OWNER, command(Action.RETRIEVE, "/", null, notNow))
                        .getHttpStatus()
                        .getCode())
                .isEqualTo(304);
        assertThat(policies.execute(OWNER, command(Action.MODIFY, "/", value, now))
                        .status()
                        .getCode())
                .isEqualTo(204);
        assertThat(policies.execute(OWNER, command(Action.RETRIEVE, "/", null, notNow))
                        .status()
                        .getCode())
                .isEqualTo(200);
    }

    @Test
    void limitsHold() {
        StringBuilder many = new StringBuilder("{\"subjects\":{");
        for (int at = 0; at < 4_000; at++) {
            many.append(at == 0 ? "" : ",").append("\"s:" + at + "\":{\"type\":\"some type\"}");
        }
        String large = many + "},\"resources\":{}}";
        create();
        assertThat(refused(OWNER, Action.MODIFY, "/entries/x", large, 413)).isEqualTo("policies:policy.toolarge");
        StringBuilder imports = new StringBuilder("{");
        for (int at = 0; at <= PolicyForm.MAX_IMPORTS; at++) {
            imports.append(at == 0 ? "" : ",").append("\"org.test:p" + at + "\":{}");
        }
        assertThat(refused(OWNER, Action.MODIFY, "/imports", imports + "}", 400))
                .isEqualTo("json.invalid");
        assertThat(refused(OWNER, Action.MODIFY, "/imports", "{\"org.test:pol\":{}}", 400))
                .isEqualTo("json.invalid");
        policies.establish(PolicyId.of("org.test:p2"), Optional.empty(), OWNER);
        policies.establish(PolicyId.of("org.test:p3"), Optional.empty(), OWNER);
        DittoRuntimeException full = catchThrowableOfType(
                DittoRuntimeException.class,
                () -> policies.establish(PolicyId.of("org.test:p4"), Optional.empty(), OWNER));
        assertThat(full.getHttpStatus().getCode()).isEqualTo(429);
    }

    @Test
    void whatIsInTheJournalComesBackAndRevisionsGoOn() {
        create();
        run(OWNER, Action.MODIFY, "/entries/reader/subjects/s:more", "{\"type\":\"t\"}");
        JournalledPolicies again = new JournalledPolicies(journal, clock);
        assertThat(again.find(POLICY)).isEqualTo(policies.find(POLICY)).isPresent();
        assertThat(again.execute(OWNER, command(Action.RETRIEVE, "/", null, DittoHeaders.empty()))
                        .headers())
                .containsEntry("etag", "\"rev:2\"");
        run(OWNER, Action.DELETE, "/", null);
        assertThat(policies.access(POLICY)).isEmpty();
        JournalledPolicies third = new JournalledPolicies(journal, clock);
        assertThat(third.find(POLICY)).isEmpty();
        third.establish(POLICY, Optional.empty(), OWNER);
        assertThat(third.execute(OWNER, command(Action.RETRIEVE, "/", null, DittoHeaders.empty()))
                        .headers())
                .containsEntry("etag", "\"rev:4\"");
    }

    @Test
    void anEstablishedPolicyGivesItsCallerEverything() {
        policies.establish(POLICY, Optional.empty(), OWNER);
        Access access = policies.access(POLICY).orElseThrow();
        assertThat(access.mayWrite(OWNER, JsonPointer.empty())).isTrue();
        assertThat(access.mayMessage(OWNER, JsonPointer.of("/inbox/messages/ping"), "WRITE"))
                .isTrue();
        assertThat(access.mayReadSome(READER, JsonPointer.empty())).isFalse();
        DittoRuntimeException taken = catchThrowableOfType(
                DittoRuntimeException.class, () -> policies.establish(POLICY, Optional.empty(), OWNER));
        assertThat(taken.getErrorCode()).isEqualTo("policies:policy.conflict");
    }
}
