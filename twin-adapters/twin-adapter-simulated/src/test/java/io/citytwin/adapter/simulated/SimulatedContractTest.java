package io.citytwin.adapter.simulated;

import io.citytwin.adapter.tck.CommandContract;
import io.citytwin.adapter.tck.LifecycleContract;

/** Simulated devices keep the contract of all adapters; nobody can tell them what to report, or cut them off. */
class SimulatedContractTest implements LifecycleContract, CommandContract {

    @Override
    public SimulatedPeer peer() {
        return new SimulatedPeer();
    }
}
