package org.broadsheet.ingest.settle;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.broadsheet.core.picture.Caption;
import org.broadsheet.core.wire.WireItem;
import org.broadsheet.core.wire.WirePicture;
import org.broadsheet.ingest.format.InsidePicture;
import org.broadsheet.ingest.picture.PictureFiles.PictureFile;

/// Joins a picture item with its file: the item's own words count first, the file's fill what the item leaves open.
final class PictureJoin {

    private PictureJoin() {}

    static WireItem join(WireItem item, PictureFile file) {
        WirePicture sent = Objects.requireNonNull(item.picture());
        InsidePicture inside = file.inside();
        List<String> remarks = new ArrayList<>(inside.remarks());
        Caption caption = sent.caption();
        WirePicture whole = new WirePicture(
                file.hash(),
                sent.fileName(),
                file.mimeType(),
                file.width(),
                file.height(),
                caption.text().isEmpty()
                        ? new Caption(inside.caption(), caption.filePhoto(), caption.taken())
                        : caption,
                sent.credit(),
                sent.creditAsSent().isEmpty() ? inside.credit() : sent.creditAsSent(),
                inside.alt(),
                inside.instructions());
        return with(item, whole, remarks);
    }

    /// The item with more remarks for the desk.
    static WireItem remarked(WireItem item, List<String> remarks) {
        return with(item, item.picture(), remarks);
    }

    private static WireItem with(
            WireItem item, @org.jspecify.annotations.Nullable WirePicture picture, List<String> more) {
        List<String> remarks = new ArrayList<>(item.remarks());
        more.stream().filter(remark -> !remarks.contains(remark)).forEach(remarks::add);
        return new WireItem(
                item.feed(),
                item.provider(),
                item.guid(),
                item.version(),
                item.kind(),
                item.status(),
                item.firstCreated(),
                item.versionCreated(),
                item.receivedAt(),
                item.embargoedUntil(),
                item.urgency(),
                item.headline(),
                item.headlineTags(),
                item.slugline(),
                item.language(),
                item.bylines(),
                item.dateline(),
                item.body(),
                item.signOff(),
                item.creditLine(),
                item.copyrightHolder(),
                item.copyrightNotice(),
                item.usageTerms(),
                item.editorNotes(),
                item.signals(),
                item.subjects(),
                item.links(),
                picture,
                remarks);
    }
}
