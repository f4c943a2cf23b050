package org.broadsheet.cms.staff;

import java.util.List;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.stereotype.Component;

/// Looks up who wants to sign in.
@Component
class SignIn implements UserDetailsService {

    private final Staff staff;

    SignIn(Staff staff) {
        this.staff = staff;
    }

    @Override
    public UserDetails loadUserByUsername(String login) {
        return staff.entry(login).orElseThrow(() -> new UsernameNotFoundException("Nobody signs in with this name"));
    }

    /// The roles of a member of staff as Spring Security knows them: `ROLE_EDITOR`.
    static List<GrantedAuthority> authorities(StaffMember member) {
        return member.roles().stream()
                .map(role -> (GrantedAuthority) new SimpleGrantedAuthority("ROLE_" + role.name()))
                .toList();
    }

    /// A line of the staff list while its password is being compared.
    record Entry(StaffMember member, String passwordHash) implements UserDetails {

        @Override
        public List<GrantedAuthority> getAuthorities() {
            return authorities(member);
        }

        @Override
        public String getPassword() {
            return passwordHash;
        }

        @Override
        public String getUsername() {
            return member.login();
        }

        @Override
        public String toString() {
            return "Entry[" + member.login() + "]";
        }
    }
}
