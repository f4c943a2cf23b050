package org.broadsheet.cms.picturedesk;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.broadsheet.cms.audit.AuditBook;
import org.broadsheet.cms.masthead.Mastheads;
import org.broadsheet.cms.picture.PictureMissing;
import org.broadsheet.cms.picture.PictureStore;
import org.broadsheet.cms.picturedesk.PictureView.Credentials;
import org.broadsheet.cms.picturedesk.PictureView.May;
import org.broadsheet.cms.picturedesk.PictureView.Rule;
import org.broadsheet.cms.picturerights.PictureRights;
import org.broadsheet.cms.picturerights.Standing;
import org.broadsheet.cms.picturesheet.PictureSheets;
import org.broadsheet.cms.picturesheet.SheetChange;
import org.broadsheet.cms.picturesheet.SheetVersion;
import org.broadsheet.cms.picturesheet.SheetWords;
import org.broadsheet.cms.picturesheet.Writing;
import org.broadsheet.cms.staff.Privilege;
import org.broadsheet.cms.staff.StaffMember;
import org.broadsheet.core.picture.CaptionGrammar;
import org.broadsheet.core.picture.CreditGrammar;
import org.broadsheet.core.picture.PictureHash;
import org.broadsheet.core.picture.PictureSheet;
import org.broadsheet.core.picture.UsageRule;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Where pictures are looked after: what is known of them is found, read and written.
@Component
class PictureDesk {

    private final PictureShelf shelf;
    private final PictureSheets sheets;
    private final PictureRecords records;
    private final PictureStore store;
    private final Mastheads mastheads;
    private final PictureWords words;
    private final AuditBook audit;
    private final TransactionTemplate transaction;
    private final PictureRights rights;
    private final RightsRegister register;

    PictureDesk(
            PictureShelf shelf,
            PictureSheets sheets,
            PictureRecords records,
            PictureStore store,
            Mastheads mastheads,
            PictureWords words,
            AuditBook audit,
            TransactionTemplate transaction,
            PictureRights rights,
            RightsRegister register) {
        this.shelf = shelf;
        this.sheets = sheets;
        this.records = records;
        this.store = store;
        this.mastheads = mastheads;
        this.words = words;
        this.audit = audit;
        this.transaction = transaction;
        this.rights = rights;
        this.register = register;
    }

    /// A page of the grid.
    PicturePage find(PictureWish wish) {
        switch (wish.rights()) {
            case ANY, BARRED -> {
                // Needs no judgement.
            }
            case OK, ENDING, ENDED -> register.bringUpToDate();
        }
        List<PictureRow.Found> found = shelf.find(wish);
        boolean more = found.size() > wish.limit();
        List<PictureRow.Found> page = more ? found.subList(0, wish.limit()) : found;
        return new PicturePage(shelf.count(wish), more, rows(page, standings(page)));
    }

    private Map<PictureHash, Standing> standings(List<PictureRow.Found> page) {
        return rights.of(page.stream().map(PictureRow.Found::hash).toList());
    }

    private List<PictureRow> rows(List<PictureRow.Found> page, Map<PictureHash, Standing> standings) {
        Map<PictureHash, PictureSheet> known =
                sheets.now(page.stream().map(PictureRow.Found::hash).toList());
        return page.stream()
                .map(found -> PictureRow.of(
                        found,
                        known.getOrDefault(found.hash(), PictureSheet.BLANK),
                        standings.getOrDefault(found.hash(), Standing.FREE)))
                .toList();
    }

    /// All that is known of a picture; empty where it is not held.
    Optional<PictureView> view(PictureHash picture, StaffMember member) {
        List<SheetVersion> versions;
        try {
            versions = sheets.history(picture);
        } catch (PictureMissing e) {
            return Optional.empty();
        }
        return shelf.find(picture).map(found -> view(found, versions, member));
    }

    private PictureView view(PictureRow.Found found, List<SheetVersion> versions, StaffMember member) {
        PictureHash picture = found.hash();
        SheetVersion newest = versions.getFirst();
        PictureSheet sheet = newest.sheet();
        ZoneId zone = mastheads.current().timeZone();
        Standing standing = rights.of(picture);
        CreditGrammar.Reading credit = CreditGrammar.read(sheet.credit());
        return new PictureView(
                rows(List.of(found), Map.of(picture, standing)).getFirst(),
                sheet,
                versions.getLast().sheet(),
                newest.number(),
                sheet.dates(),
                sheet.disagreements(),
                written(versions),
                credit.credit(),
                credit.understood(),
                CaptionGrammar.read(sheet.caption()),
                records.uses(picture),
                records.history(picture, versions),
                store.credentials(picture)
                        .map(held -> new Credentials(true, held.signer(), false))
                        .orElse(null),
                standing.rules().stream()
                        .map(rule -> new Rule(rule.words(), words.rule(rule, zone), endsAt(rule, standing)))
                        .toList(),
                standing.notUnderstood(),
                new May(member.may(Privilege.LOOK_AFTER_PICTURES), member.may(Privilege.TAKE_PICTURES_DOWN)));
    }

    private static List<String> written(List<SheetVersion> versions) {
        return versions.stream()
                .filter(version -> version.what() == SheetVersion.What.CHANGED)
                .flatMap(version -> version.changes().stream())
                .map(SheetChange::field)
                .distinct()
                .toList();
    }

    private static @Nullable Instant endsAt(UsageRule rule, Standing standing) {
        return switch (rule) {
            case UsageRule.NotAfter until -> until.moment();
            // Some days after it was first shown, unless another rule ends it before.
            case UsageRule.NoArchive _ ->
                standing.rules().stream().anyMatch(UsageRule.NotAfter.class::isInstance) ? null : standing.endsAt();
            case UsageRule.NoResale _,
                    UsageRule.OneTimeUse _,
                    UsageRule.EditorialOnly _,
                    UsageRule.NotBefore _,
                    UsageRule.NotIn _,
                    UsageRule.OnlyIn _,
                    UsageRule.CreditMandatory _ -> null;
        };
    }

    /// Writes on one sheet. Whoever calls this has made sure that the member may.
    ///
    /// @throws PictureMissing if the picture is not held
    Writing write(PictureHash picture, int version, SheetWords changes, StaffMember member) {
        sheets.newest(picture);
        return transaction.<Writing>execute(_ -> {
            Writing writing = sheets.write(picture, version, changes, member.id());
            enter(picture, writing, member);
            if (writing instanceof Writing.Written) {
                rights.changed(List.of(picture));
            }
            return writing;
        });
    }

    /// Writes the same on many sheets; each stands for itself.
    Batch write(Collection<PictureHash> pictures, SheetWords changes, StaffMember member) {
        Map<String, Integer> counted = new HashMap<>();
        List<Batch.Refused> refused = new ArrayList<>();
        for (PictureHash picture : pictures) {
            try {
                String came =
                        switch (write(picture, 0, changes, member)) {
                            case Writing.Written _ -> "changed";
                            case Writing.Unchanged _, Writing.Stale _ -> "unchanged";
                        };
                counted.merge(came, 1, Integer::sum);
            } catch (PictureMissing e) {
                refused.add(new Batch.Refused(picture, "This picture is not held here."));
            }
        }
        return new Batch(counted.getOrDefault("changed", 0), counted.getOrDefault("unchanged", 0), refused);
    }

    private void enter(PictureHash picture, Writing writing, StaffMember member) {
        if (writing instanceof Writing.Written written) {
            audit.enter(
                    member.id(),
                    "picture-changed",
                    null,
                    Map.of(
                            "picture",
                            picture.value(),
                            "version",
                            written.now().number(),
                            "fields",
                            written.now().changes().stream()
                                    .map(SheetChange::field)
                                    .toList()));
        }
    }

    /// A page of the grid.
    ///
    /// @param total how many there are on all pages together
    /// @param more whether there are any behind this page; the next page is asked for by the last picture of
    ///     this one
    record PicturePage(long total, boolean more, List<PictureRow> pictures) {}

    /// What came of writing on many sheets.
    record Batch(int changed, int unchanged, List<Refused> refused) {

        /// A picture whose sheet was not written.
        record Refused(PictureHash hash, String sentence) {}
    }
}
