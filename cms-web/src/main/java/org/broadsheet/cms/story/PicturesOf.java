package org.broadsheet.cms.story;

import java.util.ArrayList;
import java.util.List;
import org.broadsheet.core.picture.PictureHash;
import org.broadsheet.core.picture.PictureUse;
import org.broadsheet.core.story.Block;
import org.broadsheet.core.story.Body;
import org.broadsheet.core.story.StoryContent;

/// The pictures of a story, wherever they stand in it.
final class PicturesOf {

    private PicturesOf() {}

    /// All pictures of the words, those above the text first.
    static List<Placed> all(StoryContent content) {
        List<Placed> all = new ArrayList<>();
        for (int i = 0; i < content.pictures().size(); i++) {
            all.add(new Placed(
                    all.size() + 1, "pictures[" + i + "]", content.pictures().get(i)));
        }
        collect(content.body().blocks(), "body", all);
        return all;
    }

    /// The pictures within a text.
    static List<Placed> inText(Body body) {
        List<Placed> inText = new ArrayList<>();
        collect(body.blocks(), "body", inText);
        return inText;
    }

    /// Which pictures the words carry, printed or not.
    static List<PictureHash> carried(StoryContent content) {
        return all(content).stream()
                .map(placed -> placed.use().hash())
                .distinct()
                .toList();
    }

    private static void collect(List<? extends Block> blocks, String field, List<Placed> all) {
        for (int i = 0; i < blocks.size(); i++) {
            String here = field + "[" + i + "]";
            switch (blocks.get(i)) {
                case Block.PictureBlock block -> all.add(new Placed(all.size() + 1, here, block.picture()));
                case Block.BulletList list -> list.items().forEach(item -> collect(item.content(), here, all));
                case Block.NumberedList list -> list.items().forEach(item -> collect(item.content(), here, all));
                case Block.Paragraph text -> {}
                case Block.Subhead text -> {}
                case Block.Quote text -> {}
                case Block.Table text -> {}
                case Block.Tabular text -> {}
                case Block.Embed link -> {}
            }
        }
    }

    /// A picture in its place.
    ///
    /// @param number as editors count them, from 1
    /// @param field where it stands, such as `pictures[0]` or `body[3]`
    record Placed(int number, String field, PictureUse use) {}
}
