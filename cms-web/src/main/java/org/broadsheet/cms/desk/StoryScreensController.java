package org.broadsheet.cms.desk;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.UUID;
import org.broadsheet.cms.staff.StaffMember;
import org.broadsheet.cms.story.Stories;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/// Shows the list of stories, and the editor of one.
@Controller
class StoryScreensController {

    private static final String LIST = "desk/stories";
    private static final String EDITOR = "desk/editor";
    private static final List<String> STATES = List.of("draft", "submitted", "published", "spiked", "killed");
    private static final List<Shortcut> LIST_KEYS = List.of(
            Shortcut.of("desk.wire.key.next", "J", "↓"),
            Shortcut.of("desk.wire.key.previous", "K", "↑"),
            Shortcut.of("desk.stories.key.open", "↵"),
            Shortcut.of("desk.key.help", "?"));
    private static final List<List<EditorPage.Tool>> TOOLS = List.of(
            List.of(new EditorPage.Tool("undo", "↶"), new EditorPage.Tool("redo", "↷")),
            List.of(
                    new EditorPage.Tool("strong", "B"),
                    new EditorPage.Tool("em", "I"),
                    new EditorPage.Tool("sup", "x²"),
                    new EditorPage.Tool("sub", "x₂"),
                    new EditorPage.Tool("link", "Link")),
            List.of(
                    new EditorPage.Tool("paragraph", "¶"),
                    new EditorPage.Tool("subhead", "H"),
                    new EditorPage.Tool("quote", "“ ”"),
                    new EditorPage.Tool("bullets", "• •"),
                    new EditorPage.Tool("numbers", "1. 2.")));
    private static final List<String> JOBS =
            List.of("Reporting", "Additional reporting", "Writing", "Editing", "Compiled");
    private static final List<Shortcut> EDITOR_KEYS = List.of(
            Shortcut.of("desk.editor.key.save", "Mod", "S"),
            Shortcut.of("desk.editor.key.publish", "Mod", "↵"),
            Shortcut.of("desk.editor.key.strong", "Mod", "B"),
            Shortcut.of("desk.editor.key.em", "Mod", "I"),
            Shortcut.of("desk.editor.key.link", "Mod", "K"),
            Shortcut.of("desk.editor.key.subhead", "Mod", "Alt", "2"),
            Shortcut.of("desk.editor.key.paragraph", "Mod", "Alt", "0"),
            Shortcut.of("desk.editor.key.quote", "Mod", "Shift", "9"),
            Shortcut.of("desk.editor.key.bullets", "Mod", "Shift", "8"),
            Shortcut.of("desk.editor.key.numbers", "Mod", "Shift", "7"),
            Shortcut.of("desk.editor.key.nest", "Tab"),
            Shortcut.of("desk.editor.key.break", "Shift", "↵"),
            Shortcut.of("desk.editor.key.undo", "Mod", "Z"),
            Shortcut.of("desk.editor.key.redo", "Mod", "Shift", "Z"),
            Shortcut.of("desk.editor.key.toolbar", "Alt", "F10"),
            Shortcut.of("desk.editor.key.pictures", "Alt", "P"),
            Shortcut.of("desk.key.help", "?"));

    private final DeskFrames frames;
    private final ImportMap importMap;
    private final Stories stories;

    StoryScreensController(DeskFrames frames, ImportMap importMap, Stories stories) {
        this.frames = frames;
        this.importMap = importMap;
        this.stories = stories;
    }

    @GetMapping("/desk/stories")
    String list(@AuthenticationPrincipal StaffMember member, Model model) {
        model.addAttribute("page", new StoriesPage(frames.around(member), STATES, LIST_KEYS));
        return LIST;
    }

    @GetMapping("/desk/stories/{id}")
    String edit(
            @PathVariable UUID id,
            @AuthenticationPrincipal StaffMember member,
            Model model,
            HttpServletResponse response) {
        if (stories.view(id, member).isEmpty()) {
            response.setStatus(HttpStatus.NOT_FOUND.value());
            model.addAttribute("page", new RefusalPage(HttpStatus.NOT_FOUND.value(), "unknown"));
            return DeskErrorPages.VIEW;
        }
        model.addAttribute(
                "page", new EditorPage(frames.around(member), id, importMap.json(), TOOLS, JOBS, EDITOR_KEYS));
        return EDITOR;
    }
}
