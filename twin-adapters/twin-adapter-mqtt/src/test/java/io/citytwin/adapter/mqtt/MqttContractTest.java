package io.citytwin.adapter.mqtt;

import io.citytwin.adapter.tck.CommandContract;
import io.citytwin.adapter.tck.ConnectionContract;
import io.citytwin.adapter.tck.LifecycleContract;
import io.citytwin.adapter.tck.ReportingContract;
import java.nio.file.Path;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.io.TempDir;

/** The contract of adapters, through real brokers, in both versions of MQTT. */
class MqttContractTest {

    @Nested
    class Version5 implements LifecycleContract, ReportingContract, CommandContract, ConnectionContract {

        @TempDir
        private Path folder;

        @Override
        public LampPeer peer() {
            return new LampPeer(folder, "5");
        }
    }

    @Nested
    class Version3 implements LifecycleContract, ReportingContract, CommandContract, ConnectionContract {

        @TempDir
        private Path folder;

        @Override
        public LampPeer peer() {
            return new LampPeer(folder, "3.1.1");
        }
    }

    @Nested
    class Mosquitto5 implements LifecycleContract, ReportingContract, CommandContract, ConnectionContract {

        @TempDir
        private Path folder;

        @Override
        public LampPeer peer() {
            return LampPeer.behindMosquitto(folder, "5");
        }
    }

    @Nested
    class Mosquitto3 implements ReportingContract, ConnectionContract {

        @TempDir
        private Path folder;

        @Override
        public LampPeer peer() {
            return LampPeer.behindMosquitto(folder, "3.1.1");
        }
    }
}
