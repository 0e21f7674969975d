package breach.protocols.adapter.bus;

import io.netty.buffer.ByteBuf;

record SeesNetty(ByteBuf bytes) {}
