package org.broadsheet.cms.house;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.SecureRandom;
import java.util.Base64;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/// Says what a page may load (Content Security Policy level 3). The desk's one inline element, its import map, carries
/// the request's nonce; public pages run no script at all.
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 5)
class ContentPolicy extends OncePerRequestFilter {

    /// The request attribute that holds the nonce; a template reads it as `${cspNonce}`.
    static final String NONCE = "cspNonce";

    private static final String FOR_ALL =
            "default-src 'self'; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'; ";

    private final SecureRandom random = new SecureRandom();

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (isDesk(request.getRequestURI())) {
            Object given = request.getAttribute(NONCE);
            String nonce = given instanceof String text ? text : nonce();
            request.setAttribute(NONCE, nonce);
            response.setHeader("Content-Security-Policy", FOR_ALL + "script-src 'self' 'nonce-" + nonce + "'");
        } else {
            response.setHeader("Content-Security-Policy", FOR_ALL + "script-src 'none'");
        }
        chain.doFilter(request, response);
    }

    /// Also when an error page is rendered.
    @Override
    protected boolean shouldNotFilterErrorDispatch() {
        return false;
    }

    private static boolean isDesk(String path) {
        return path.equals("/desk") || path.startsWith("/desk/");
    }

    private String nonce() {
        byte[] bytes = new byte[16];
        random.nextBytes(bytes);
        return Base64.getEncoder().encodeToString(bytes);
    }
}
