package io.citytwin.adapter.dittoembedded.internal.ws;

import static org.assertj.core.api.Assertions.assertThat;

import org.eclipse.ditto.json.JsonObject;
import org.eclipse.ditto.json.JsonPointer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AcknowledgementsTest {

    private final Stage stage = Stage.small();
    private final Client writer = stage.connect("city:operator");
    private final Client rules = stage.connect("city:operator", "rules:ok");

    @BeforeEach
    void create() {
        writer.say("{'topic':'it.milan/lamp/things/twin/commands/create','path':'/','value':{}}")
                .heard();
    }

    @AfterEach
    void close() {
        stage.close();
    }

    private void modify(String acks) {
        writer.say(
                "{'topic':'it.milan/lamp/things/twin/commands/modify','headers':{'correlation-id':'c','timeout':'30s',"
                        + "'requested-acks':" + acks + "},'path':'/attributes/a','value':1}");
    }

    private static void ack(Client from, String label, int status) {
        from.say("{'topic':'it.milan/lamp/things/twin/acks/" + label + "','headers':{'correlation-id':'c'},'path':'/',"
                + "'value':{'seen':true},'status':" + status + "}");
    }

    private static int status(JsonObject frame, String path) {
        return frame.getValue(JsonPointer.of(path)).orElseThrow().asInt();
    }

    @Test
    void allAcknowledgementsAreAnsweredTogether() {
        rules.say("START-SEND-EVENTS").heard();
        modify("['twin-persisted','search-persisted','rules:ok']");
        assertThat(writer.heard()).isEmpty();
        ack(rules, "rules:ok", 200);
        JsonObject answer = writer.only();
        assertThat(status(answer, "status")).isEqualTo(200);
        assertThat(status(answer, "value/twin-persisted/status")).isEqualTo(204);
        assertThat(status(answer, "value/search-persisted/status")).isEqualTo(204);
        assertThat(status(answer, "value/rules:ok/status")).isEqualTo(200);
        assertThat(stage.alarms()).as("no timer is left").isZero();
    }

    @Test
    void oneThatFailsFailsAll() {
        rules.say("START-SEND-EVENTS").heard();
        modify("['twin-persisted','rules:ok']");
        ack(rules, "rules:ok", 500);
        assertThat(status(writer.only(), "status")).isEqualTo(424);
    }

    @Test
    void whoDoesNotHearOfTheChangeAcknowledgesWeakly() {
        modify("['rules:ok']");
        JsonObject answer = writer.only();
        assertThat(status(answer, "status")).isEqualTo(200);
        assertThat(answer.toString()).contains("weak ack").contains("\"ditto-weak-ack\":true");
    }

    @Test
    void onlyItsOwnerGivesAnAcknowledgement() {
        Client stranger = stage.connect("city:operator");
        stranger.say("START-SEND-EVENTS").heard();
        rules.say("START-SEND-EVENTS").heard();
        modify("['rules:ok']");
        assertThat(stranger.only()
                        .getValue("headers/requested-acks")
                        .orElseThrow()
                        .asArray())
                .isEmpty();
        ack(stranger, "rules:ok", 200);
        assertThat(stranger.only().toString()).contains("acknowledgement:label.not.declared");
        assertThat(writer.heard()).isEmpty();
        ack(rules, "rules:ok", 200);
        assertThat(writer.heard()).hasSize(1);
        ack(rules, "rules:ok", 200);
        assertThat(writer.heard()).as("a second one changes nothing").isEmpty();
    }

    @Test
    void twinPersistedAloneIsAnOrdinaryAnswer() {
        modify("['twin-persisted']");
        assertThat(writer.only().getValue("topic").orElseThrow().asString()).endsWith("/commands/modify");
    }

    @Test
    void theSameCorrelationIdCannotWaitTwiceNorTooMany() {
        modify("['nobody:ack']");
        modify("['nobody:ack']");
        assertThat(writer.only().toString()).contains("\"status\":409");
        for (int i = 0; i < 5; i++) {
            writer.say("{'topic':'it.milan/lamp/things/twin/commands/modify','headers':{'correlation-id':'n" + i
                    + "','requested-acks':['nobody:ack']},'path':'/attributes/a','value':1}");
        }
        assertThat(status(writer.only(), "status")).isEqualTo(429);
    }

    @Test
    void aLabelIsFreeAgainWhenItsSessionEnds() {
        Client second = stage.connect("city:operator", "rules:ok");
        assertThat(second.isClosed()).isTrue();
        assertThat(second.only().toString()).contains("acknowledgement:label.not.unique");
        second.session().closed();
        assertThat(stage.connect("city:operator", "rules:ok").isClosed()).isTrue();
        rules.session().closed();
        assertThat(stage.connect("city:operator", "rules:ok").isClosed()).isFalse();
    }
}
