package io.citytwin.adapter.dittoembedded.internal.ws;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.eclipse.ditto.json.JsonFactory;
import org.eclipse.ditto.json.JsonObject;
import org.eclipse.ditto.json.JsonPointer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class EventsToSessionsTest {

    private final Stage stage = Stage.small();
    private final Client writer = stage.connect("city:operator");
    private final Client other = stage.connect("city:operator");
    private final Client citizen = stage.connect("city:citizen");

    @BeforeEach
    void create() {
        writer.say("{'topic':'it.milan/lamp/things/twin/commands/create','path':'/','value':{'attributes':"
                + "{'owner':'Anna','street':'Via Dante'}}}");
        writer.heard();
    }

    @AfterEach
    void close() {
        stage.close();
    }

    private void modify(String path, String value) {
        writer.say("{'topic':'it.milan/lamp/things/twin/commands/modify','headers':{'correlation-id':'c','My-Own':'x'},"
                + "'path':'" + path + "','value':" + value + "}");
    }

    private static String text(JsonObject frame, String path) {
        return frame.getValue(JsonPointer.of(path)).orElseThrow().formatAsString();
    }

    @Test
    void othersHearWhatHappenedAndTheWriterDoesNot() {
        writer.say("START-SEND-EVENTS").heard();
        assertThat(other.say("START-SEND-EVENTS").heard()).containsExactly("START-SEND-EVENTS:ACK");
        modify("/attributes/street", "'Via Torino'");
        assertThat(text(writer.only(), "topic")).contains("/commands/modify");
        JsonObject event = other.only();
        assertThat(text(event, "topic")).isEqualTo("it.milan/lamp/things/twin/events/modified");
        assertThat(text(event, "path")).isEqualTo("/attributes/street");
        assertThat(text(event, "value")).isEqualTo("Via Torino");
        assertThat(text(event, "revision")).isEqualTo("2");
        assertThat(text(event, "timestamp")).isEqualTo("2026-01-01T12:00:00Z");
        assertThat(text(event, "headers/correlation-id")).isEqualTo("c");
        assertThat(text(event, "headers/My-Own")).isEqualTo("x");
        assertThat(text(event, "headers/ditto-originator")).isEqualTo("city:operator");
        other.say("STOP-SEND-EVENTS").heard();
        modify("/attributes/street", "'Via Manin'");
        assertThat(other.heard()).isEmpty();
    }

    @Test
    void whatIsHiddenIsNeitherToldNorAddedNorGuessedByAFilter() {
        citizen.say("START-SEND-EVENTS?extraFields=attributes").heard();
        modify("/attributes/owner", "'Bruno'");
        modify("/attributes", "{'owner':'Carla'}");
        assertThat(citizen.heard()).isEmpty();
        modify("/attributes/street", "'Via Torino'");
        assertThat(text(citizen.only(), "extra")).doesNotContain("Carla").contains("Via Torino");
        citizen.say("START-SEND-EVENTS?extraFields=attributes/owner&filter=eq(attributes/owner,%22Carla%22)")
                .heard();
        modify("/attributes/street", "'Via Manin'");
        assertThat(citizen.heard()).isEmpty();
    }

    @Test
    void filtersSeeTheChangeWithTheExtraFields() {
        other.say("START-SEND-EVENTS?filter=eq(attributes/street,'Via Manin')").heard();
        modify("/attributes/street", "'Via Torino'");
        assertThat(other.heard()).isEmpty();
        modify("/attributes/street", "'Via Manin'");
        assertThat(other.heard()).hasSize(1);
        modify("/attributes/height", "5");
        assertThat(other.heard()).as("the street did not change").isEmpty();
        other.say("START-SEND-EVENTS?extraFields=attributes/street&filter="
                        + "and(eq(attributes/street,'Via%20Manin'),gt(attributes/height,5))")
                .heard();
        modify("/attributes/height", "5");
        assertThat(other.heard()).isEmpty();
        modify("/attributes/height", "6");
        assertThat(other.heard()).hasSize(1);
    }

    @Test
    void filtersMayNameTheAction() {
        other.say("START-SEND-EVENTS?filter=eq(topic:action,'deleted')").heard();
        modify("/attributes/height", "5");
        assertThat(other.heard()).isEmpty();
        writer.say("{'topic':'it.milan/lamp/things/twin/commands/delete','path':'/'}");
        assertThat(text(other.only(), "topic")).endsWith("/events/deleted");
    }

    @Test
    void namespacesLimitWhatIsHeard() {
        other.say("START-SEND-EVENTS?namespaces=it.rome,it.turin").heard();
        modify("/attributes/height", "5");
        assertThat(other.heard()).isEmpty();
        other.say("START-SEND-EVENTS?namespaces=it.rome,it.milan").heard();
        modify("/attributes/height", "6");
        assertThat(other.heard()).hasSize(1);
    }

    @Test
    void eventsComeInTheOrderOfRevisions() {
        other.say("START-SEND-EVENTS").heard();
        List<Client> writers = IntStream.range(0, 4)
                .mapToObj(i -> stage.connect("city:operator"))
                .toList();
        writers.parallelStream()
                .forEach(one -> IntStream.range(0, 250)
                        .forEach(i -> one.say("{'topic':'it.milan/lamp/things/twin/commands/merge','headers':"
                                + "{'content-type':'application/merge-patch+json'},'path':"
                                + "'/attributes','value':{'n':" + i + "}}")));

        assertThat(other.heard())
                .extracting(frame -> JsonFactory.newObject(frame)
                        .getValue("revision")
                        .orElseThrow()
                        .asLong())
                .hasSize(1000)
                .isSorted();
    }

    @Test
    void aClosedSessionHearsNothing() {
        other.say("START-SEND-EVENTS").heard();
        other.session().closed();
        modify("/attributes/height", "5");
        other.say("{}");
        assertThat(other.heard()).isEmpty();
    }
}
