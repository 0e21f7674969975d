package io.citytwin.adapter.ditto.internal.up;

import io.citytwin.adapter.ditto.internal.link.Link;

/** Tells a mirror whether there is a connection. */
record MirrorEars(Mirror mirror) implements Link.Listener {

    @Override
    public void connected() {
        mirror.connected();
    }

    @Override
    public void lost() {
        mirror.lost();
    }

    @Override
    public void happened(Link.Event event) {
        throw new IllegalStateException("nothing was asked for");
    }

    @Override
    public void messaged(Link.Message message) {
        throw new IllegalStateException("nothing was asked for");
    }
}
