package org.broadsheet.cms.site;

import java.util.Locale;
import org.broadsheet.cms.masthead.Masthead;
import org.broadsheet.cms.picturefile.ContentCredentials;
import org.broadsheet.core.picture.SourceType;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/// What readers are told of the making of a picture, in the words of the house.
@Component
class PictureNotes {

    private static final String SYNTHETIC = "site.picture.synthetic";

    private final MessageSource messages;

    PictureNotes(MessageSource messages) {
        this.messages = messages;
    }

    /// That a machine made the picture or a part of it; empty where the file does not say so.
    String synthetic(SourceType source, Masthead masthead) {
        if (!source.isSynthetic()) {
            return "";
        }
        Locale language = language(masthead);
        String made = messages.getMessage(SYNTHETIC, null, language);
        String key = SYNTHETIC + "." + source.code().toLowerCase(Locale.ROOT);
        return messages.getMessage(key, null, made, language) instanceof String words ? words : made;
    }

    /// That the original carries Content Credentials, and whom it says it is signed by; empty where it carries none.
    String credentials(@Nullable ContentCredentials credentials, Masthead masthead) {
        if (credentials == null) {
            return "";
        }
        // Marks that turn the direction of writing would let a name rewrite the sentence around it.
        String signer = credentials.signer().replaceAll("\\p{Cf}", "").strip();
        return signer.isEmpty()
                ? messages.getMessage("site.picture.credentials.unnamed", null, language(masthead))
                : messages.getMessage("site.picture.credentials", new Object[] {signer}, language(masthead));
    }

    /// What is printed with a picture on its story's page.
    Figure.Shown shown(PublicPicture picture, Masthead masthead) {
        return new Figure.Shown(
                picture, synthetic(picture.source(), masthead), credentials(picture.credentials(), masthead));
    }

    private static Locale language(Masthead masthead) {
        return Locale.forLanguageTag(masthead.language());
    }
}
