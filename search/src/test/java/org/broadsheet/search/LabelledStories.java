package org.broadsheet.search;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.broadsheet.core.publication.PublishedStory;
import org.broadsheet.core.subject.Subject;

/// Thirty invented stories, five of each of six running affairs. An editor would call two of them related exactly when
/// they belong to the same affair; places and many words run across the affairs.
final class LabelledStories {

    private LabelledStories() {}

    static List<Labelled> withSubjects() {
        return read(true);
    }

    /// As many agencies send them: nothing but words.
    static List<Labelled> wordsAlone() {
        return read(false);
    }

    private static List<Labelled> read(boolean withSubjects) {
        List<Labelled> stories = new ArrayList<>();
        List<String> lines = lines();
        for (int at = 0; at < lines.size(); at += 3) {
            String[] head = lines.get(at).split("\\s*\\|\\s*");
            PublishedStory story = Copy.published(
                    Copy.story(head[4], lines.get(at + 1), lines.get(at + 2)), Duration.ofHours(7L * (at % 11)));
            if (withSubjects) {
                List<Subject> subjects = new ArrayList<>();
                Arrays.stream(head[3].split(",")).forEach(topic -> subjects.add(Subject.topic("", topic)));
                subjects.add(new Subject("", Subject.Kind.PLACE, head[2]));
                story = Copy.about(story, subjects.toArray(Subject[]::new));
            }
            stories.add(new Labelled(head[0], story));
        }
        return List.copyOf(stories);
    }

    private static List<String> lines() {
        try (InputStream in = LabelledStories.class.getResourceAsStream("/labelled/stories.txt")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    record Labelled(String affair, PublishedStory story) {}

    /// How well a ranking does over all stories.
    ///
    /// @param reciprocalRank the mean of 1 / place of the first story of the same affair
    /// @param precision the mean share of the same affair among the first four, which is as many as there are
    record Quality(double reciprocalRank, double precision) {

        static Quality of(List<Labelled> stories, Function<UUID, List<UUID>> ranking) {
            double reciprocalRank = 0;
            double precision = 0;
            for (Labelled asked : stories) {
                List<UUID> ranked = ranking.apply(asked.story().id());
                List<Boolean> right = ranked.stream()
                        .map(id -> stories.stream()
                                .anyMatch(s ->
                                        s.story().id().equals(id) && s.affair().equals(asked.affair())))
                        .toList();
                int first = right.indexOf(true);
                reciprocalRank += first < 0 ? 0 : 1.0 / (first + 1);
                precision += right.stream().limit(4).filter(r -> r).count() / 4.0;
            }
            return new Quality(reciprocalRank / stories.size(), precision / stories.size());
        }
    }
}
