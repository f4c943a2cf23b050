package org.broadsheet.ingest.mail;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import org.broadsheet.ingest.format.Copy;
import org.broadsheet.ingest.format.Format;
import org.broadsheet.ingest.format.Reading;
import org.broadsheet.ingest.format.Unreadable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/// An e-mail as it came over the wire (RFC 5322): its text is a story, its pictures are picture items, the agencies'
/// files in it are payloads of their own.
@Component
@Order(80)
class Mail implements Format {

    private static final int LOOKED_AT = 16 * 1024;
    private static final Set<String> TELLING = Set.of(
            "from",
            "to",
            "date",
            "subject",
            "message-id",
            "received",
            "return-path",
            "mime-version",
            "delivered-to",
            "content-type");

    @Override
    public String name() {
        return "e-mail";
    }

    /// A head of which at least three lines are of those every mail has.
    @Override
    public boolean recognises(Copy copy) {
        byte[] bytes = copy.bytes();
        if (bytes.length < 20 || !isLetter(bytes[0])) {
            return false;
        }
        String head = new String(bytes, 0, Math.min(bytes.length, LOOKED_AT), StandardCharsets.ISO_8859_1);
        int told = 0;
        int number = 0;
        for (String line : (Iterable<String>) head.lines()::iterator) {
            number++;
            if (line.isEmpty() || told >= 3) {
                break;
            }
            boolean folded = line.startsWith(" ") || line.startsWith("\t");
            boolean envelope = number == 1 && line.startsWith("From ");
            int colon = line.indexOf(':');
            if (!folded && !envelope && (colon < 1 || line.substring(0, colon).contains(" "))) {
                return false;
            }
            if (colon > 0
                    && !folded
                    && TELLING.contains(line.substring(0, colon).toLowerCase(Locale.ROOT))) {
                told++;
            }
        }
        return told >= 3;
    }

    @Override
    public Reading read(Copy copy) throws Unreadable {
        return new MailStory(copy, MailReader.read(copy.bytes())).read();
    }

    private static boolean isLetter(byte b) {
        return (b >= 'A' && b <= 'Z') || (b >= 'a' && b <= 'z');
    }
}
