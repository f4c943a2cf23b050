package org.broadsheet.cms.intake;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.broadsheet.cms.staff.Privilege;
import org.broadsheet.cms.staff.StaffMember;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.UriComponentsBuilder;
import tools.jackson.databind.JsonNode;

/// What the wire room could not read, as the desk looks at it and clears it.
@RestController
class QuarantineApi {

    private static final String QUARANTINE = "/api/quarantine";
    private static final String ID = "[A-Za-z0-9-]{1,64}";

    private final WireRoom room;
    private final IntakeDesk desk;

    QuarantineApi(WireRoom room, IntakeDesk desk) {
        this.room = room;
        this.desk = desk;
    }

    @GetMapping("/desk/api/intake/quarantine")
    JsonNode list(
            @RequestParam(defaultValue = "") @Size(max = 100) String feed,
            @RequestParam(defaultValue = "") @Pattern(regexp = "[A-Za-z0-9:.+-]{0,64}") String before,
            @RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit) {
        UriComponentsBuilder address = UriComponentsBuilder.fromPath(QUARANTINE).queryParam("limit", limit);
        Map<String, Object> asked = new HashMap<>();
        if (!feed.isBlank()) {
            address.queryParam("feed", "{feed}");
            asked.put("feed", feed);
        }
        if (!before.isBlank()) {
            address.queryParam("before", "{before}");
            asked.put("before", before);
        }
        return room.read(address.build().toUriString(), asked.values().toArray());
    }

    @GetMapping("/desk/api/intake/quarantine/{id}")
    JsonNode one(@PathVariable @Pattern(regexp = ID) String id) {
        return room.read(QUARANTINE + "/{id}", id);
    }

    /// The bytes as they came, always as a file to keep and never as a page to show.
    @GetMapping("/desk/api/intake/payloads/{id}/raw")
    void raw(
            @PathVariable @Pattern(regexp = ID) String id,
            @RequestParam(defaultValue = "") @Size(max = 255) String name,
            HttpServletResponse response) {
        room.handOn(
                length -> {
                    response.setContentType(MediaType.APPLICATION_OCTET_STREAM_VALUE);
                    response.setHeader("X-Content-Type-Options", "nosniff");
                    response.setHeader(
                            HttpHeaders.CONTENT_DISPOSITION,
                            ContentDisposition.attachment()
                                    .filename(fileName(name, id), StandardCharsets.UTF_8)
                                    .build()
                                    .toString());
                    if (length >= 0) {
                        response.setContentLengthLong(length);
                    }
                    return response.getOutputStream();
                },
                "/api/payloads/{id}/raw",
                id);
    }

    @PostMapping("/desk/api/intake/quarantine/{id}/replay")
    JsonNode replay(@PathVariable @Pattern(regexp = ID) String id, @AuthenticationPrincipal StaffMember member) {
        return desk.change(
                member,
                Privilege.CLEAR_QUARANTINE,
                "quarantine-replayed",
                Map.of("payload", id),
                () -> room.work(Map.of(), QUARANTINE + "/{id}/replay", id));
    }

    /// Reads in again all that lies in quarantine, of one feed or of all.
    @PostMapping("/desk/api/intake/quarantine/replay")
    JsonNode replayAll(@RequestBody @Valid Which which, @AuthenticationPrincipal StaffMember member) {
        String feed = which.feed() == null || which.feed().isBlank() ? null : which.feed();
        Map<String, Object> words = new HashMap<>();
        words.put("feed", feed);
        return desk.change(
                member,
                Privilege.CLEAR_QUARANTINE,
                "quarantine-replayed",
                Map.of("feed", feed == null ? "all" : feed),
                () -> room.work(words, QUARANTINE + "/replay"));
    }

    @GetMapping("/desk/api/intake/quarantine/replay")
    JsonNode progress() {
        return room.read(QUARANTINE + "/replay");
    }

    @PostMapping("/desk/api/intake/quarantine/{id}/drop")
    JsonNode drop(
            @PathVariable @Pattern(regexp = ID) String id,
            @RequestBody @Valid Reason reason,
            @AuthenticationPrincipal StaffMember member) {
        return desk.change(
                member,
                Privilege.CLEAR_QUARANTINE,
                "quarantine-dropped",
                Map.of("payload", id, "reason", reason.reason()),
                () -> room.have(HttpMethod.POST, reason, QUARANTINE + "/{id}/drop", id));
    }

    private static String fileName(String name, String id) {
        String plain = name.replaceAll("[\\p{Cntrl}/\\\\]", "_").strip();
        return plain.isEmpty() ? id + ".bin" : plain;
    }

    /// Whose quarantine.
    ///
    /// @param feed `null` for all
    record Which(@Nullable @Size(max = 100) String feed) {}

    /// Why it is dropped.
    record Reason(
            @NotBlank(message = "Say why it is dropped.")
            @Size(max = 1000, message = "A reason has at most 1000 characters.")
            String reason) {}
}
