package org.broadsheet.core.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class StoryStatesTest {

    private static final Instant THEN = Instant.parse("2026-11-24T10:00:00Z");
    private static final Slug SLUG = new Slug("harbour-fees");

    private final StoryContent words = new StoryContent(
            "Harbour fees",
            "",
            "",
            "",
            "world",
            List.of(),
            Dateline.NONE,
            Body.EMPTY,
            SignOff.NONE,
            List.of(),
            List.of(),
            null,
            null);

    @Test
    void eachStateHasTheMovesThatAreAllowedAndNoOthers() {
        assertThat(moves(Draft.class)).containsExactlyInAnyOrder("saved", "submitted", "spiked", "published");
        assertThat(moves(Submitted.class)).containsExactlyInAnyOrder("saved", "spiked", "published");
        assertThat(moves(Published.class)).containsExactlyInAnyOrder("saved", "updated", "killed");
        assertThat(moves(Spiked.class)).containsExactlyInAnyOrder("lifted");
    }

    @Test
    void aKilledStoryHasNoWayBack() {
        assertThat(moves(Killed.class)).isEmpty();
    }

    @Test
    void everyMoveMakesTheNextVersion() {
        Draft draft = Draft.begun(UUID.randomUUID(), words);

        Published published = draft.saved(words).submitted().published(SLUG, THEN);
        Killed killed =
                published.saved(words).updated(SLUG, THEN.plusSeconds(60)).killed(THEN, "It was not so");

        assertThat(published.version()).isEqualTo(4);
        assertThat(killed.version()).isEqualTo(7);
        assertThat(killed.state()).isEqualTo("killed");
    }

    @Test
    void whatIsSavedAfterPublicationIsNotWhatReadersSee() {
        Published published = Draft.begun(UUID.randomUUID(), words).published(SLUG, THEN);

        assertThat(published.hasUnpublishedChanges()).isFalse();
        assertThat(published.saved(words).hasUnpublishedChanges()).isTrue();
        assertThat(published.saved(words).updated(SLUG, THEN.plusSeconds(1)).hasUnpublishedChanges())
                .isFalse();
        assertThat(published.saved(words).updated(SLUG, THEN.plusSeconds(1)).firstPublishedAt())
                .isEqualTo(THEN);
    }

    private static Set<String> moves(Class<? extends Story> state) {
        return Arrays.stream(state.getDeclaredMethods())
                .filter(method -> Modifier.isPublic(method.getModifiers()) && !Modifier.isStatic(method.getModifiers()))
                .filter(method -> Story.class.isAssignableFrom(method.getReturnType()))
                .map(Method::getName)
                .collect(Collectors.toSet());
    }
}
