package io.citytwin.adapter.tck;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What holds for adapters whose devices see plates: none enters the city. Safe for use by many threads. */
public interface PlateContract {

    /**
     * The other side.
     *
     * @return a new one for each test, started
     */
    PassingPeer peer();

    /** A passage arrives under a name that does not tell who it was. */
    @Test
    default void aPlateBecomesAPseudonym() {
        try (PassingPeer peer = peer();
                ContractCity city = new ContractCity(peer)) {
            peer.pass("AB123CD");
            city.until("a passage", () -> city.everything().contains("\"Passed\""));
            assertThat(city.everything()).doesNotContainIgnoringCase("AB123CD");
        }
    }

    /** What cannot be read shows no plate either. */
    @Test
    default void aDeadLetterShowsNoPlate() {
        try (PassingPeer peer = peer();
                ContractCity city = new ContractCity(peer)) {
            peer.passNonsense("AB123CD");
            city.until("a dead letter", () -> !city.letters().isEmpty());
            assertThat(city.everything()).doesNotContainIgnoringCase("AB123CD");
        }
    }
}
