package io.citytwin.adapter.dittoembedded.internal.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.citytwin.adapter.dittoembedded.internal.twin.Action;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.ditto.base.model.headers.DittoHeaders;
import org.eclipse.ditto.json.JsonObject;
import org.eclipse.ditto.json.JsonPointer;
import org.eclipse.ditto.policies.model.PolicyId;
import org.junit.jupiter.api.Test;

class PolicyImportsTest extends PolicyDesk {

    @Test
    void importsCountOneLevelDeepAndFollowWhatTheyImport() {
        create();
        PolicyId base = PolicyId.of("org.test:base");
        String guest = "{\"subjects\":{\"s:%s\":{\"type\":\"t\"}},\"resources\":{\"thing:/\":" + ALL
                + "},\"importable\":\"%s\"}";
        run(OWNER, Action.MODIFY, "/imports", "{\"org.test:base\":{\"entries\":[\"named\",\"never\"]}}");
        assertThat(policies.access(POLICY).orElseThrow().mayRead(OWNER, JsonPointer.empty()))
                .isTrue();
        String entries = ENTRIES.strip().substring(1, ENTRIES.strip().length() - 1);
        policies.establish(
                base,
                Optional.of(JsonObject.of("{\"entries\":{" + entries + ",\"usual\":" + guest.formatted("a", "implicit")
                        + ",\"named\":" + guest.formatted("b", "explicit") + ",\"other\":"
                        + guest.formatted("c", "explicit") + ",\"never\":" + guest.formatted("d", "never") + "}}")),
                OWNER);
        Access access = policies.access(POLICY).orElseThrow();
        assertThat(mayRead(access, "s:a")).isTrue();
        assertThat(mayRead(access, "s:b")).isTrue();
        assertThat(mayRead(access, "s:c")).isFalse();
        assertThat(mayRead(access, "s:d")).isFalse();
        policies.execute(
                OWNER,
                new PolicyCommand(
                        base,
                        Action.DELETE,
                        JsonPointer.of("/entries/usual"),
                        Optional.empty(),
                        Optional.empty(),
                        DittoHeaders.empty()));
        assertThat(mayRead(policies.access(POLICY).orElseThrow(), "s:a")).isFalse();
        policies.establish(PolicyId.of("org.test:third"), Optional.empty(), STRANGER);
        assertThat(refused(OWNER, Action.MODIFY, "/imports/org.test:third", "{}", 404))
                .isEqualTo("policies:policy.notfound");
    }

    @Test
    void aSubjectCountsUntilItExpires() {
        create();
        String past = "{\"type\":\"t\",\"expiry\":\"2026-01-16T11:00:00Z\"}";
        assertThat(refused(OWNER, Action.MODIFY, "/entries/reader/subjects/s:guest", past, 400))
                .isEqualTo("policies:subjectexpiry.invalid");
        run(OWNER, Action.MODIFY, "/entries/reader/subjects/s:guest", past.replace("T11", "T13"));
        assertThat(mayRead(policies.access(POLICY).orElseThrow(), "s:guest")).isTrue();
        clock.advanceTo(NOON.plus(Duration.ofHours(1)));
        assertThat(mayRead(policies.access(POLICY).orElseThrow(), "s:guest")).isFalse();
        assertThat(mayRead(policies.access(POLICY).orElseThrow(), "s:reader")).isTrue();
        run(OWNER, Action.MODIFY, "/entries/reader/subjects/s:other", "{\"type\":\"t\"}");
        assertThat(policies.find(POLICY).orElseThrow().toString()).doesNotContain("s:guest");
    }
}
