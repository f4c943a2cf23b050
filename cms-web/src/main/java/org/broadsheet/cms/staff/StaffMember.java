package org.broadsheet.cms.staff;

import java.util.Set;
import java.util.UUID;
import org.broadsheet.core.desk.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.AuthenticatedPrincipal;

/// Someone who works at the desk. The principal of every signed-in request.
///
/// @param login what they sign in with
/// @param name how the newsroom calls them
/// @param roles what they may do
/// @param section the slug of the section whose desk they work on, `null` for all of them
public record StaffMember(
        UUID id,
        String login,
        String name,
        Set<Role> roles,
        @Nullable String section) implements AuthenticatedPrincipal {
    public StaffMember {
        roles = Set.copyOf(roles);
    }

    /// The login: what Spring Security calls somebody's name.
    @Override
    public String getName() {
        return login;
    }

    /// Whether a privilege is theirs by one of their roles.
    public boolean may(Privilege privilege) {
        return roles.stream().anyMatch(privilege::isGivenTo);
    }
}
