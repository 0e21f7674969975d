package breach.clocks.core;

import java.util.Locale;

final class ReadsLocale {
    Locale read() {
        return Locale.getDefault();
    }
}
