package io.citytwin.adapter.dittoembedded.internal.ws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import org.eclipse.ditto.json.JsonFactory;
import org.eclipse.ditto.json.JsonObject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LiveMessagesTest {

    private final Stage stage = Stage.small();
    private final Client sender = stage.connect("city:operator");
    private final Client device = stage.connect("city:operator");
    private final Client citizen = stage.connect("city:citizen");

    @BeforeEach
    void create() {
        sender.say("{'topic':'it.milan/lamp/things/twin/commands/create','path':'/','value':{}}")
                .heard();
    }

    @AfterEach
    void close() {
        stage.close();
    }

    private static void send(Client from, String path, String headers, String rest) {
        String subject = path.substring(path.lastIndexOf('/') + 1);
        from.say("{'topic':'it.milan/lamp/things/live/messages/" + subject + "','headers':{'correlation-id':'m'"
                + headers + "},'path':'" + path + "'" + rest + "}");
    }

    @Test
    void aMessageReachesTheDeviceAndItsReplyTheSender() {
        device.say("START-SEND-MESSAGES").heard();
        citizen.say("START-SEND-MESSAGES").heard();
        send(sender, "/features/state/inbox/messages/dim", "", ",'value':{'to':5}");
        JsonObject message = device.only();
        assertThat(message.getValue("value")).contains(JsonFactory.newObject("{\"to\":5}"));
        assertThat(message.getValue("headers/ditto-message-feature-id")).contains(JsonFactory.newValue("state"));
        assertThat(citizen.heard()).as("may not read messages").isEmpty();
        send(citizen, "/features/state/inbox/messages/dim", "", ",'value':'no','status':200");
        send(device, "/features/state/inbox/messages/dim", "", ",'value':'ok','status':200");
        send(device, "/features/state/inbox/messages/dim", "", ",'value':'again','status':200");
        assertThat(sender.only().getValue("value")).contains(JsonFactory.newValue("ok"));
        assertThat(stage.alarms()).isZero();
    }

    @Test
    void whoMayNotSendIsToldSo() {
        send(citizen, "/inbox/messages/dim", "", "");
        assertThat(citizen.only().toString()).contains("messages:send.notallowed");
        sender.say("{'topic':'it.milan/none/things/live/messages/dim','path':'/inbox/messages/dim'}");
        assertThat(sender.only().toString()).contains("things:thing.notfound");
    }

    @Test
    void withoutAReplyTheSenderIsToldAfterItsTimeout() {
        device.say("START-SEND-MESSAGES").heard();
        send(sender, "/outbox/messages/passed", ",'timeout':'50ms'", "");
        await().until(() -> !sender.waiting().isEmpty());
        assertThat(sender.only().toString())
                .contains("command.timeout")
                .contains("50ms")
                .doesNotContain("gateway:");
        send(device, "/outbox/messages/passed", "", ",'status':200");
        assertThat(sender.heard()).as("too late").isEmpty();
    }

    @Test
    void aMessageThatWantsNoReplyWaitsForNone() {
        device.say("START-SEND-MESSAGES").heard();
        send(sender, "/inbox/messages/dim", ",'response-required':false", "");
        assertThat(device.heard()).hasSize(1);
        assertThat(sender.heard()).isEmpty();
        assertThat(stage.alarms()).isZero();
    }

    @Test
    void filtersAndNamespacesApplyToMessages() {
        device.say("START-SEND-MESSAGES?filter=eq(topic:subject,'dim')").heard();
        send(sender, "/inbox/messages/blink", ",'response-required':false", "");
        assertThat(device.heard()).isEmpty();
        send(sender, "/inbox/messages/dim", ",'response-required':false", "");
        assertThat(device.heard()).hasSize(1);
        device.say("START-SEND-MESSAGES?namespaces=it.rome").heard();
        send(sender, "/inbox/messages/dim", ",'response-required':false", "");
        assertThat(device.heard()).isEmpty();
    }

    @Test
    void tooLargeMessagesAndWrongPathsAreRefused() {
        send(sender, "/inbox/messages/dim", "", ",'value':'" + "x".repeat(1001) + "'");
        assertThat(sender.only().toString()).contains("\"status\":413");
        send(sender, "/attributes/dim", "", "");
        assertThat(sender.only().toString()).contains("protocoladapter:invalid.path");
    }
}
