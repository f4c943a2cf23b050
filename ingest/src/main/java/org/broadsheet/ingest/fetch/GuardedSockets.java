package org.broadsheet.ingest.fetch;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketAddress;
import javax.net.SocketFactory;

/// Makes sockets that look at the very address they are about to connect to, whoever uses them.
public final class GuardedSockets extends SocketFactory {

    private final boolean allowPrivate;
    private final int connectMillis;
    private final int readMillis;

    /// @param allowPrivate whether the feed may call addresses inside the house
    /// @param limits how long a call may take
    public GuardedSockets(boolean allowPrivate, FetchLimits limits) {
        this.allowPrivate = allowPrivate;
        this.connectMillis = Math.toIntExact(limits.connect().toMillis());
        this.readMillis = Math.toIntExact(limits.firstByte().toMillis());
    }

    @Override
    public Socket createSocket() {
        return new Guarded();
    }

    @Override
    public Socket createSocket(String host, int port) throws IOException {
        return connected(InetSocketAddress.createUnresolved(host, port), null);
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress local, int localPort) throws IOException {
        return connected(InetSocketAddress.createUnresolved(host, port), new InetSocketAddress(local, localPort));
    }

    @Override
    public Socket createSocket(InetAddress host, int port) throws IOException {
        return connected(new InetSocketAddress(host, port), null);
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress local, int localPort) throws IOException {
        return connected(new InetSocketAddress(host, port), new InetSocketAddress(local, localPort));
    }

    private Socket connected(InetSocketAddress where, @org.jspecify.annotations.Nullable InetSocketAddress local)
            throws IOException {
        Socket socket = createSocket();
        try {
            if (local != null) {
                socket.bind(local);
            }
            socket.connect(where, connectMillis);
            return socket;
        } catch (IOException e) {
            socket.close();
            throw e;
        }
    }

    /// A socket that connects to checked addresses only.
    private final class Guarded extends Socket {

        @Override
        public void connect(SocketAddress where) throws IOException {
            connect(where, connectMillis);
        }

        @Override
        public void connect(SocketAddress where, int timeout) throws IOException {
            if (!(where instanceof InetSocketAddress address)) {
                throw new IOException("Only Internet addresses are called");
            }
            super.connect(AddressGuard.check(address, allowPrivate), timeout == 0 ? connectMillis : timeout);
            if (getSoTimeout() == 0) {
                setSoTimeout(readMillis);
            }
        }
    }
}
