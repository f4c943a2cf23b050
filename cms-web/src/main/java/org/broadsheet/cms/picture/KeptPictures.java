package org.broadsheet.cms.picture;

import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.broadsheet.cms.darkroom.Area;
import org.broadsheet.cms.darkroom.Darkroom;
import org.broadsheet.cms.darkroom.DarkroomBusy;
import org.broadsheet.cms.darkroom.Look;
import org.broadsheet.cms.darkroom.Original;
import org.broadsheet.cms.darkroom.Print;
import org.broadsheet.cms.darkroom.PrintFormat;
import org.broadsheet.cms.darkroom.Undrawable;
import org.broadsheet.cms.picturefile.ContentCredentials;
import org.broadsheet.cms.picturefile.Slip;
import org.broadsheet.cms.picturefile.SlipReader;
import org.broadsheet.core.picture.PictureHash;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// The pictures we hold: bytes in the vault, originals under `originals/ab/cd/{hash}` and what was made of them under
/// `renditions`, which can be thrown away at any time; what is known of them in the database.
@Component
class KeptPictures implements PictureStore {

    private static final long LONGEST_WAIT_SECONDS = 10;

    private final PictureVault vault;
    private final JdbcClient database;
    private final Darkroom darkroom;
    private final JsonMapper json;
    private final ApplicationEventPublisher house;

    /// Whoever wants what somebody else is drawing waits for it.
    private final ReentrantLock[] drawing = new ReentrantLock[64];

    KeptPictures(
            PictureVault vault,
            JdbcClient database,
            Darkroom darkroom,
            JsonMapper json,
            ApplicationEventPublisher house) {
        this.vault = vault;
        this.database = database;
        this.darkroom = darkroom;
        this.json = json;
        this.house = house;
        for (int i = 0; i < drawing.length; i++) {
            drawing[i] = new ReentrantLock();
        }
    }

    @Override
    public boolean holds(PictureHash hash) {
        return find(hash).isPresent() && vault.has(original(hash.value()));
    }

    @Override
    public Keeping keep(byte[] original, String mimeType) {
        return switch (darkroom.look(original)) {
            case Look.Refused refused -> new Keeping.Refused(refused.sentence());
            case Look.Fit fit -> new Keeping.Kept(keep(fit.original()));
        };
    }

    private HeldPicture keep(Original original) {
        HeldPicture picture = new HeldPicture(
                PictureHash.of(original.bytes()),
                original.format().mimeType(),
                original.width(),
                original.height(),
                original.bytes().length);
        String name = original(picture.hash().value());
        boolean isIntact = vault.read(name)
                .filter(bytes -> PictureHash.of(bytes).equals(picture.hash()))
                .isPresent();
        if (!isIntact) {
            vault.write(name, original.bytes(), true);
        }
        database.sql("""
            INSERT INTO picture (hash, mime_type, width, height, bytes, own_words, credentials)
            VALUES (:hash, :type, :width, :height, :bytes, :words::jsonb, :credentials::jsonb)
            ON CONFLICT (hash) DO UPDATE
            SET own_words = excluded.own_words, credentials = excluded.credentials
            WHERE picture.own_words IS NULL
            """)
                .param("hash", picture.hash().value())
                .param("type", picture.mimeType())
                .param("width", picture.width())
                .param("height", picture.height())
                .param("bytes", picture.bytes())
                .param("words", json.writeValueAsString(SlipReader.of(original.parts())))
                .param(
                        "credentials",
                        ContentCredentials.of(original.parts().manifest())
                                .map(json::writeValueAsString)
                                .orElse(null))
                .update();
        house.publishEvent(new PictureKept(picture.hash(), original.parts()));
        return picture;
    }

    @Override
    public byte[] original(PictureHash hash) {
        byte[] original = vault.read(original(hash.value())).orElseThrow(() -> new PictureMissing(hash, "is not held"));
        if (!PictureHash.of(original).equals(hash)) {
            throw new PictureMissing(hash, "no longer has the bytes it was kept with");
        }
        return original;
    }

    @Override
    public HeldPicture facts(PictureHash hash) {
        return find(hash).orElseThrow(() -> new PictureMissing(hash, "is not held"));
    }

    @Override
    public Slip words(PictureHash hash) {
        Known known = known(hash);
        if (!known.isLookedAt()) {
            lookAgain(hash);
            known = known(hash);
        }
        return known.words() == null ? Slip.BLANK : json.readValue(known.words(), Slip.class);
    }

    @Override
    public Optional<ContentCredentials> credentials(PictureHash hash) {
        Known known = known(hash);
        if (!known.isLookedAt()) {
            lookAgain(hash);
            known = known(hash);
        }
        return Optional.ofNullable(known.credentials())
                .map(credentials -> json.readValue(credentials, ContentCredentials.class));
    }

    /// A picture that was kept before anybody looked at what it says.
    private void lookAgain(PictureHash hash) {
        if (darkroom.look(original(hash)) instanceof Look.Fit fit) {
            keep(fit.original());
        }
    }

    @Override
    public Rendition rendition(PictureHash hash, int width) {
        HeldPicture picture = facts(hash);
        RenditionWish wish = new RenditionWish(
                hash,
                Area.whole(picture.width(), picture.height()),
                Renditions.widthFor(width),
                PrintFormat.JPEG,
                words(hash));
        return new Rendition(rendition(wish), wish.tag());
    }

    @Override
    public byte[] rendition(RenditionWish wish) {
        return kept(wish).orElseGet(() -> drawOnce(wish));
    }

    private byte[] drawOnce(RenditionWish wish) {
        ReentrantLock turn = drawing[Math.floorMod(wish.name().hashCode(), drawing.length)];
        try {
            if (!turn.tryLock(LONGEST_WAIT_SECONDS, TimeUnit.SECONDS)) {
                throw new PicturesBusy("Somebody is drawing the same picture");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new PicturesBusy("Nobody waits for the picture any more");
        }
        try {
            return kept(wish).orElseGet(() -> draw(wish));
        } finally {
            turn.unlock();
        }
    }

    private byte[] draw(RenditionWish wish) {
        PictureHash hash = wish.picture();
        if (!(darkroom.look(original(hash)) instanceof Look.Fit fit)) {
            throw new PictureMissing(hash, "cannot be read");
        }
        try {
            Print print = darkroom.print(fit.original(), wish.area(), wish.width(), wish.format(), wish.slip());
            RenditionWish made = print.format() == wish.format() ? wish : wish.asJpeg();
            vault.write(made.name(), Seal.put(print.bytes()), false);
            return print.bytes();
        } catch (Undrawable e) {
            throw new PictureMissing(hash, "cannot be drawn", e);
        } catch (DarkroomBusy e) {
            throw new PicturesBusy(e.getMessage());
        }
    }

    private Optional<byte[]> kept(RenditionWish wish) {
        return vault.read(wish.name()).flatMap(Seal::open);
    }

    private Optional<HeldPicture> find(PictureHash hash) {
        return database.sql("SELECT mime_type, width, height, bytes FROM picture WHERE hash = ?")
                .param(hash.value())
                .query((row, _) -> new HeldPicture(
                        hash,
                        row.getString("mime_type"),
                        row.getInt("width"),
                        row.getInt("height"),
                        row.getLong("bytes")))
                .optional();
    }

    /// What is known of a picture, as JSON.
    private record Known(
            boolean isLookedAt,
            @Nullable String words,
            @Nullable String credentials) {}

    private Known known(PictureHash hash) {
        return database.sql("""
            SELECT own_words IS NOT NULL AS looked_at, coalesce(desk_words, own_words) AS words, credentials
            FROM picture WHERE hash = ?
            """)
                .param(hash.value())
                .query((row, _) ->
                        new Known(row.getBoolean("looked_at"), row.getString("words"), row.getString("credentials")))
                .optional()
                .orElseThrow(() -> new PictureMissing(hash, "is not held"));
    }

    private static String original(String hash) {
        return "originals/" + hash.substring(0, 2) + "/" + hash.substring(2, 4) + "/" + hash;
    }
}
