package io.citytwin.adapter.airquality;

import io.citytwin.adapter.tck.ConnectionContract;
import io.citytwin.adapter.tck.LifecycleContract;
import io.citytwin.adapter.tck.ReportingContract;

/** Over a server on loopback, in real time. */
class HttpContractTest implements LifecycleContract, ReportingContract, ConnectionContract {

    @Override
    public HttpPeer peer() {
        return new HttpPeer();
    }
}
