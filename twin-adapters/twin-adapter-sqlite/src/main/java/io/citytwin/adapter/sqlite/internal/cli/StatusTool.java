package io.citytwin.adapter.sqlite.internal.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.citytwin.core.error.CityTwinException;
import io.citytwin.core.error.CoreError;
import io.citytwin.core.spi.Console;
import io.citytwin.core.spi.Journal;
import io.citytwin.core.spi.JournalFiles;
import io.citytwin.core.sync.CityHealth;
import io.citytwin.core.time.CityClock;
import io.citytwin.core.time.SystemClock;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import picocli.CommandLine.Model.OptionSpec;

/** {@code citytwin status}: how a city is doing, from its journal. For one thread at a time. */
public final class StatusTool extends AbstractJournalTool {

    private static final String JSON = "--json";

    private final CityClock clock;

    /** The tool as the launcher finds it. */
    public StatusTool() {
        this(new SystemClock());
    }

    StatusTool(CityClock clock) {
        this.clock = clock;
    }

    @Override
    public String name() {
        return "status";
    }

    @Override
    public String summary() {
        return "says how a city is doing, and how old that is; exits 1 if somebody has to look";
    }

    @Override
    List<OptionSpec> options() {
        return List.of(OptionSpec.builder(JSON)
                .description("Prints one object of JSON; `ageSeconds` says how old it is, below zero if it is ahead.")
                .build());
    }

    @Override
    String example() {
        return "citytwin status city.journal";
    }

    @Override
    int read(Path file, Words words, Console console) {
        try (Journal journal = JournalFiles.read(file, folder(words, console))) {
            CityHealth health = CityHealth.of(journal).orElseThrow(() -> noCity(file));
            Instant now = clock.now();
            if (words.has(JSON)) {
                console.out().println(json(health, now));
            } else {
                health.lines(now).forEach(console.out()::println);
            }
            return health.alarms().isEmpty() ? OK : FINDINGS;
        }
    }

    private static String json(CityHealth health, Instant now) {
        JsonMapper mapper = new JsonMapper();
        try {
            ObjectNode all = mapper.createObjectNode();
            all.put("ageSeconds", Duration.between(health.at(), now).toSeconds());
            all.setAll((ObjectNode) mapper.readTree(health.json()));
            return mapper.writeValueAsString(all);
        } catch (JsonProcessingException never) {
            throw new IllegalStateException(never); // a health writes JSON
        }
    }

    private static CityTwinException noCity(Path file) {
        return new CityTwinException(
                CoreError.NOTHING_TO_READ,
                "`" + file + "` says nothing of how a city is doing.",
                "Maybe its city has not ended a step yet, or another program wrote this journal.");
    }
}
