package io.citytwin.examples.milan;

import io.citytwin.core.graph.TwinGraph;
import io.citytwin.core.spi.DeviceAdapter;
import java.util.List;

/** Where city and street meet. For one thread at a time. */
interface Site extends AutoCloseable {

    /** In one process, without anything in between. */
    Site DIRECT = new Site() {
        @Override
        public List<DeviceAdapter> adapters(TwinGraph graph, Street street) {
            return List.of(street);
        }

        @Override
        public Site again() {
            return this;
        }

        @Override
        public void prepare() {
            // nothing has to know the twins before the city starts
        }

        @Override
        public void close() {
            // nothing is open
        }
    };

    /** What the city speaks with, before the graph is filled. */
    List<DeviceAdapter> adapters(TwinGraph graph, Street street);

    /** One for another run of the same city. */
    Site again();

    /** After the graph was filled, before the city starts. */
    void prepare();

    @Override
    void close();
}
