package org.broadsheet.cms.staff;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.SavedRequestAwareAuthenticationSuccessHandler;
import org.springframework.security.web.savedrequest.RequestCache;

/// Leads who has signed in to the page they wanted, else to the desk.
final class SignedInHandler extends SavedRequestAwareAuthenticationSuccessHandler {

    private static final Logger log = LoggerFactory.getLogger(SignedInHandler.class);

    private final SignInThrottle throttle;

    SignedInHandler(SignInThrottle throttle, RequestCache pages) {
        this.throttle = throttle;
        setRequestCache(pages);
        setDefaultTargetUrl("/desk");
    }

    @Override
    public void onAuthenticationSuccess(
            HttpServletRequest request, HttpServletResponse response, Authentication authentication)
            throws ServletException, IOException {
        throttle.succeeded(Doors.login(request), request.getRemoteAddr());
        log.atInfo().addKeyValue("login", authentication.getName()).log("Staff signed in");
        super.onAuthenticationSuccess(request, response, authentication);
    }
}
