package io.citytwin.adapter.dittoembedded.internal.ws;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.eclipse.ditto.json.JsonObject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ProtocolErrorsTest {

    private final Stage stage = Stage.small();
    private final Client client = stage.connect("city:operator");

    @AfterEach
    void close() {
        stage.close();
    }

    private static String code(JsonObject frame) {
        return frame.getValue("value/error").orElseThrow().asString();
    }

    private String refusal(String frame) {
        return code(client.say(frame).only());
    }

    @Test
    void whatIsNoFrameIsRefusedAsDittoDoes() {
        assertThat(refusal("nonsense")).isEqualTo("json.invalid");
        assertThat(refusal("[1]")).isEqualTo("json.invalid");
        assertThat(refusal("{}")).isEqualTo("json.field.missing");
        assertThat(refusal("")).isEqualTo("json.invalid");
        assertThat(refusal("{'topic':'a/b/things/twin/commands/bogus','path':'/'}"))
                .isEqualTo("protocoladapter:unknown.topicpath");
        assertThat(refusal("{'topic':'a.b/b/things/twin/commands/modify','path':'/bogus','value':1}"))
                .isEqualTo("protocoladapter:unknown.path");
        assertThat(refusal("START-SEND-EVENTS?filter=broken((")).isEqualTo("rql.expression.invalid");
        assertThat(refusal("START-SEND-EVENTS?filter=%zz")).isEqualTo("rql.expression.invalid");
        assertThat(refusal("START-SEND-BREAD")).isEqualTo("json.invalid");
    }

    @Test
    void deepJsonAndLongPathsAreRefusedBeforeAnyoneReadsThem() {
        String deep = "{'topic':'a.b/b/things/twin/commands/modify','path':'/attributes','value':" + "[".repeat(4000)
                + "]".repeat(4000) + "}";
        assertThat(refusal(deep)).isEqualTo("json.invalid");
        String path =
                "{'topic':'a.b/b/things/twin/commands/modify','path':'/attributes" + "/a".repeat(30) + "','value':1}";
        assertThat(refusal(path)).isEqualTo("protocoladapter:unknown.path");
    }

    @Test
    void longFramesAreNotRepeatedInErrors() {
        JsonObject error = client.say("x".repeat(9000)).only();
        assertThat(error.toString()).hasSizeLessThan(2000);
    }

    @Test
    void tooLongFramesEndTheSession() {
        client.say("x".repeat(10_001));
        assertThat(client.isClosed()).isTrue();
    }

    @Test
    void headersThatMakeNoSenseAreRefused() {
        String modify = "{'topic':'a.b/b/things/twin/commands/delete','path':'/','headers':{%s}}";
        assertThat(refusal(String.format(modify, "'requested-acks':['a b']")))
                .isEqualTo("acknowledgement:label.invalid");
        assertThat(refusal(String.format(modify, "'requested-acks':'a'"))).isEqualTo("header.invalid");
        assertThat(refusal(String.format(modify, "'timeout':'soon'"))).isEqualTo("timeout.invalid");
        assertThat(refusal(String.format(modify, "'timeout':'61s'"))).isEqualTo("timeout.invalid");
    }

    @Test
    void whatIsNotOfferedIsAnsweredSo() {
        JsonObject error = client.say("{'topic':'a.b/b/things/live/commands/modify','path':'/attributes/a','value':1}")
                .only();
        assertThat(error.getValue("status").orElseThrow().asInt()).isEqualTo(501);
        client.say("{'topic':'a.b/b/things/twin/events/modified','path':'/attributes/a','value':1}");
        assertThat(client.only().getValue("status").orElseThrow().asInt()).isEqualTo(501);
    }

    @Test
    void whoWantsNoAnswerGetsNoErrorEither() {
        String delete = "{'topic':'a.b/b/things/twin/commands/delete','path':'/','headers':{'response-required':%s}}";
        client.say(String.format(delete, "false"));
        assertThat(client.heard()).isEmpty();
        assertThat(code(client.say(String.format(delete, "true")).only())).isEqualTo("things:thing.notfound");
    }

    @Test
    void noMangledFrameBreaksASession() {
        Random random = new Random(4);
        String frame = "{'topic':'a.b/b/things/twin/commands/merge','headers':{'correlation-id':'c','timeout':'5s',"
                + "'requested-acks':['x:y']},'path':'/attributes','value':{'a':[1,2,{'b':null}]},'status':200}";
        for (int round = 0; round < 3000; round++) {
            StringBuilder mangled = new StringBuilder(frame);
            for (int bite = random.nextInt(6); bite >= 0; bite--) {
                int at = random.nextInt(mangled.length());
                switch (random.nextInt(3)) {
                    case 0 -> mangled.deleteCharAt(at);
                    case 1 -> mangled.setCharAt(at, (char) (32 + random.nextInt(95)));
                    default -> mangled.insert(at, mangled.charAt(random.nextInt(mangled.length())));
                }
            }
            client.say(mangled.toString());
            assertThat(client.heard()).noneMatch(answer -> answer.contains("\"status\":500"));
        }
        assertThat(client.isClosed()).isFalse();
    }
}
