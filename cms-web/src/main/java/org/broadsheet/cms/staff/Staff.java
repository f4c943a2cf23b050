package org.broadsheet.cms.staff;

import java.nio.charset.StandardCharsets;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.broadsheet.core.desk.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The staff list.
@Component
public class Staff {

    private static final Pattern LOGIN = Pattern.compile("[a-z0-9](?:[a-z0-9._-]{0,62}[a-z0-9])?");

    private final JdbcClient jdbc;
    private final PasswordEncoder passwords;
    private final FindByIndexNameSessionRepository<? extends Session> sessions;

    Staff(JdbcClient jdbc, PasswordEncoder passwords, FindByIndexNameSessionRepository<? extends Session> sessions) {
        this.jdbc = jdbc;
        this.passwords = passwords;
        this.sessions = sessions;
    }

    /// Who works here under an id; empty for somebody who has left.
    public Optional<StaffMember> find(UUID id) {
        return jdbc.sql("SELECT id, login, name, roles, section FROM staff WHERE id = :id AND active")
                .param("id", id)
                .query((row, _) -> member(row))
                .optional();
    }

    /// Who works here under a login; empty for somebody who has left.
    public Optional<StaffMember> find(String login) {
        return entry(login).map(SignIn.Entry::member);
    }

    /// Whether a text could be somebody's login: lower-case letters, digits, dots, hyphens and underscores, up to 64.
    static boolean isLogin(String text) {
        return LOGIN.matcher(text).matches();
    }

    Optional<SignIn.Entry> entry(String login) {
        if (!isLogin(login)) {
            return Optional.empty();
        }
        return jdbc.sql("""
                        SELECT id, login, name, roles, section, password_hash
                        FROM staff WHERE login = :login AND active
                        """)
                .param("login", login)
                .query((row, _) -> new SignIn.Entry(member(row), row.getString("password_hash")))
                .optional();
    }

    /// Enters a member of staff, or changes the entry of the login. Who gets a new password has to sign in again
    /// everywhere; putting the same entry twice changes nothing.
    ///
    /// @return whether the login is new
    @Transactional
    public boolean put(String login, String name, String password, Set<Role> roles, @Nullable String section) {
        Optional<SignIn.Entry> before = entry(login);
        boolean samePassword = before.isPresent()
                && passwords.matches(password, before.get().passwordHash())
                && !passwords.upgradeEncoding(before.get().passwordHash());
        String hash = samePassword ? before.get().passwordHash() : passwords.encode(password);
        jdbc.sql("""
                        INSERT INTO staff (id, login, name, password_hash, roles, section)
                        VALUES (:id, :login, :name, :hash, :roles, :section)
                        ON CONFLICT (login) DO UPDATE
                        SET name = excluded.name, password_hash = excluded.password_hash, roles = excluded.roles,
                            section = excluded.section, active = true
                        """)
                .param("id", UUID.randomUUID())
                .param("login", login)
                .param("name", name)
                .param("hash", hash)
                .param("roles", roles.stream().map(Role::name).sorted().toArray(String[]::new))
                .param("section", section)
                .update();
        if (before.isPresent() && !samePassword) {
            sessions.findByPrincipalName(login).keySet().forEach(sessions::deleteById);
        }
        return before.isEmpty();
    }

    /// The name under which rules of the wire room act; nobody can sign in with it, and it is in no list of who works
    /// here.
    ///
    /// @param rules the names of the rules that decided
    @Transactional
    public StaffMember wireRule(List<String> rules) {
        String names = String.join(", ", rules);
        String name = "wire rule " + (names.length() > 200 ? names.substring(0, 200) + "…" : names);
        UUID id = UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
        jdbc.sql("""
                        INSERT INTO staff (id, login, name, password_hash, roles, active, wire_rule)
                        VALUES (:id, :login, :name, '', '{}', false, true) ON CONFLICT DO NOTHING
                        """)
                .param("id", id)
                .param("login", "wire rule/" + id)
                .param("name", name)
                .update();
        return new StaffMember(id, "wire rule/" + id, name, Set.of(), null);
    }

    /// The rule of the wire room that acts under an id; empty where it is a person's.
    public Optional<StaffMember> wireRule(UUID id) {
        return jdbc.sql("SELECT id, login, name, roles, section FROM staff WHERE id = :id AND wire_rule")
                .param("id", id)
                .query((row, _) -> member(row))
                .optional();
    }

    private static StaffMember member(ResultSet row) throws SQLException {
        Array roles = row.getArray("roles");
        return new StaffMember(
                row.getObject("id", UUID.class),
                row.getString("login"),
                row.getString("name"),
                Arrays.stream((String[]) roles.getArray()).map(Role::valueOf).collect(Collectors.toUnmodifiableSet()),
                row.getString("section"));
    }
}
