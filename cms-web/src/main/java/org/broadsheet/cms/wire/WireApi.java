package org.broadsheet.cms.wire;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Locale;
import java.util.Map;
import org.broadsheet.cms.house.Asked;
import org.broadsheet.cms.staff.StaffMember;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/// The wire basket as the desk's screens read it.
@RestController
class WireApi {

    private final WireBasket basket;
    private final BasketEvents events;

    WireApi(WireBasket basket, BasketEvents events) {
        this.basket = basket;
        this.events = events;
    }

    @GetMapping("/desk/api/wire")
    BasketPage list(
            @RequestParam(defaultValue = "untaken") @Pattern(regexp = "untaken|taken|dropped|expired|all") String show,
            @RequestParam(required = false) @Nullable String section,
            @RequestParam(required = false) @Nullable String desk,
            @RequestParam(defaultValue = "50") @Min(1) @Max(WireBasket.LONGEST_PAGE) int limit,
            @RequestParam(required = false) @Nullable Long before) {
        return basket.list(
                Show.valueOf(show.toUpperCase(Locale.ROOT)), blankToNull(section), blankToNull(desk), limit, before);
    }

    @GetMapping("/desk/api/wire/item")
    BasketItem item(@RequestParam @NotBlank String provider, @RequestParam @NotBlank String guid) {
        return basket.item(provider, guid).orElseThrow(() -> Asked.unknown("The wire has sent no such item."));
    }

    @GetMapping(value = "/desk/wire/events", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    ResponseEntity<SseEmitter> events() {
        return events.listen()
                .map(listener -> ResponseEntity.ok()
                        .cacheControl(CacheControl.noStore())
                        // A proxy that collects answers before it passes them on would make this useless.
                        .header("X-Accel-Buffering", "no")
                        .body(listener))
                .orElseThrow(() -> Asked.busy("Too many desks are listening; try again in a moment."));
    }

    @PostMapping("/desk/api/wire/drop")
    Map<String, Boolean> drop(@RequestBody @Valid Which which, @AuthenticationPrincipal StaffMember member) {
        return answer(basket.drop(which.provider(), which.guid(), member), true);
    }

    @PostMapping("/desk/api/wire/lift")
    Map<String, Boolean> lift(@RequestBody @Valid Which which, @AuthenticationPrincipal StaffMember member) {
        return answer(basket.lift(which.provider(), which.guid(), member), false);
    }

    private static Map<String, Boolean> answer(Sorting sorting, boolean dropped) {
        return switch (sorting) {
            case Sorting.Done done -> Map.of("dropped", dropped);
            case Sorting.Refused refused -> throw Asked.refused(refused.refusal());
            case Sorting.Unknown unknown -> throw Asked.unknown("The wire has sent no such item.");
        };
    }

    private static @Nullable String blankToNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text;
    }

    /// Which item.
    record Which(
            @NotBlank @Size(max = 1000) String provider,
            @NotBlank @Size(max = 1000) String guid) {}
}
