package org.broadsheet.cms.house;

import jakarta.servlet.http.HttpServletRequest;
import org.apache.catalina.connector.Connector;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.core.Ordered;
import org.springframework.stereotype.Component;

/// The door for our own services, beside the public one: a second connector of the same server.
@Component
public class InternalPort implements WebServerFactoryCustomizer<TomcatServletWebServerFactory>, Ordered {

    private final HouseProperties properties;
    private volatile @Nullable Connector connector;

    InternalPort(HouseProperties properties) {
        this.properties = properties;
    }

    /// The port it listens on; where any free one was asked for, the one that was found.
    public int number() {
        Connector open = connector;
        return open == null || open.getLocalPort() <= 0 ? properties.internalPort() : open.getLocalPort();
    }

    /// Whether a request came in through it. Judged by the connection, never by what the request says.
    public boolean received(HttpServletRequest request) {
        return request.getLocalPort() == number();
    }

    @Override
    public void customize(TomcatServletWebServerFactory factory) {
        Connector second = new Connector(TomcatServletWebServerFactory.DEFAULT_PROTOCOL);
        second.setPort(properties.internalPort());
        second.setThrowOnFailure(true);
        second.setXpoweredBy(false);
        if (factory.getAddress() != null) {
            second.setProperty("address", factory.getAddress().getHostAddress());
        }
        second.setProperty("maxThreads", "64");
        factory.addAdditionalConnectors(second);
        connector = second;
    }

    /// After Boot has read `server.address` into the factory.
    @Override
    public int getOrder() {
        return Ordered.LOWEST_PRECEDENCE;
    }
}
