package io.citytwin.adapter.dittoembedded.internal.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.citytwin.adapter.dittoembedded.internal.policy.JournalledPolicies;
import io.citytwin.adapter.dittoembedded.internal.twin.Caller;
import io.citytwin.core.spi.MemoryJournal;
import io.citytwin.core.time.SystemClock;
import io.citytwin.core.time.VirtualClock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.eclipse.ditto.base.model.auth.AuthorizationContext;
import org.eclipse.ditto.base.model.auth.AuthorizationSubject;
import org.eclipse.ditto.base.model.auth.DittoAuthorizationContextType;
import org.eclipse.ditto.base.model.exceptions.DittoRuntimeException;
import org.eclipse.ditto.base.model.headers.DittoHeaders;
import org.eclipse.ditto.json.JsonFieldSelector;
import org.eclipse.ditto.json.JsonObject;
import org.eclipse.ditto.policies.model.PolicyId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ThingsSearchTest {

    private static final Instant NOON = Instant.parse("2026-01-16T12:00:00Z");
    private static final PolicyId POLICY = PolicyId.of("org.test:pol");
    private static final Caller OWNER = caller("s:owner");
    private static final Caller CITIZEN = caller("s:citizen");
    private static final Caller STRANGER = caller("s:stranger");
    private static final DittoHeaders HEADERS =
            DittoHeaders.newBuilder().correlationId("c-1").build();

    private final VirtualClock clock = new VirtualClock(NOON);
    private final JournalledPolicies policies = new JournalledPolicies(new MemoryJournal(), clock);
    private final FewThings things = new FewThings(NOON);
    private final ThingsSearch search = new ThingsSearch(things, policies, new DittoRql(clock));

    ThingsSearchTest() {
        policies.establish(POLICY, Optional.of(JsonObject.of("""
                {"entries":{
                 "owner":{"subjects":{"s:owner":{"type":"t"}},"resources":{
                   "policy:/":{"grant":["READ","WRITE"],"revoke":[]},"thing:/":{"grant":["READ","WRITE"],"revoke":[]}}},
                 "citizen":{"subjects":{"s:citizen":{"type":"t"}},"resources":{
                   "thing:/":{"grant":["READ"],"revoke":[]},
                   "thing:/attributes/secret":{"grant":[],"revoke":["READ"]}}}}}""")), OWNER);
    }

    @Test
    void aFilterSeesWhatItsCallerSees() {
        put("org.test:a", "{\"attributes\":{\"secret\":1,\"n\":1}}");
        put("org.test:b", "{\"attributes\":{\"secret\":2,\"n\":2}}");
        assertThat(ids(OWNER, "eq(attributes/secret,2)", "")).containsExactly("org.test:b");
        assertThat(ids(CITIZEN, "eq(attributes/secret,2)", "")).isEmpty();
        assertThat(ids(CITIZEN, "exists(attributes/secret)", "")).isEmpty();
        assertThat(ids(CITIZEN, "gt(features/*/properties/x,0)", "")).isEmpty();
        assertThat(ids(CITIZEN, "eq(attributes/n,2)", "")).containsExactly("org.test:b");
        assertThat(ids(STRANGER, "exists(thingId)", "")).isEmpty();
        assertThat(search.count(CITIZEN, query("eq(attributes/secret,2)", ""))).isZero();
        assertThat(search.count(OWNER, query("eq(attributes/secret,2)", ""))).isOne();
        assertThat(search.page(CITIZEN, query("", "")).items().toString()).doesNotContain("secret");
    }

    @Test
    void aHiddenValueDoesNotShowInTheOrder() {
        put("org.test:a", "{\"attributes\":{\"secret\":3}}");
        put("org.test:b", "{\"attributes\":{\"secret\":2}}");
        put("org.test:c", "{\"attributes\":{\"secret\":1}}");
        assertThat(ids(OWNER, "", "sort(+attributes/secret)"))
                .containsExactly("org.test:c", "org.test:b", "org.test:a");
        assertThat(ids(CITIZEN, "", "sort(+attributes/secret)"))
                .containsExactly("org.test:a", "org.test:b", "org.test:c");
    }

    @Test
    void severalKeysAndMissingValuesHaveAnOrder() {
        put("org.test:a", "{\"attributes\":{\"p\":\"x\",\"n\":10}}");
        put("org.test:b", "{\"attributes\":{\"p\":\"x\",\"n\":9}}");
        put("org.test:c", "{\"attributes\":{\"p\":\"w\"}}");
        put("org.test:d", "{\"attributes\":{\"n\":\"text\"}}");
        put("org.test:e", "{\"attributes\":{\"p\":\"x\",\"n\":9}}");
        assertThat(last(ids(OWNER, "", "sort(+attributes/p,-attributes/n)"))).isEqualTo("dcabe");
        assertThat(last(ids(OWNER, "", "sort(-attributes/p,+attributes/n,-thingId)")))
                .isEqualTo("ebacd");
        assertThat(last(ids(OWNER, "", "sort(+attributes/n)"))).isEqualTo("cbead");
        assertThat(last(ids(OWNER, "", "sort(-thingId),size(2)"))).isEqualTo("ed");
        assertThat(last(ids(OWNER, "", " "))).isEqualTo("abcde");
    }

    @Test
    void pagesAreWholeThoughThingsComeAndGoBetweenThem() {
        for (String options :
                List.of("size(7)", "size(7),sort(+attributes/n)", "size(7),sort(-attributes/n,-thingId)")) {
            IntStream.range(0, 50)
                    .forEach(at -> put("org.test:t" + (100 + at), "{\"attributes\":{\"n\":" + at % 5 + "}}"));
            List<String> seen = new ArrayList<>();
            Search.Page page = search.page(OWNER, query("exists(attributes/n)", options));
            seen.addAll(ids(page));
            things.remove("org.test:t100");
            things.remove(seen.get(6));
            put("org.test:t999", "{}");
            while (page.cursor().isPresent()) {
                page = search.page(
                        OWNER, query("", "size(7),cursor(" + page.cursor().get() + ")"));
                seen.addAll(ids(page));
            }
            assertThat(seen).doesNotHaveDuplicates().hasSizeBetween(49, 50).doesNotContain("org.test:t999");
        }
    }

    @Test
    void aPageByOffsetTellsTheNext() {
        IntStream.range(0, 5).forEach(at -> put("org.test:t" + at, "{}"));
        Search.Page page = search.page(OWNER, query("", "limit(1,2)"));
        assertThat(ids(page)).containsExactly("org.test:t1", "org.test:t2");
        assertThat(page.nextPageOffset()).contains(3L);
        assertThat(page.cursor()).isEmpty();
        assertThat(search.page(OWNER, query("", "limit(3,2)")).nextPageOffset()).isEmpty();
        assertThat(search.page(OWNER, query("", "size(5)")).cursor()).isEmpty();
        assertThat(search.page(OWNER, query("", "size(4)")).cursor()).isPresent();
    }

    @Test
    void namespacesAndFieldsSelect() {
        put("org.test:a", "{\"attributes\":{\"n\":1,\"secret\":2},\"features\":{\"f\":{\"properties\":{\"x\":1}}}}");
        put("org.other:b", "{}");
        Search.Query query = new Search.Query(
                Optional.of("eq(_revision,1)"),
                Optional.empty(),
                Set.of("org.test"),
                Optional.of(JsonFieldSelector.newInstance(
                        "thingId", "_revision", "_modified", "features/*/properties/x", "attributes/secret")),
                HEADERS);
        assertThat(search.page(OWNER, query).items().get(0).toString())
                .isEqualTo("{\"thingId\":\"org.test:a\",\"_revision\":1,\"_modified\":\"2026-01-16T12:00:00Z\","
                        + "\"features\":{\"f\":{\"properties\":{\"x\":1}}},\"attributes\":{\"secret\":2}}");
        assertThat(search.page(OWNER, query).items()).hasSize(1);
        assertThat(search.page(CITIZEN, query).items().toString()).doesNotContain("secret");
        assertThat(search.page(OWNER, query("", "")).items()).hasSize(2);
        assertThat(search.page(OWNER, query("gt(_revision,0)", "")).items().toString())
                .doesNotContain("_revision");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "size(0)",
                "size(201)",
                "size(x)",
                "size(-1)",
                "size()",
                "size(99999999999)",
                "colour(1)",
                "size(1)x",
                "size(1),",
                "size(1),size(2)",
                "limit(1)",
                "limit(0,201)",
                "limit(-1,2)",
                "limit(0,1),size(2)",
                "sort()",
                "sort(thingId)",
                "sort(+)",
                "sort(+colour)",
                "sort(+attributes//x)",
                "cursor()",
                "cursor(abc)",
                "cursor(%%%)",
                "limit(0,1),cursor(abc)"
            })
    void optionsThatMakeNoSenseAreRefused(String options) {
        DittoRuntimeException refusal =
                catchThrowableOfType(DittoRuntimeException.class, () -> search.page(OWNER, query("", options)));
        assertThat(refusal.getErrorCode()).isEqualTo("thing-search:search.option.invalid");
        assertThat(refusal.getHttpStatus().getCode()).isEqualTo(400);
        assertThat(refusal.getDittoHeaders()).isEqualTo(HEADERS);
    }

    @Test
    void aCursorThatWasTamperedWithOrBelongsElsewhereIsRefused() {
        IntStream.range(0, 5).forEach(at -> put("org.test:t" + at, "{}"));
        String cursor =
                search.page(OWNER, query("exists(thingId)", "size(2)")).cursor().orElseThrow();
        for (int at = 0; at < cursor.length() - 1; at += 7) {
            char other = cursor.charAt(at) == 'A' ? 'B' : 'A';
            refused("exists(thingId)", "cursor(" + cursor.substring(0, at) + other + cursor.substring(at + 1) + ")");
        }
        refused("exists(policyId)", "cursor(" + cursor + ")");
        refused("exists(thingId)", "sort(-thingId),cursor(" + cursor + ")");
        assertThat(ids(OWNER, "exists(thingId)", "cursor(" + cursor + ")")).hasSize(3);
        assertThat(ids(STRANGER, "exists(thingId)", "cursor(" + cursor + ")")).isEmpty();
    }

    @Test
    void aBadFilterIsRefused() {
        DittoRuntimeException refusal =
                catchThrowableOfType(DittoRuntimeException.class, () -> search.count(OWNER, query("brokenrql((", "")));
        assertThat(refusal.getErrorCode()).isEqualTo("rql.expression.invalid");
    }

    @Test
    void tenThousandThingsPageQuickly() {
        IntStream.range(0, 10_000)
                .forEach(at -> put("org.test:t" + (10_000 + at), "{\"attributes\":{\"n\":" + at % 97 + "}}"));
        for (String filter : List.of("", "ge(attributes/n,0)")) {
            Instant start = new SystemClock().now();
            List<String> seen = new ArrayList<>();
            Search.Page page = search.page(CITIZEN, query(filter, "size(200)"));
            seen.addAll(ids(page));
            while (page.cursor().isPresent()) {
                page = search.page(
                        CITIZEN, query("", "size(200),cursor(" + page.cursor().get() + ")"));
                seen.addAll(ids(page));
            }
            assertThat(seen).hasSize(10_000).isSorted();
            assertThat(new SystemClock().now()).isBefore(start.plusSeconds(20));
        }
    }

    private void refused(String filter, String options) {
        DittoRuntimeException refusal =
                catchThrowableOfType(DittoRuntimeException.class, () -> search.page(OWNER, query(filter, options)));
        assertThat(refusal).as(options).isNotNull();
        assertThat(refusal.getErrorCode()).isEqualTo("thing-search:search.option.invalid");
    }

    private void put(String id, String json) {
        things.put(id, POLICY, JsonObject.of(json));
    }

    private List<String> ids(Caller caller, String filter, String options) {
        return ids(search.page(caller, query(filter, options)));
    }

    private static List<String> ids(Search.Page page) {
        return page.items().stream()
                .map(item -> item.getValue("thingId").orElseThrow().asString())
                .toList();
    }

    private static String last(List<String> ids) {
        return String.join(
                "", ids.stream().map(id -> id.substring(id.length() - 1)).toList());
    }

    private static Search.Query query(String filter, String options) {
        return new Search.Query(
                Optional.of(filter).filter(text -> !text.isEmpty()),
                Optional.of(options),
                Set.of(),
                Optional.empty(),
                HEADERS);
    }

    static Caller caller(String subject) {
        return new Caller(
                "session",
                AuthorizationContext.newInstance(
                        DittoAuthorizationContextType.PRE_AUTHENTICATED_HTTP,
                        AuthorizationSubject.newInstance(subject)));
    }
}
