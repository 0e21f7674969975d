package io.citytwin.adapter.tck;

/** All contracts of an adapter with one breach. */
record Slot(Breach breach)
        implements LifecycleContract, ReportingContract, CommandContract, ConnectionContract, PlateContract {

    @Override
    public SlotPeer peer() {
        return new SlotPeer(breach);
    }
}
