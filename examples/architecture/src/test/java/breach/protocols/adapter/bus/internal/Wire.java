package breach.protocols.adapter.bus.internal;

import io.netty.buffer.ByteBuf;

record Wire(ByteBuf bytes) {}
