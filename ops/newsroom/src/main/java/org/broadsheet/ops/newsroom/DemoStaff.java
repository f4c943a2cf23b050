package org.broadsheet.ops.newsroom;

import java.util.Set;
import org.broadsheet.core.desk.Role;
import org.jspecify.annotations.Nullable;

/// A member of the invented newspaper's staff. Passwords are made by whoever lets them in, never kept here.
///
/// @param login what they sign in with
/// @param name as printed
/// @param roles what they may do
/// @param section the slug of the section they work for; `null` for all
public record DemoStaff(
        String login,
        String name,
        Set<Role> roles,
        @Nullable String section) {

    public DemoStaff {
        roles = Set.copyOf(roles);
    }
}
