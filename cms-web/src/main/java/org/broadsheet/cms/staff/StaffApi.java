package org.broadsheet.cms.staff;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.broadsheet.cms.house.Asked;
import org.broadsheet.cms.masthead.Mastheads;
import org.broadsheet.core.desk.Role;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/// Enters staff for whoever runs the house, on the internal port.
@RestController
class StaffApi {

    private static final Logger log = LoggerFactory.getLogger(StaffApi.class);

    /// bcrypt reads no more than 72 bytes.
    private static final int LONGEST_PASSWORD = 72;

    private final Staff staff;
    private final Mastheads mastheads;

    StaffApi(Staff staff, Mastheads mastheads) {
        this.staff = staff;
        this.mastheads = mastheads;
    }

    @PutMapping("/api/staff/{login}")
    ResponseEntity<Entered> put(@PathVariable String login, @RequestBody @Valid Entry entry) {
        if (!Staff.isLogin(login)) {
            throw Asked.unreadable(
                    "A login has up to 64 lower-case letters, digits, dots, hyphens and underscores, and begins and ends"
                            + " with a letter or digit.");
        }
        if (entry.password().getBytes(StandardCharsets.UTF_8).length > LONGEST_PASSWORD) {
            throw Asked.unreadable("A password has at most " + LONGEST_PASSWORD + " bytes.");
        }
        String section = entry.section() == null || entry.section().isBlank() ? null : entry.section();
        if (section != null && mastheads.current().section(section).isEmpty()) {
            throw Asked.unreadable("The newspaper has no section called “" + section + "”.");
        }
        boolean anew = staff.put(login, entry.name().strip(), entry.password(), Set.copyOf(entry.roles()), section);
        log.atInfo()
                .addKeyValue("login", login)
                .addKeyValue("roles", entry.roles())
                .log("Staff entered");
        return ResponseEntity.status(anew ? HttpStatus.CREATED : HttpStatus.OK)
                .body(new Entered(login, entry.name().strip(), entry.roles(), section));
    }

    /// A line of the staff list as it is sent.
    record Entry(
            @NotBlank @Size(max = 200) String name,

            @NotNull @Size(min = 10, message = "has at least 10 characters")
            String password,

            @NotEmpty List<@NotNull Role> roles,
            @Nullable String section) {

        @Override
        public String toString() {
            return "Entry[" + name + "]";
        }
    }

    /// A line of the staff list as it stands, without the password.
    record Entered(
            String login,
            String name,
            List<Role> roles,
            @Nullable String section) {}
}
