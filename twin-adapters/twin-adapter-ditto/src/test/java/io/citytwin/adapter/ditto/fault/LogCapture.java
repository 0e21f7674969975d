package io.citytwin.adapter.ditto.fault;

import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.slf4j.ILoggerFactory;
import org.slf4j.IMarkerFactory;
import org.slf4j.Marker;
import org.slf4j.event.Level;
import org.slf4j.helpers.AbstractLogger;
import org.slf4j.helpers.BasicMarkerFactory;
import org.slf4j.helpers.MessageFormatter;
import org.slf4j.helpers.NOPMDCAdapter;
import org.slf4j.spi.MDCAdapter;
import org.slf4j.spi.SLF4JServiceProvider;

/** A log that keeps everything, down to traces of libraries, while a test wants it; named in this module's pom. */
public final class LogCapture implements SLF4JServiceProvider {

    private static final Queue<String> LINES = new ConcurrentLinkedQueue<>();
    private static volatile boolean on;

    private final BasicMarkerFactory markers = new BasicMarkerFactory();
    private final MDCAdapter context = new NOPMDCAdapter();

    /** Starts with an empty log. */
    public static void start() {
        LINES.clear();
        on = true;
    }

    public static List<String> stop() {
        on = false;
        return List.copyOf(LINES);
    }

    @Override
    public ILoggerFactory getLoggerFactory() {
        return Keeper::new;
    }

    @Override
    public IMarkerFactory getMarkerFactory() {
        return markers;
    }

    @Override
    public MDCAdapter getMDCAdapter() {
        return context;
    }

    @Override
    public String getRequestedApiVersion() {
        return "2.0.99";
    }

    @Override
    public void initialize() {
        // Nothing to prepare.
    }

    private static final class Keeper extends AbstractLogger {

        private static final long serialVersionUID = 1L;

        Keeper(String name) {
            this.name = name;
        }

        @Override
        protected String getFullyQualifiedCallerName() {
            return name;
        }

        @Override
        protected void handleNormalizedLoggingCall(
                Level level, Marker marker, String pattern, Object[] arguments, Throwable failure) {
            String text = MessageFormatter.basicArrayFormat(pattern, arguments);
            LINES.add(level + " " + name + " " + text + (failure == null ? "" : " " + failure));
        }

        @Override
        public boolean isTraceEnabled() {
            return on;
        }

        @Override
        public boolean isTraceEnabled(Marker marker) {
            return on;
        }

        @Override
        public boolean isDebugEnabled() {
            return on;
        }

        @Override
        public boolean isDebugEnabled(Marker marker) {
            return on;
        }

        @Override
        public boolean isInfoEnabled() {
            return on;
        }

        @Override
        public boolean isInfoEnabled(Marker marker) {
            return on;
        }

        @Override
        public boolean isWarnEnabled() {
            return on;
        }

        @Override
        public boolean isWarnEnabled(Marker marker) {
            return on;
        }

        @Override
        public boolean isErrorEnabled() {
            return on;
        }

        @Override
        public boolean isErrorEnabled(Marker marker) {
            return on;
        }
    }
}
