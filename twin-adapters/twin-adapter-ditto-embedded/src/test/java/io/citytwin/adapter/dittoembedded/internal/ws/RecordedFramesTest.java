package io.citytwin.adapter.dittoembedded.internal.ws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.citytwin.adapter.dittoembedded.internal.policy.JournalledPolicies;
import io.citytwin.adapter.dittoembedded.internal.search.DittoRql;
import io.citytwin.adapter.dittoembedded.internal.search.Rql;
import io.citytwin.adapter.dittoembedded.internal.twin.JournalledThings;
import io.citytwin.core.spi.Journal;
import io.citytwin.core.spi.MemoryJournal;
import io.citytwin.core.time.CityClock;
import io.citytwin.core.time.SystemClock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.ditto.json.JsonFactory;
import org.eclipse.ditto.json.JsonObject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Sends what a real Ditto 3.8.0 was sent, and compares every answer with its own. */
class RecordedFramesTest {

    private static final String PLACE = "shared/data/protocols/ditto";
    private static final String UUID = "\"correlation-id\":\"[0-9a-f-]{36}\"";
    private static final String POLICY = """
            {'topic':'org.test/pol/policies/commands/create','path':'/','value':{'policyId':'org.test:pol','entries':{'owner':{
             'subjects':{'nginx:ditto':{'type':'x'}},'resources':{
             'policy:/':{'grant':['READ','WRITE'],'revoke':[]},
             'thing:/':{'grant':['READ','WRITE'],'revoke':[]},
             'message:/':{'grant':['READ','WRITE'],'revoke':[]}}}}}}""";
    private static final String LAMP = """
            {'topic':'org.test/lamp1/things/twin/commands/create','path':'/','value':{'policyId':'org.test:pol',
             'attributes':{'loc':'B','n':1},'features':{'lamp':{'properties':{'on':false,'power':%d}}}}}""";

    private final CityClock clock = new SystemClock();
    private final Journal journal = new MemoryJournal();
    private final Rql rql = new DittoRql(clock);
    private final JournalledPolicies policies = new JournalledPolicies(journal, clock);
    private final JournalledThings things = new JournalledThings(
            new JournalledThings.Surroundings(journal, policies, rql, clock),
            io.citytwin.adapter.dittoembedded.internal.twin.Limits.USUAL);
    private final Stage stage = Stage.of(things, policies, new SmallSearch(things, rql), rql);

    @BeforeEach
    void policy() {
        Client owner = stage.connect("nginx:ditto");
        assertThat(owner.say(POLICY).heard()).singleElement().asString().contains("\"status\":201");
        owner.session().closed();
    }

    @AfterEach
    void close() {
        stage.close();
    }

    private static List<String> recorded(String file) throws IOException {
        List<Path> folders = Stream.iterate(Path.of("").toAbsolutePath(), up -> up != null, Path::getParent)
                .map(up -> up.resolve(PLACE))
                .filter(Files::isDirectory)
                .toList();
        assumeTrue(!folders.isEmpty(), "No `" + PLACE + "` above this module: its frames are not compared.");
        return Files.readAllLines(folders.get(0).resolve(file));
    }

    private static List<String> lines(List<String> all, String start) {
        return all.stream()
                .filter(line -> line.startsWith(start))
                .map(line -> line.substring(start.length()))
                .toList();
    }

    /** Order of fields, generated ids and the time of the day say nothing. */
    private static Object norm(String frame) {
        if (!frame.startsWith("{")) {
            return frame;
        }
        JsonObject json = JsonFactory.newObject(frame.replaceAll(UUID, "\"correlation-id\":\"generated\""));
        return json.remove("timestamp");
    }

    private static List<Object> norm(List<String> frames) {
        return new ArrayList<>(frames.stream().map(RecordedFramesTest::norm).toList());
    }

    @Test
    void commandsSearchAndMessagesAreAnsweredAlike() throws IOException {
        List<String> all = recorded("ws-commands-acks-search-live.txt");
        Client client = stage.connect("nginx:ditto");
        client.say(String.format(LAMP, 79)).heard();
        for (String frame : lines(all, "> ")) {
            client.session().receive(frame);
        }
        List<String> expected = lines(all, "< ");
        await().atMost(Duration.ofSeconds(10)).until(() -> client.waiting().size() >= expected.size());
        List<String> answers = client.heard();
        List<String> cut =
                expected.stream().filter(line -> line.endsWith("...")).toList();
        List<String> whole =
                expected.stream().filter(line -> !line.endsWith("...")).toList();
        List<Object> left = norm(answers);
        left.removeAll(norm(whole));
        assertThat(norm(answers)).containsAll(norm(whole));
        assertThat(left).as("one recorded line was cut off").hasSize(cut.size());
        String ours = left.get(0).toString();
        int payload = cut.get(0).indexOf("\"payload\"");
        assertThat(ours).contains(cut.get(0).substring(payload, cut.get(0).indexOf("\"headers\"", payload)));
        assertThat(ours).contains("\"status\":424").contains("org.test/raw1/things/twin/acks");
    }

    @Test
    void eventsAcknowledgementsAndRepliesAreAlike() throws IOException {
        List<String> all = recorded("ws-events.txt");
        Client observer = stage.connect("nginx:ditto", "rules:ok");
        Client writer = stage.connect("nginx:ditto");
        writer.say(String.format(LAMP, 1));
        for (int power = 50; power < 55; power++) {
            writer.say(power("", power));
        }
        writer.heard();
        Client third = stage.connect("nginx:ditto", "rules:ok");
        assertThat(norm(third.heard())).isEqualTo(norm(lines(all, "C< ")));
        assertThat(third.isClosed()).isTrue();

        observer.say("START-SEND-EVENTS?extraFields=policyId").say("START-SEND-MESSAGES");
        writer.say(power(
                "'correlation-id':'ev1','timeout':'5s','my-custom':'x','requested-acks':['twin-persisted','rules:ok']",
                55));
        observer.session().receive(lines(all, "A> ").get(0));
        writer.say(
                "{'topic':'org.test/lamp1/things/live/messages/ping','headers':{'correlation-id':'m1','content-type':"
                        + "'text/plain','timeout':'5s'},'path':'/inbox/messages/ping','value':'hi'}");
        observer.session().receive(lines(all, "A> ").get(1));
        assertThat(norm(observer.heard())).isEqualTo(norm(lines(all, "A< ")));
        assertThat(norm(writer.heard())).isEqualTo(norm(lines(all, "B< ")));
    }

    private static String power(String headers, int power) {
        return "{'topic':'org.test/lamp1/things/twin/commands/modify','headers':{" + headers
                + "},'path':'/features/lamp/properties/power','value':" + power + "}";
    }
}
