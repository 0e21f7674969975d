package io.citytwin.adapter.dittoembedded.internal.ws;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SessionsEndTest {

    @Test
    void tenThousandSessionsLeaveNothing() {
        try (Stage stage = Stage.small()) {
            stage.connect("city:operator")
                    .say("{'topic':'it.milan/lamp/things/twin/commands/create','path':'/','value':{}}")
                    .session()
                    .closed();
            for (int i = 0; i < 10_000; i++) {
                Client client = stage.connect("city:operator", "label:" + i % 7);
                client.say("START-SEND-EVENTS?filter=exists(thingId)")
                        .say("{'topic':'_/_/things/twin/search/subscribe','path':'/','value':{}}")
                        .say(
                                "{'topic':'it.milan/lamp/things/twin/commands/modify','headers':{'requested-acks':['no:one'],"
                                        + "'timeout':'60s'},'path':'/attributes/a','value':" + i + "}")
                        .say("{'topic':'it.milan/lamp/things/live/messages/x','headers':{'timeout':'60s'},"
                                + "'path':'/inbox/messages/x'}");
                if (i % 1000 == 0) {
                    assertThat(stage.hub().load())
                            .as("control: something waits")
                            .isEqualTo(3);
                    assertThat(stage.alarms()).isEqualTo(3);
                }
                client.session().closed();
            }
            assertThat(stage.hub().load()).isZero();
            assertThat(stage.alarms()).isZero();
        }
    }
}
