package org.broadsheet.cms.story;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.broadsheet.core.picture.PictureHash;
import org.broadsheet.core.picture.PictureUse;
import org.broadsheet.core.story.Block;
import org.broadsheet.core.story.Body;
import org.broadsheet.core.story.StoryContent;
import org.jspecify.annotations.Nullable;

/// The words of a story as a page prints them: without pictures that must not be shown, the first that may be in the
/// first place, and each as large as its original is.
///
/// @param lead the picture in the first place; `null` where none may stand there
/// @param body with its pictures
record Print(@Nullable PictureUse lead, Body body) {

    static Print of(StoryContent content, Set<PictureHash> barred, Map<PictureHash, int[]> sizes) {
        PictureUse lead = content.pictures().stream()
                .filter(use -> !barred.contains(use.hash()))
                .findFirst()
                .map(use -> measured(use, sizes))
                .orElse(null);
        return new Print(lead, new Body(blocks(content.body().blocks(), barred, sizes)));
    }

    /// All pictures that readers see, each once.
    List<PictureHash> pictures() {
        List<PictureHash> pictures = new ArrayList<>();
        Optional.ofNullable(lead).ifPresent(use -> pictures.add(use.hash()));
        PicturesOf.inText(body).forEach(placed -> pictures.add(placed.use().hash()));
        return pictures.stream().distinct().toList();
    }

    private static List<Block> blocks(
            List<? extends Block> blocks, Set<PictureHash> barred, Map<PictureHash, int[]> sizes) {
        List<Block> printed = new ArrayList<>();
        for (Block block : blocks) {
            switch (block) {
                case Block.PictureBlock in -> {
                    if (!barred.contains(in.picture().hash())) {
                        printed.add(new Block.PictureBlock(measured(in.picture(), sizes)));
                    }
                }
                case Block.BulletList list -> {
                    List<Block.ListItem> items = items(list.items(), barred, sizes);
                    if (!items.isEmpty()) {
                        printed.add(new Block.BulletList(items));
                    }
                }
                case Block.NumberedList list -> {
                    List<Block.ListItem> items = items(list.items(), barred, sizes);
                    if (!items.isEmpty()) {
                        printed.add(new Block.NumberedList(items));
                    }
                }
                case Block.Paragraph text -> printed.add(text);
                case Block.Subhead text -> printed.add(text);
                case Block.Quote text -> printed.add(text);
                case Block.Table text -> printed.add(text);
                case Block.Tabular text -> printed.add(text);
                case Block.Embed link -> printed.add(link);
            }
        }
        return printed;
    }

    /// An entry that held nothing but pictures goes with them.
    private static List<Block.ListItem> items(
            List<Block.ListItem> items, Set<PictureHash> barred, Map<PictureHash, int[]> sizes) {
        List<Block.ListItem> printed = new ArrayList<>();
        for (Block.ListItem item : items) {
            List<Block> content = blocks(item.content(), barred, sizes);
            if (!content.isEmpty() || item.content().isEmpty()) {
                printed.add(new Block.ListItem(content));
            }
        }
        return printed;
    }

    /// A page reserves the room a picture needs; what the original measures counts, not what the draft says.
    private static PictureUse measured(PictureUse use, Map<PictureHash, int[]> sizes) {
        int[] size = sizes.get(use.hash());
        return size == null
                ? use
                : new PictureUse(use.hash(), use.caption(), use.credit(), use.alt(), size[0], size[1]);
    }
}
