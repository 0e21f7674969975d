package io.citytwin.adapter.dittoembedded.internal.twin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is hidden cannot be told from what is not there: each line is tried on both. */
class HiddenThingsTest {

    private static final String THING = " / {\"policyId\":\"org.test:pol\",\"attributes\":{\"a\":1%s},"
            + "\"features\":{\"f\":{\"properties\":{\"p\":1%s}}%s}}";

    private static final List<String> LINES = List.of(
            "retrieve %s /attributes",
            "retrieve %s /attributes/secret",
            "retrieve %s /attributes/secret/x",
            "retrieve %s /features",
            "retrieve %s /features/f",
            "retrieve %s /features/f/properties",
            "retrieve %s /features/f/properties/secret",
            "retrieve %s /features/secret",
            "retrieve %s /features/secret/properties",
            "retrieve %s /features/secret/properties/x",
            "retrieve %s /features/secret/definition",
            "delete %s /features/secret",
            "delete %s /features/secret/properties/x",
            "modify %s /features/secret/properties/x 1",
            "modify %s /attributes/secret 1",
            "modify %s /attributes/secret {\"a/b\":1}",
            "merge %s /attributes {\"secret\":1}",
            "merge %s / {\"features\":{\"secret\":null}}",
            "modify %s / {}",
            "delete %s /",
            "create %s / {}");
    private static final List<Map<String, String>> HEADERS = List.of(
            Map.of(),
            Map.of("condition", "exists(attributes/secret)"),
            Map.of("condition", "not(exists(attributes/secret))"),
            Map.of("condition", "gt(features/secret/properties/x,0)"),
            Map.of("if-match", "*"),
            Map.of("if-match", "\"hash:5\""),
            Map.of("if-none-match", "*"),
            Map.of("if-none-match", "\"hash:5\""),
            Map.of("if-equal", "skip"),
            Map.of("at-historical-revision", "1"),
            Map.of("fields", "attributes/secret,features/*/properties/x,policyId"));

    private final Town town = new Town();

    HiddenThingsTest() {
        town.policies.hidden.addAll(List.of("/attributes/secret", "/features/f/properties/secret", "/features/secret"));
        town.policies.locked.addAll(town.policies.hidden);
        town.admin("create with"
                + THING.formatted(",\"secret\":5", ",\"secret\":5", ",\"secret\":{\"properties\":{\"x\":1}}"));
        town.admin("create plain" + THING.formatted("", "", ""));
    }

    @Test
    void aGuestSeesTheSameWithAndWithoutASecret() {
        for (String line : LINES) {
            for (Map<String, String> sent : HEADERS) {
                assertThat(outcome(Town.GUEST, line.formatted("with"), sent))
                        .as("%s %s", line, sent)
                        .isEqualTo(outcome(Town.GUEST, line.formatted("plain"), sent));
            }
        }
        assertThat(outcome(Town.GUEST, "modify with /attributes/secret 1", Map.of()))
                .contains("403")
                .contains("attribute.notmodifiable");
        assertThat(town.answer(Town.ADMIN, "retrieve with /attributes/secret", Map.of()))
                .isEqualTo("200 5");
        // The control: the same guest changes what is not locked.
        assertThat(town.answer(Town.GUEST, "merge with /attributes {\"a\":2}", Map.of()))
                .isEqualTo("204");
    }

    @Test
    void aStrangerCannotTellAThingFromNone() {
        for (String line : List.of(
                "retrieve %s /",
                "retrieve %s /attributes/a",
                "retrieve %s /features/f/properties/p",
                "modify %s /attributes/a 1",
                "modify %s /attributes/a {\"a/b\":1}",
                "modify %s /attributes 7",
                "merge %s /attributes {\"a\":1}",
                "delete %s /attributes/a",
                "delete %s /policyId",
                "delete %s /")) {
            for (Map<String, String> sent : List.<Map<String, String>>of(
                    Map.of(),
                    Map.of("condition", "exists(attributes/a)"),
                    Map.of("condition", "nonsense("),
                    Map.of("if-match", "\"rev:1\""),
                    Map.of("if-none-match", "*"),
                    Map.of("if-equal", "nonsense"),
                    Map.of("at-historical-revision", "1"))) {
                assertThat(outcome(Town.NOBODY, line.formatted("with"), sent))
                        .as("%s %s", line, sent)
                        .isEqualTo(outcome(Town.NOBODY, line.formatted("absent"), sent))
                        .doesNotContain("204");
            }
        }
        assertThat(town.refusal(Town.NOBODY, "modify with / {}", Map.of())).isEqualTo("404 things:thing.notfound");
    }

    /** All that a caller learns, with the name of the Thing left out. */
    private String outcome(Caller caller, String line, Map<String, String> sent) {
        try {
            Reply reply = town.run(caller, line, sent);
            return blank(reply.status().getCode() + " " + reply.value()
                    + reply.headers().get("etag"));
        } catch (org.eclipse.ditto.base.model.exceptions.DittoRuntimeException refused) {
            return blank(refused.getHttpStatus().getCode() + " " + refused.toJson()
                    + refused.getDittoHeaders().get("etag"));
        }
    }

    private static String blank(String text) {
        return text.replace("org.test:with", "org.test:x")
                .replace("org.test:plain", "org.test:x")
                .replace("org.test:absent", "org.test:x");
    }
}
