package org.broadsheet.cms.staff;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.DeferredSecurityContext;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.HttpRequestResponseHolder;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.stereotype.Component;

/// Remembers in a session no more than whose it is. Name and roles are read from the staff list on each request, so
/// that a role given or taken, or somebody leaving, counts at once.
@Component
class SignedInStaff implements SecurityContextRepository {

    private static final String MEMBER = "staff";

    private final Staff staff;
    private final StaffProperties properties;

    SignedInStaff(Staff staff, StaffProperties properties) {
        this.staff = staff;
        this.properties = properties;
    }

    @Override
    public DeferredSecurityContext loadDeferredContext(HttpServletRequest request) {
        return new Deferred(request);
    }

    @Override
    @SuppressWarnings("deprecation")
    public SecurityContext loadContext(HttpRequestResponseHolder holder) {
        return loadDeferredContext(holder.getRequest()).get();
    }

    @Override
    public void saveContext(SecurityContext context, HttpServletRequest request, HttpServletResponse response) {
        Authentication authentication = context.getAuthentication();
        if (authentication == null) {
            HttpSession session = request.getSession(false);
            if (session != null) {
                session.removeAttribute(MEMBER);
                session.removeAttribute(FindByIndexNameSessionRepository.PRINCIPAL_NAME_INDEX_NAME);
            }
        } else if (authentication.getPrincipal() instanceof SignIn.Entry entry) {
            HttpSession session = request.getSession();
            session.setMaxInactiveInterval(
                    Math.toIntExact(properties.staySignedIn().toSeconds()));
            session.setAttribute(MEMBER, entry.member().id().toString());
            session.setAttribute(
                    FindByIndexNameSessionRepository.PRINCIPAL_NAME_INDEX_NAME,
                    entry.member().login());
        }
    }

    @Override
    public boolean containsContext(HttpServletRequest request) {
        return id(request).isPresent();
    }

    private static Optional<UUID> id(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        return session != null && session.getAttribute(MEMBER) instanceof String id
                ? Optional.of(UUID.fromString(id))
                : Optional.empty();
    }

    private final class Deferred implements DeferredSecurityContext {

        private final HttpServletRequest request;
        private @Nullable SecurityContext context;
        private boolean generated;

        Deferred(HttpServletRequest request) {
            this.request = request;
        }

        @Override
        public SecurityContext get() {
            SecurityContext known = context;
            if (known == null) {
                known = SecurityContextHolder.createEmptyContext();
                Optional<StaffMember> member = id(request).flatMap(staff::find);
                if (member.isPresent()) {
                    known.setAuthentication(UsernamePasswordAuthenticationToken.authenticated(
                            member.get(), null, SignIn.authorities(member.get())));
                }
                generated = member.isEmpty();
                context = known;
            }
            return known;
        }

        @Override
        public boolean isGenerated() {
            get();
            return generated;
        }
    }
}
