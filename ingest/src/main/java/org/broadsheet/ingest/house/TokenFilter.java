package org.broadsheet.ingest.house;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.broadsheet.core.log.ServiceToken;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import tools.jackson.databind.json.JsonMapper;

/// The door: everything but the health check and the pushes of agencies, which are signed, asks for the service token.
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 10)
class TokenFilter extends OncePerRequestFilter {

    private static final String HEALTH = "/actuator/health";
    private static final Pattern PUSH = Pattern.compile("/feeds/[A-Za-z0-9][A-Za-z0-9._-]{0,63}");

    private final ServiceToken token;
    private final JsonMapper json;

    TokenFilter(ServiceToken token, JsonMapper json) {
        this.token = token;
        this.json = json;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        String path = request.getServletPath();
        if (request.getMethod().equals("POST") && PUSH.matcher(path).matches()) {
            return true;
        }
        return path.equals(HEALTH) || path.equals(HEALTH + "/liveness") || path.equals(HEALTH + "/readiness");
    }

    @Override
    protected boolean shouldNotFilterAsyncDispatch() {
        return false;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (token.isShownBy(request.getHeader(HttpHeaders.AUTHORIZATION))) {
            chain.doFilter(request, response);
            return;
        }
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(
                HttpStatus.UNAUTHORIZED, "This address is for our own services: show the service token");
        response.setStatus(HttpStatus.UNAUTHORIZED.value());
        response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        response.getWriter().write(json.writeValueAsString(problem));
    }
}
