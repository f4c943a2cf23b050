package org.broadsheet.cms.intake;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeSet;
import org.broadsheet.cms.staff.Privilege;
import org.broadsheet.cms.staff.StaffMember;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.UriComponentsBuilder;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// The feeds as the desk's screens read and run them.
@RestController
class FeedsApi {

    private static final String FEED = "/api/feeds/{name}";
    /// A name is one step of an address, whatever else it is.
    private static final String ONE_STEP = "(?!\\.+$)[^/\\\\\\p{Cntrl}]{1,100}";

    private final WireRoom room;
    private final IntakeDesk desk;
    private final IntakeSettings settings;

    FeedsApi(WireRoom room, IntakeDesk desk, IntakeSettings settings) {
        this.room = room;
        this.desk = desk;
        this.settings = settings;
    }

    @GetMapping("/desk/api/intake/feeds")
    JsonNode feeds() {
        return room.read("/api/feeds");
    }

    @GetMapping("/desk/api/intake/transports")
    JsonNode transports() {
        return room.read("/api/feeds/transports");
    }

    @GetMapping("/desk/api/intake/feeds/{name}")
    JsonNode feed(@PathVariable @Pattern(regexp = ONE_STEP) String name) {
        return room.read(FEED, name);
    }

    @PutMapping("/desk/api/intake/feeds/{name}")
    JsonNode put(
            @PathVariable @Pattern(regexp = ONE_STEP) String name,
            @RequestBody @Valid FeedForm form,
            @AuthenticationPrincipal StaffMember member) {
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("feed", name);
        details.put("transport", form.transport());
        details.put("settings", new TreeSet<>(form.settings().keySet()));
        details.put("secretsReplaced", new TreeSet<>(form.secrets().keySet()));
        details.put("version", form.version());
        String action = form.version() == 0 ? "feed-added" : "feed-changed";
        JsonNode kept = desk.change(
                member, Privilege.RUN_FEEDS, action, details, () -> room.have(HttpMethod.PUT, form, FEED, name));
        if (kept instanceof ObjectNode withSecret && kept.hasNonNull("secret")) {
            withSecret.put("address", pushAddress(name));
        }
        return kept;
    }

    @PostMapping("/desk/api/intake/feeds/{name}/pause")
    JsonNode pause(@PathVariable @Pattern(regexp = ONE_STEP) String name, @AuthenticationPrincipal StaffMember member) {
        return done(member, "feed-paused", name, "/pause");
    }

    @PostMapping("/desk/api/intake/feeds/{name}/resume")
    JsonNode resume(
            @PathVariable @Pattern(regexp = ONE_STEP) String name, @AuthenticationPrincipal StaffMember member) {
        return done(member, "feed-resumed", name, "/resume");
    }

    /// A new secret of a push feed, in this answer and never again, with the address a sender sends to.
    @PostMapping("/desk/api/intake/feeds/{name}/secret")
    NewSecret secret(
            @PathVariable @Pattern(regexp = ONE_STEP) String name, @AuthenticationPrincipal StaffMember member) {
        JsonNode made = done(member, "feed-secret-made", name, "/secret");
        return new NewSecret(made.path("secret").asString(""), pushAddress(name));
    }

    private String pushAddress(String name) {
        return UriComponentsBuilder.fromUri(settings.pushAddress())
                .path("/feeds/{name}")
                .encode()
                .buildAndExpand(name)
                .toUriString();
    }

    /// Fetches now, keeps nothing, and shows what came.
    @PostMapping("/desk/api/intake/feeds/{name}/test")
    JsonNode test(@PathVariable @Pattern(regexp = ONE_STEP) String name, @AuthenticationPrincipal StaffMember member) {
        return desk.change(
                member,
                Privilege.RUN_FEEDS,
                "feed-tried",
                Map.of("feed", name),
                () -> room.work(null, FEED + "/test", name));
    }

    /// Retires a feed: what came in by it stays.
    @DeleteMapping("/desk/api/intake/feeds/{name}")
    JsonNode retire(
            @PathVariable @Pattern(regexp = ONE_STEP) String name, @AuthenticationPrincipal StaffMember member) {
        return desk.change(
                member,
                Privilege.RUN_FEEDS,
                "feed-retired",
                Map.of("feed", name),
                () -> room.have(HttpMethod.DELETE, null, FEED, name));
    }

    private JsonNode done(StaffMember member, String action, String name, String step) {
        return desk.change(
                member,
                Privilege.RUN_FEEDS,
                action,
                Map.of("feed", name),
                () -> room.have(HttpMethod.POST, null, FEED + step, name));
    }

    /// What a sender needs to push.
    ///
    /// @param secret shown once
    /// @param address where payloads are sent
    record NewSecret(String secret, String address) {
        @Override
        public String toString() {
            return "NewSecret[" + address + "]";
        }
    }

    /// A feed as an administrator fills it in.
    ///
    /// @param settings by the names of the transport's fields, those that are no secret
    /// @param secrets only those that are set anew; `null` takes one away
    /// @param pollEvery ISO-8601, `null` for the transport's own habit
    /// @param version which version was looked at, 0 for a new feed
    record FeedForm(
            @NotBlank(message = "A feed has a title.") @Size(max = 120, message = "A title has at most 120 characters.")
            String title,

            @NotBlank(message = "Choose how the feed comes in.") @Size(max = 40)
            String transport,

            @Nullable @Size(max = 100) Map<String, @Nullable Object> settings,
            @Nullable @Size(max = 20) Map<String, @Nullable @Size(max = 20_000) String> secrets,
            @Nullable @Size(max = 40) String pollEvery,
            @Min(0) long version) {
        FeedForm {
            settings = settings == null ? Map.of() : settings;
            secrets = secrets == null ? Map.of() : secrets;
        }

        @Override
        public Map<String, @Nullable Object> settings() {
            return settings == null ? Map.of() : settings;
        }

        @Override
        public Map<String, @Nullable String> secrets() {
            return secrets == null ? Map.of() : secrets;
        }

        @Override
        public String toString() {
            return "FeedForm[" + transport + ", version " + version + "]";
        }
    }
}
