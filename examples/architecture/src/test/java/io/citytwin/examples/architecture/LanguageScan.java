package io.citytwin.examples.architecture;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Finds Italian words in sources, also inside identifiers: the engine knows no law of any country. */
final class LanguageScan {

    private static final Pattern BORDER = Pattern.compile("[^\\p{L}]+|(?<=\\p{Ll})(?=\\p{Lu})");

    private static final Set<String> ITALIAN = Set.of(
            "antismog",
            "articolo",
            "autoveicoli",
            "bergamo",
            "blocco",
            "bollino",
            "bologna",
            "brescia",
            "caldaia",
            "centralina",
            "circolazione",
            "comunale",
            "comune",
            "comuni",
            "decreto",
            "delibera",
            "deroga",
            "deroghe",
            "divieto",
            "domenica",
            "emilia",
            "esenzione",
            "ferma",
            "festivo",
            "gasolio",
            "giorni",
            "giorno",
            "giunta",
            "impianto",
            "italia",
            "legge",
            "limitazione",
            "livelli",
            "livello",
            "lombardia",
            "milano",
            "misure",
            "motoveicoli",
            "ordinanza",
            "ordinanze",
            "orario",
            "parcheggio",
            "piemonte",
            "polveri",
            "provincia",
            "regionale",
            "regione",
            "regioni",
            "residente",
            "residenti",
            "riscaldamento",
            "sabato",
            "semaforo",
            "soglia",
            "soglie",
            "sosta",
            "targa",
            "temporanee",
            "torino",
            "traffico",
            "varco",
            "veicoli",
            "veicolo",
            "veneto",
            "ztl");

    private LanguageScan() {}

    /** The Italian words of `text`, in order of appearance. */
    static List<String> italianWords(String text) {
        return BORDER.splitAsStream(text)
                .map(word -> word.toLowerCase(Locale.ROOT))
                .filter(ITALIAN::contains)
                .toList();
    }
}
