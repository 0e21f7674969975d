package io.citytwin.adapter.ocpp;

import io.citytwin.adapter.tck.CommandContract;
import io.citytwin.adapter.tck.ConnectionContract;
import io.citytwin.adapter.tck.LifecycleContract;
import io.citytwin.adapter.tck.ReportingContract;
import org.junit.jupiter.api.Nested;

/** The contract of all adapters, over both versions of the protocol. */
class OcppContractTest {

    @Nested
    class Version16 implements LifecycleContract, ReportingContract, CommandContract, ConnectionContract {

        @Override
        public OcppPeer peer() {
            return new OcppPeer("ocpp1.6");
        }
    }

    @Nested
    class Version201 implements LifecycleContract, ReportingContract, CommandContract, ConnectionContract {

        @Override
        public OcppPeer peer() {
            return new OcppPeer("ocpp2.0.1");
        }
    }
}
