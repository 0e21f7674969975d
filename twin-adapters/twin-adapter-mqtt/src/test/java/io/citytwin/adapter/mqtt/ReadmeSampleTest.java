package io.citytwin.adapter.mqtt;

import static org.assertj.core.api.Assertions.assertThat;

import io.citytwin.core.model.Quantity;
import io.citytwin.core.model.TwinId;
import io.citytwin.core.model.Unit;
import io.citytwin.core.model.Value;
import io.citytwin.core.signal.Directive;
import io.citytwin.core.spi.MemoryJournal;
import io.citytwin.core.sync.DirectiveRecord.State;
import io.citytwin.core.time.SystemClock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The file of the README, and a lamp that speaks as it says. */
class ReadmeSampleTest {

    private static final TwinId LAMP = TwinId.of("milano:lamp-1");

    @TempDir
    private Path folder;

    @Test
    void theReadmeShowsTheFile() throws Exception {
        String sample =
                Files.readString(Path.of("src/test/resources/lamps.yaml")).stripTrailing();
        assertThat(Files.readString(Path.of("README.md"))).contains("```yaml\n" + sample + "\n```");
    }

    @Test
    void aLampSpeaksAsTheFileSays() throws Exception {
        LampFile file = LampFile.in(folder, Broker.shared().port());
        Instant now = Instant.ofEpochSecond(new SystemClock().now().getEpochSecond());
        try (Lamps lamps = new Lamps(file.town()).hearing("lamps/lamp-1/set");
                LiveCity city = new LiveCity(new MemoryJournal(), 1, file.adapter())) {
            city.connected();
            lamps.send(
                    "lamps/lamp-1/state",
                    "{\"power\": {\"kw\": 0.0485}, \"mode\": \"FAULT\", \"valid\": true, \"at\": \"" + now + "\"}");
            LiveCity.until("two values", () -> city.kept(1).size() == 2);
            assertThat(city.city().graph().reading(LAMP, "power").orElseThrow().value())
                    .contains(Quantity.of("48.5", Unit.WATT));
            assertThat(city.city()
                            .graph()
                            .reading(LAMP, "controlWorks")
                            .orElseThrow()
                            .value())
                    .contains(new Value.Flag(false));
            Quantity half = Quantity.of(50, Unit.PERCENT);
            Directive.Cause cause = new Directive.Cause("test/dim", "The night is bright.", now);
            city.wish(new Directive("d-1", LAMP, "dimming", half, Directive.Kind.CLAIM, cause, now));
            LiveCity.until("a command", () -> !lamps.heard().isEmpty());
            assertThat(Lamps.text(lamps.heard().get(0))).startsWith("{\"id\":\"d-1\",\"level\":50,\"until\":\"20");
            lamps.send("lamps/lamp-1/done", "{\"id\": \"d-1\", \"status\": \"ok\"}");
            LiveCity.until(
                    "an answer",
                    () -> city.directive("d-1")
                            .filter(one -> one.state() == State.ACKNOWLEDGED)
                            .isPresent());
        }
    }
}
