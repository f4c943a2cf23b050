package org.broadsheet.ingest.imap;

import jakarta.mail.FetchProfile;
import jakarta.mail.Flags;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.UIDFolder;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.broadsheet.ingest.feed.FeedSettings;
import org.broadsheet.ingest.feed.FetchFailed;
import org.broadsheet.ingest.feed.Piece;
import org.broadsheet.ingest.feed.Visit;
import org.broadsheet.ingest.fetch.Content;
import org.broadsheet.ingest.fetch.FetchLimits;
import org.broadsheet.ingest.fetch.Spool;
import org.broadsheet.ingest.fetch.TooMuch;
import org.eclipse.angus.mail.imap.IMAPFolder;
import org.eclipse.angus.mail.imap.IMAPMessage;
import org.eclipse.angus.mail.imap.IMAPStore;
import org.jspecify.annotations.Nullable;

/// One look into a mailbox.
///
/// The position is the last UID under the mailbox's UIDVALIDITY (RFC 3501, 2.3.1.1). Should that change, all mails are
/// looked at again, and those that are here are known by their bytes. Mails whose receipt is durable but that are not
/// marked yet stand in the position too, so that a crash in between leaves none behind.
final class MailRound {

    private static final String VALIDITY = "validity";
    private static final String LAST = "last";
    private static final String MARK = "mark";
    private static final int WINDOW = 5_000;
    private static final int BATCH = 20;
    private static final long BATCH_BYTES = 16L * 1024 * 1024;

    private final Visit visit;
    private final FeedSettings settings;
    private final IMAPStore store;
    private final IMAPFolder folder;
    private final Spool spool;
    private final long largest;
    private final String validity;
    private final boolean marks;
    private long last;
    private long looked;
    private int tooLong;

    MailRound(Visit visit, IMAPStore store, IMAPFolder folder, Spool spool, FetchLimits limits)
            throws MessagingException {
        this.visit = visit;
        this.settings = visit.settings();
        this.store = store;
        this.folder = folder;
        this.spool = spool;
        this.largest = limits.largest().toBytes();
        this.validity = String.valueOf(folder.getUIDValidity());
        this.marks = visit.leavesTraces() && !settings.text("after").equals("leave");
        boolean same = validity.equals(visit.position().get(VALIDITY));
        this.last = same ? Long.parseLong(visit.position().getOrDefault(LAST, "0")) : 0;
    }

    void run() throws FetchFailed, IOException, MessagingException {
        markLeftOver();
        List<IMAPMessage> mails = mails();
        visit.say("The mailbox has " + mails.size() + " mails to take");
        List<IMAPMessage> batch = new ArrayList<>();
        List<Piece> pieces = new ArrayList<>();
        long bytes = 0;
        long left = settings.number("mostMails");
        try {
            for (IMAPMessage mail : mails) {
                if (left-- <= 0 || !visit.wantsMore()) {
                    visit.say("More mails than are taken in a visit; the others follow");
                    break;
                }
                Piece piece = take(mail);
                if (piece == null) {
                    continue;
                }
                pieces.add(piece);
                bytes += piece.content().size();
                batch.add(mail);
                if (batch.size() >= BATCH || bytes >= BATCH_BYTES) {
                    deliver(batch, pieces);
                    bytes = 0;
                }
            }
            deliver(batch, pieces);
            if (left >= 0 && looked > last && visit.wantsMore()) {
                // Those that were passed over, such as mails somebody has opened, need not be looked at again.
                last = looked;
                visit.deliver(List.of(), position(List.of()));
            }
        } finally {
            pieces.forEach(piece -> piece.content().close());
        }
        if (tooLong > 0) {
            throw new FetchFailed(tooLong
                    + " mails have more than the %,d bytes that are taken, and were left as they are"
                            .formatted(largest));
        }
    }

    private List<IMAPMessage> mails() throws MessagingException {
        List<IMAPMessage> mails = new ArrayList<>();
        if (folder.getMessageCount() == 0) {
            return mails;
        }
        boolean onlyUnseen = settings.text("take").equals("unseen");
        Message[] all = folder.getMessagesByUID(last + 1, UIDFolder.LASTUID);
        Message[] found = Arrays.copyOf(all, Math.min(all.length, WINDOW));
        FetchProfile wanted = new FetchProfile();
        wanted.add(FetchProfile.Item.FLAGS);
        wanted.add(UIDFolder.FetchProfileItem.UID);
        folder.fetch(found, wanted);
        for (Message message : found) {
            looked = Math.max(looked, folder.getUID(message));
            // "last:*" names the last mail even where it is older (RFC 3501, 6.4.8).
            if (message instanceof IMAPMessage mail
                    && folder.getUID(mail) > last
                    && !mail.isSet(Flags.Flag.DELETED)
                    && !(onlyUnseen && mail.isSet(Flags.Flag.SEEN))) {
                mails.add(mail);
            }
        }
        return mails;
    }

    private @Nullable Piece take(IMAPMessage mail) throws IOException, MessagingException {
        mail.setPeek(true);
        try (InputStream in = mail.getMimeStream()) {
            Content content = spool.take(in, largest);
            String name = "mail-" + validity + "-" + folder.getUID(mail) + ".eml";
            return new Piece("mail " + content.hash(), name, content);
        } catch (TooMuch e) {
            if (e.kind() != TooMuch.Kind.BYTES) {
                throw e;
            }
            tooLong++;
            return null;
        }
    }

    private void deliver(List<IMAPMessage> batch, List<Piece> pieces)
            throws FetchFailed, IOException, MessagingException {
        if (batch.isEmpty()) {
            return;
        }
        List<String> uids = new ArrayList<>();
        for (IMAPMessage mail : batch) {
            long uid = folder.getUID(mail);
            last = Math.max(last, uid);
            uids.add(String.valueOf(uid));
        }
        visit.deliver(List.copyOf(pieces), position(marks ? uids : List.of()));
        pieces.forEach(piece -> piece.content().close());
        pieces.clear();
        if (marks) {
            mark(batch.toArray(Message[]::new));
            visit.deliver(List.of(), position(List.of()));
        }
        batch.clear();
    }

    private Map<String, String> position(List<String> toMark) {
        Map<String, String> position = new HashMap<>(Map.of(VALIDITY, validity, LAST, String.valueOf(last)));
        if (!toMark.isEmpty()) {
            position.put(MARK, String.join(",", toMark));
        }
        return position;
    }

    private void markLeftOver() throws MessagingException {
        String toMark = visit.position().getOrDefault(MARK, "");
        if (marks && !toMark.isEmpty() && validity.equals(visit.position().get(VALIDITY))) {
            long[] uids = Arrays.stream(toMark.split(",", -1))
                    .mapToLong(Long::parseLong)
                    .toArray();
            mark(Arrays.stream(folder.getMessagesByUID(uids))
                    .filter(Objects::nonNull)
                    .toArray(Message[]::new));
        }
    }

    private void mark(Message[] mails) throws MessagingException {
        if (mails.length == 0) {
            return;
        }
        switch (settings.text("after")) {
            case "seen" -> folder.setFlags(mails, new Flags(Flags.Flag.SEEN), true);
            case "delete" -> {
                folder.setFlags(mails, new Flags(Flags.Flag.DELETED), true);
                folder.expunge(mails);
            }
            case "move" -> move(mails);
            default -> {
                // left as they are
            }
        }
    }

    private void move(Message[] mails) throws MessagingException {
        Folder target = store.getFolder(settings.text("moveTo"));
        if (!target.exists()) {
            target.create(Folder.HOLDS_MESSAGES);
        }
        if (store.hasCapability("MOVE")) {
            folder.moveMessages(mails, target);
        } else {
            folder.copyMessages(mails, target);
            folder.setFlags(mails, new Flags(Flags.Flag.DELETED), true);
            folder.expunge(mails);
        }
    }
}
