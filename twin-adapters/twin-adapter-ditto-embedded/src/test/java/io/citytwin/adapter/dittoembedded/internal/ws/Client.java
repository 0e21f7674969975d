package io.citytwin.adapter.dittoembedded.internal.ws;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.eclipse.ditto.json.JsonFactory;
import org.eclipse.ditto.json.JsonObject;

/** What a client got, and its session. */
final class Client implements Outlet {

    private final List<String> frames = new CopyOnWriteArrayList<>();
    private volatile boolean closed;
    private WsSession session;

    Client on(WsSession opened) {
        session = opened;
        return this;
    }

    @Override
    public void send(String frame) {
        frames.add(frame);
    }

    @Override
    public void close(int code, String reason) {
        closed = true;
    }

    boolean isClosed() {
        return closed;
    }

    WsSession session() {
        return session;
    }

    /** Sends a frame, written with single quotes. */
    Client say(String frame) {
        session.receive(frame.replace('\'', '"'));
        return this;
    }

    /** All frames so far, which are then forgotten. */
    List<String> heard() {
        List<String> all = List.copyOf(frames);
        frames.clear();
        return all;
    }

    List<String> waiting() {
        return frames;
    }

    /** The only frame that came. */
    JsonObject only() {
        List<String> all = heard();
        if (all.size() != 1) {
            throw new AssertionError("not one frame: " + all);
        }
        return JsonFactory.newObject(all.get(0));
    }
}
