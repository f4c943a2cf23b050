package org.broadsheet.cms.upload;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import org.broadsheet.cms.darkroom.DarkroomSettings;
import org.broadsheet.cms.house.Asked;
import org.broadsheet.cms.picturefile.PictureFormat;
import org.broadsheet.cms.staff.Privilege;
import org.broadsheet.cms.staff.StaffMember;
import org.broadsheet.core.desk.Refusal;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/// Takes pictures in from browsers, piece by piece: begin, send each piece to where the upload stands, ask where
/// that is after a lost line. The last piece is answered with what the file became.
@RestController
class UploadApi {

    /// Where a piece begins, and how many bytes are held.
    static final String OFFSET = "Upload-Offset";

    private static final Logger log = LoggerFactory.getLogger(UploadApi.class);

    /// How many bytes a piece best has.
    private static final int PIECE = 1 << 20;

    /// How many it has at most: as many as any request of ours.
    private static final int MOST_PIECE = 4 << 20;

    /// How many pieces are read at the same time, over all of the staff.
    private static final int PIECES_AT_ONCE = 48;

    private static final String UNKNOWN =
            "There is no such upload: it was cancelled or abandoned. Choose the file again.";

    private final Uploads uploads;
    private final UploadSettings settings;
    private final long mostBytes;
    private final Semaphore pieces = new Semaphore(PIECES_AT_ONCE);

    UploadApi(Uploads uploads, UploadSettings settings, DarkroomSettings most) {
        this.uploads = uploads;
        this.settings = settings;
        this.mostBytes = most.mostBytes().toBytes();
    }

    /// What may be sent.
    @GetMapping("/desk/api/uploads/limits")
    Limits limits(@AuthenticationPrincipal StaffMember member) {
        return new Limits(
                member.may(Privilege.LOOK_AFTER_PICTURES),
                mostBytes,
                PIECE,
                settings.openAtOnce(),
                List.of(PictureFormat.values()).stream()
                        .map(PictureFormat::mimeType)
                        .toList(),
                settings.allowedHosts());
    }

    /// What this member has begun and not finished.
    @GetMapping("/desk/api/uploads")
    Unfinished unfinished(@AuthenticationPrincipal StaffMember member) {
        return new Unfinished(
                uploads.unfinished(member).stream().map(UploadAnswer::of).toList());
    }

    /// Begins an upload (201), or finds the unfinished one of the same file (200).
    @PostMapping("/desk/api/uploads")
    ResponseEntity<UploadAnswer> begin(@RequestBody @Valid FileForm file, @AuthenticationPrincipal StaffMember member) {
        mayBringIn(member);
        if (file.size() == 0) {
            throw TurnedAway.by("size", "The file is empty: that is not a picture.");
        }
        Uploads.Wish wish = new Uploads.Wish(
                file.name(), file.size(), file.type() == null ? "" : file.type(), file.lastModified(), file.head());
        return switch (uploads.begin(wish, member)) {
            case Uploads.Beginning.Begun begun -> {
                UploadAnswer answer = UploadAnswer.of(begun.upload());
                yield (answer.offset() > 0
                                ? ResponseEntity.ok()
                                : ResponseEntity.created(URI.create("/desk/api/uploads/" + answer.id())))
                        .header(OFFSET, Long.toString(answer.offset()))
                        .body(answer);
            }
            case Uploads.Beginning.TooLarge tooLarge ->
                throw TurnedAway.by(
                        "size", "The file has " + file.size() + " bytes; the most we take is " + tooLarge.most() + ".");
            case Uploads.Beginning.TooMany tooMany ->
                throw TurnedAway.tooMany("You have " + tooMany.most()
                        + " uploads that are not finished: go on with those, or cancel some.");
            case Uploads.Beginning.NoRoom _ ->
                throw Asked.busy(
                        "There is no room for more pictures now: others are still coming in. Try again later.");
        };
    }

    /// How far an upload has come. `HEAD` answers the same in its headers.
    @GetMapping("/desk/api/uploads/{id}")
    ResponseEntity<UploadAnswer> look(@PathVariable UUID id, @AuthenticationPrincipal StaffMember member) {
        return answer(uploads.find(id, member).orElseThrow(() -> Asked.unknown(UNKNOWN)));
    }

    /// Puts a piece where the upload stands. What is answered is on the disk. An empty piece at the end asks once more
    /// what became of a whole file.
    @PatchMapping("/desk/api/uploads/{id}")
    ResponseEntity<UploadAnswer> append(
            @PathVariable UUID id,
            @RequestHeader(OFFSET) @Min(0) long offset,
            HttpServletRequest request,
            @AuthenticationPrincipal StaffMember member) {
        mayBringIn(member);
        Upload upload = uploads.find(id, member).orElseThrow(() -> Asked.unknown(UNKNOWN));
        if (upload.standing() instanceof Upload.Standing.Open(long arrived) && arrived != offset) {
            throw TurnedAway.elsewhere(arrived);
        }
        if (!pieces.tryAcquire()) {
            throw Asked.busy("Many pictures are coming in at once. Try again in a moment.");
        }
        try {
            byte[] piece = read(request);
            return switch (uploads.append(id, member, offset, piece)) {
                case Uploads.Step.Went went -> answer(went.upload());
                case Uploads.Step.Elsewhere elsewhere -> throw TurnedAway.elsewhere(elsewhere.offset());
                case Uploads.Step.Beyond beyond ->
                    throw TurnedAway.tooLong("The piece goes beyond the " + beyond.size()
                            + " bytes that were announced. Cancel the upload and choose the file again.");
                case Uploads.Step.Unknown _ -> throw Asked.unknown(UNKNOWN);
            };
        } catch (UncheckedIOException e) {
            log.atError().setCause(e).log("A piece of a picture cannot be written");
            throw Asked.busy("The piece cannot be written now; what was told before is held. Try again later.");
        } finally {
            pieces.release();
        }
    }

    /// Cancels an upload, or forgets one that is over; a picture that it became stays.
    @DeleteMapping("/desk/api/uploads/{id}")
    ResponseEntity<Void> cancel(@PathVariable UUID id, @AuthenticationPrincipal StaffMember member) {
        if (!uploads.forget(id, member)) {
            throw Asked.unknown(UNKNOWN);
        }
        return ResponseEntity.noContent().build();
    }

    static void mayBringIn(StaffMember member) {
        if (!member.may(Privilege.LOOK_AFTER_PICTURES)) {
            throw Asked.refused(new Refusal.NotAllowed(Privilege.LOOK_AFTER_PICTURES.words()));
        }
    }

    /// The piece, as far as it came: what arrived before the line broke need not be sent again.
    private static byte[] read(HttpServletRequest request) {
        ByteArrayOutputStream piece =
                new ByteArrayOutputStream((int) Math.clamp(request.getContentLengthLong(), 1 << 12, MOST_PIECE));
        byte[] buffer = new byte[1 << 14];
        try {
            InputStream body = request.getInputStream();
            for (int count = body.read(buffer); count >= 0; count = body.read(buffer)) {
                if (piece.size() + count > MOST_PIECE) {
                    throw TurnedAway.tooLong("A piece has at most " + MOST_PIECE + " bytes.");
                }
                piece.write(buffer, 0, count);
            }
        } catch (IOException e) {
            log.atDebug()
                    .addKeyValue("why", e.getMessage())
                    .addKeyValue("bytes", piece.size())
                    .log("The line broke within a piece");
        }
        return piece.toByteArray();
    }

    private static ResponseEntity<UploadAnswer> answer(Upload upload) {
        return ResponseEntity.status(HttpStatus.OK)
                .header(OFFSET, Long.toString(upload.offset()))
                .header("Upload-Length", Long.toString(upload.size()))
                .cacheControl(CacheControl.noStore())
                .body(UploadAnswer.of(upload));
    }

    /// A file as a browser announces it.
    ///
    /// @param head the SHA-256 of its first 64 KiB: what is chosen again goes on only where it is the same
    record FileForm(
            @NotNull(message = "The file has a name.")
            @Pattern(regexp = "[^\\p{Cntrl}]{1,255}", message = "A file’s name has 1 to 255 characters.")
            String name,

            @Min(0) long size,

            @Nullable @Size(max = 100) String type,
            @Nullable Long lastModified,
            @Nullable @Pattern(regexp = "[0-9a-f]{64}") String head) {}

    /// What may be sent.
    ///
    /// @param may whether who asks may bring pictures in at all
    /// @param bytes how many a file may have
    /// @param piece how many bytes a piece best has
    /// @param openAtOnce how many uploads one may have that are not finished
    /// @param types which files are pictures
    /// @param hosts from where addresses are fetched
    record Limits(boolean may, long bytes, int piece, int openAtOnce, List<String> types, List<String> hosts) {}

    /// Uploads that are not finished.
    record Unfinished(List<UploadAnswer> uploads) {}
}
