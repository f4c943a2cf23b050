package org.broadsheet.cms.house;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/// Keeps the two doors apart: what our own services ask for is not there on the public port, and nothing else is there
/// on the internal one.
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 10)
class PortDoors extends OncePerRequestFilter {

    private final InternalPort internalPort;
    private final Problems problems;

    PortDoors(InternalPort internalPort, Problems problems) {
        this.internalPort = internalPort;
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String path = request.getServletPath();
        boolean health = isAtOrBelow(path, "/actuator/health");
        boolean internal = isAtOrBelow(path, "/api") || isAtOrBelow(path, "/actuator");
        if (internalPort.received(request) ? internal : !internal || health) {
            chain.doFilter(request, response);
        } else {
            problems.write(response, HttpStatus.NOT_FOUND, "There is nothing at this address.");
        }
    }

    private static boolean isAtOrBelow(String path, String root) {
        return path.equals(root) || path.startsWith(root + "/");
    }
}
