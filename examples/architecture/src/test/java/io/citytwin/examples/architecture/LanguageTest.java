package io.citytwin.examples.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class LanguageTest {

    // Law comes in regulation folders only: an engine that knows an Italian word knows an Italian law.
    @Test
    void theRuleEngineContainsNoItalianWord() {
        Path main = Checkout.top().resolve("twin-rules/src/main");
        List<Path> files = Checkout.files(main);

        assertThat(files).isNotEmpty().allSatisfy(file -> {
            assertThat(LanguageScan.italianWords(main.relativize(file).toString()))
                    .isEmpty();
            assertThat(LanguageScan.italianWords(Checkout.read(file))).isEmpty();
        });
    }

    @Test
    void theScanFindsWordsInTextAndInIdentifiers() {
        String planted = "int livelloRosso = LIMITI_VEICOLI.get(\"Lombardia\"); // un'ordinanza";

        assertThat(LanguageScan.italianWords(planted)).containsExactly("livello", "veicoli", "lombardia", "ordinanza");
        assertThat(LanguageScan.italianWords("int level = vehicles.size();")).isEmpty();
    }
}
