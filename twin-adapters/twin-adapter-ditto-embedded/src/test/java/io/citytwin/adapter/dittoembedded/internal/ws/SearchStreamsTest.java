package io.citytwin.adapter.dittoembedded.internal.ws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SearchStreamsTest {

    private final Stage stage = Stage.small();
    private final Client client = stage.connect("city:operator");

    @BeforeEach
    void create() {
        for (int i = 0; i < 5; i++) {
            client.say("{'topic':'it.milan/lamp" + i + "/things/twin/commands/create','path':'/','value':"
                    + "{'attributes':{'n':" + i + "}}}");
        }
        client.heard();
    }

    @AfterEach
    void close() {
        stage.close();
    }

    private List<String> search(String action, String value) {
        return client.say("{'topic':'_/_/things/twin/search/" + action + "','headers':{'correlation-id':'" + action
                        + "'},'path':'/','value':{" + value + "}}")
                .heard();
    }

    private static void assertTopics(List<String> frames, String... actions) {
        assertThat(frames).hasSameSizeAs(actions);
        for (int i = 0; i < actions.length; i++) {
            assertThat(frames.get(i)).contains("\"_/_/things/twin/search/" + actions[i] + "\"");
        }
    }

    @Test
    void pagesComeAsTheyAreAskedFor() {
        assertTopics(search("subscribe", "'filter':'ge(attributes/n,0)'"), "created");
        assertTopics(search("request", "'subscriptionId':'0','demand':1"), "next");
        assertTopics(search("request", "'subscriptionId':'0','demand':1000000000000"), "next", "next", "complete");
        assertTopics(search("request", "'subscriptionId':'0','demand':1"), "failed");
        assertThat(stage.alarms()).isZero();
    }

    @Test
    void nothingFoundIsComplete() {
        search("subscribe", "'filter':'ge(attributes/n,9)'");
        assertTopics(search("request", "'subscriptionId':'0','demand':1"), "complete");
    }

    @Test
    void mistakesAreToldAsFailures() {
        assertTopics(search("subscribe", "'filter':'ge((('"), "created", "failed");
        assertThat(search("request", "'subscriptionId':'77','demand':1").get(0)).contains("not.found");
        search("subscribe", "");
        assertTopics(search("request", "'subscriptionId':'1','demand':0"), "failed");
    }

    @Test
    void aSessionHasOnlySoManySearches() {
        for (int i = 0; i < 3; i++) {
            search("subscribe", "");
        }
        assertThat(search("subscribe", "").get(0)).contains("\"status\":429");
        assertThat(search("cancel", "'subscriptionId':'1'")).isEmpty();
        assertTopics(search("subscribe", ""), "created");
    }

    @Test
    void anIdleSearchEnds() {
        search("subscribe", "");
        await().until(() -> !client.waiting().isEmpty());
        assertThat(client.heard().get(0)).contains("search/failed").contains("\"subscriptionId\":\"0\"");
    }
}
