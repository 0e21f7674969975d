package io.citytwin.adapter.airquality;

import io.citytwin.core.spi.Recording;
import io.citytwin.core.spi.Recording.RefusedRow;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A small folder of stations and daily values, written by a test. For one thread at a time. */
record Folder(Path path) {

    static final String MILAN = "IT0477A,LOMBARDIA,Milano,Milano - Senato";
    static final String FORLI = "IT1904A,EMILIA_ROMAGNA,Forlì-Cesena,\"Forlì, Roma\"";

    /** Two stations and no values yet. */
    static Folder at(Path path) {
        return new Folder(path).stations(MILAN, FORLI).days();
    }

    Folder stations(String... rows) {
        return write("stations.csv", "station_eu_code,regione,provincia,nome_stazione", rows);
    }

    Folder days(String... rows) {
        return write("pm10_daily.csv", "regione,station_eu_code,date,value", rows);
    }

    Folder write(String file, String header, String... rows) {
        return write(file, StandardCharsets.UTF_8, header + "\n" + String.join("\n", rows) + "\n");
    }

    Folder write(String file, Charset charset, String text) {
        try {
            Files.writeString(path.resolve(file), text, charset);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }

    Recording open() {
        return new AirQualityArchive().open(path);
    }

    List<RefusedRow> refused() {
        return open().refused();
    }
}
