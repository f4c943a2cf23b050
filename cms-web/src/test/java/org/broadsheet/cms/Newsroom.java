package org.broadsheet.cms;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Set;
import java.util.UUID;
import org.broadsheet.cms.house.InternalPort;
import org.broadsheet.cms.staff.Staff;
import org.broadsheet.cms.staff.StaffMember;
import org.broadsheet.core.desk.Role;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistrar;

/// A newsroom with people in it: a newspaper with three sections, and somebody of each role.
@TestConfiguration(proxyBeanMethods = false)
public class Newsroom {

    public static final String PASSWORD = "eleven good words";

    @Bean
    static DynamicPropertyRegistrar pictureFolder() throws IOException {
        String folder = Files.createTempDirectory("broadsheet-test-pictures-").toString();
        return registry -> registry.add("broadsheet.cms.picture.folder", () -> folder);
    }

    @Bean
    People people(
            ApplicationContext context, Environment environment, Staff staff, JdbcClient jdbc, InternalPort port) {
        return new People(context, environment, staff, jdbc, port);
    }

    /// The people of the newsroom, entered anew for each test that asks for them.
    public static final class People {

        private final ApplicationContext context;
        private final Environment environment;
        private final Staff staff;
        private final JdbcClient jdbc;
        private final InternalPort internalPort;

        People(
                ApplicationContext context,
                Environment environment,
                Staff staff,
                JdbcClient jdbc,
                InternalPort internalPort) {
            this.context = context;
            this.environment = environment;
            this.staff = staff;
            this.jdbc = jdbc;
            this.internalPort = internalPort;
        }

        /// The newspaper and its sections; called again it changes nothing.
        public void printNewspaper() {
            Visitor house = internal();
            Visitor.Answer answer = house.put("/api/masthead", """
                    {"name": "The Norland Courier", "tagline": "", "timeZone": "Europe/Oslo", "language": "en",
                     "sections": [
                       {"slug": "world", "name": "World", "mediaTopics": ["medtop:16000000", "medtop:11000000"]},
                       {"slug": "business", "name": "Business", "mediaTopics": ["medtop:04000000"]},
                       {"slug": "sport", "name": "Sport", "mediaTopics": ["medtop:15000000"]}],
                     "promos": []}
                    """);
            assertThat(answer.status()).isLessThan(300);
        }

        public StaffMember reporter() {
            return member("ines.halloran", "Ines Halloran", Role.REPORTER);
        }

        public StaffMember otherReporter() {
            return member("tomas.verre", "Tomas Verre", Role.REPORTER);
        }

        public StaffMember subEditor() {
            return member("lena.ruud", "Lena Ruud", Role.SUB_EDITOR);
        }

        public StaffMember editor() {
            return member("osei.danquah", "Osei Danquah", Role.EDITOR);
        }

        public StaffMember member(String login, String name, Role... roles) {
            return staff.find(login).orElseGet(() -> {
                staff.put(login, name, PASSWORD, Set.of(roles), null);
                return staff.find(login).orElseThrow();
            });
        }

        /// Somebody at the public door, not signed in.
        public Visitor visitor() {
            return new Visitor(port(), null);
        }

        /// A member of staff in a browser, signed in.
        public Visitor signedIn(StaffMember member) {
            Visitor visitor = visitor();
            Visitor.Answer answer = visitor.signIn(member.login(), PASSWORD);
            assertThat(answer.status()).isEqualTo(302);
            assertThat(answer.header("Location")).endsWith("/desk");
            return visitor;
        }

        /// One of our own services at the internal door.
        public Visitor internal() {
            return new Visitor(internalPort.number(), NewsroomTest.TOKEN);
        }

        public int port() {
            return environment.getRequiredProperty("local.server.port", Integer.class);
        }

        public int internalPort() {
            return internalPort.number();
        }

        public long count(String table, String where, Object... params) {
            return jdbc.sql("SELECT count(*) FROM " + table + " WHERE " + where)
                    .params(params)
                    .query(Long.class)
                    .single();
        }

        public String auditOf(UUID story, String action) {
            return jdbc.sql("SELECT details::text FROM audit WHERE story = ? AND action = ? ORDER BY id DESC LIMIT 1")
                    .params(story, action)
                    .query(String.class)
                    .single();
        }

        public ApplicationContext context() {
            return context;
        }
    }
}
