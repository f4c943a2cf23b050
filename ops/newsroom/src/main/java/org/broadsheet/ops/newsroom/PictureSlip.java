package org.broadsheet.ops.newsroom;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/// The slip pasted into a JPEG: IPTC-IIM (segment APP13) and XMP (segment APP1) with caption, credit, dates and alt
/// text.
final class PictureSlip {

    private static final DateTimeFormatter IIM_DATE = DateTimeFormatter.ofPattern("uuuuMMdd", Locale.ROOT);
    private static final DateTimeFormatter IIM_TIME = DateTimeFormatter.ofPattern("HHmmssxx", Locale.ROOT);
    private static final DateTimeFormatter XMP_DATE =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ssxxx", Locale.ROOT);
    private static final int LONGEST_SEGMENT = 65_533;

    private PictureSlip() {}

    /// The JPEG with the slip in it; the picture itself is untouched.
    static byte[] paste(byte[] jpeg, WirePhoto photo, ZoneId zone) {
        int at = afterJfif(jpeg);
        ByteArrayOutputStream out = new ByteArrayOutputStream(jpeg.length + 8_192);
        out.write(jpeg, 0, at);
        segment(out, 0xE1, xmp(photo, zone));
        segment(out, 0xED, iim(photo, zone));
        out.write(jpeg, at, jpeg.length - at);
        return out.toByteArray();
    }

    /// Metadata stands behind the JFIF segment, which has to be the first.
    private static int afterJfif(byte[] jpeg) {
        ByteBuffer start = ByteBuffer.wrap(jpeg);
        if (start.getShort() != (short) 0xFFD8) {
            throw new IllegalArgumentException("Not a JPEG");
        }
        return start.getShort() == (short) 0xFFE0 ? 4 + (start.getShort() & 0xFFFF) : 2;
    }

    private static void segment(ByteArrayOutputStream out, int marker, byte[] content) {
        if (content.length > LONGEST_SEGMENT) {
            throw new IllegalArgumentException(
                    "A segment of a JPEG holds " + LONGEST_SEGMENT + " bytes, not " + content.length);
        }
        out.writeBytes(ByteBuffer.allocate(4)
                .put((byte) 0xFF)
                .put((byte) marker)
                .putShort((short) (content.length + 2))
                .array());
        out.writeBytes(content);
    }

    private static byte[] iim(WirePhoto photo, ZoneId zone) {
        ZonedDateTime taken = photo.takenAt().atZone(zone);
        ByteArrayOutputStream datasets = new ByteArrayOutputStream();
        dataset(datasets, 1, 90, new byte[] {0x1B, '%', 'G'});
        dataset(datasets, 2, 0, new byte[] {0, 4});
        dataset(datasets, 5, photo.fileName().replace(".jpg", ""));
        for (String keyword : photo.keywords()) {
            dataset(datasets, 25, keyword);
        }
        if (!photo.instructions().isEmpty()) {
            dataset(datasets, 40, photo.instructions());
        }
        dataset(datasets, 55, IIM_DATE.format(taken));
        dataset(datasets, 60, IIM_TIME.format(taken));
        dataset(datasets, 80, photo.photographer());
        dataset(datasets, 90, photo.city());
        dataset(datasets, 101, photo.country());
        dataset(datasets, 105, photo.headline());
        dataset(datasets, 110, photo.creditLine());
        dataset(datasets, 115, photo.source());
        dataset(datasets, 116, rights(photo, taken));
        dataset(datasets, 120, photo.caption());
        byte[] data = datasets.toByteArray();

        ByteArrayOutputStream resource = new ByteArrayOutputStream();
        resource.writeBytes("Photoshop 3.0\0008BIM".getBytes(StandardCharsets.ISO_8859_1));
        resource.writeBytes(new byte[] {0x04, 0x04, 0, 0});
        resource.writeBytes(ByteBuffer.allocate(4).putInt(data.length).array());
        resource.writeBytes(data);
        if (data.length % 2 != 0) {
            resource.write(0);
        }
        return resource.toByteArray();
    }

    private static void dataset(ByteArrayOutputStream out, int number, String text) {
        dataset(out, 2, number, text.getBytes(StandardCharsets.UTF_8));
    }

    private static void dataset(ByteArrayOutputStream out, int envelope, int number, byte[] value) {
        if (value.length > Short.MAX_VALUE) {
            throw new IllegalArgumentException("IIM " + envelope + ":" + number + " is too long: " + value.length);
        }
        out.writeBytes(ByteBuffer.allocate(5)
                .put((byte) 0x1C)
                .put((byte) envelope)
                .put((byte) number)
                .putShort((short) value.length)
                .array());
        out.writeBytes(value);
    }

    private static byte[] xmp(WirePhoto photo, ZoneId zone) {
        ZonedDateTime taken = photo.takenAt().atZone(zone);
        String packet = """
                <?xpacket begin="\uFEFF" id="W5M0MpCehiHzreSzNTczkc9d"?>
                <x:xmpmeta xmlns:x="adobe:ns:meta/">
                <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
                <rdf:Description rdf:about=""
                 xmlns:dc="http://purl.org/dc/elements/1.1/"
                 xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/"
                 xmlns:Iptc4xmpCore="http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/">
                <dc:description>%s</dc:description>
                <dc:creator><rdf:Seq><rdf:li>%s</rdf:li></rdf:Seq></dc:creator>
                <dc:rights>%s</dc:rights>
                <dc:subject>%s</dc:subject>
                <photoshop:Headline>%s</photoshop:Headline>
                <photoshop:Credit>%s</photoshop:Credit>
                <photoshop:Source>%s</photoshop:Source>
                <photoshop:DateCreated>%s</photoshop:DateCreated>
                <photoshop:City>%s</photoshop:City>
                <photoshop:Country>%s</photoshop:Country>
                <photoshop:Instructions>%s</photoshop:Instructions>
                <Iptc4xmpCore:AltTextAccessibility>%s</Iptc4xmpCore:AltTextAccessibility>
                </rdf:Description>
                </rdf:RDF>
                </x:xmpmeta>
                <?xpacket end="w"?>""".formatted(
                        alternatives(photo.caption()),
                        escape(photo.photographer()),
                        alternatives(rights(photo, taken)),
                        bag(photo.keywords()),
                        escape(photo.headline()),
                        escape(photo.creditLine()),
                        escape(photo.source()),
                        XMP_DATE.format(taken),
                        escape(photo.city()),
                        escape(photo.country()),
                        escape(photo.instructions()),
                        alternatives(photo.alt()));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes("http://ns.adobe.com/xap/1.0/\0".getBytes(StandardCharsets.ISO_8859_1));
        out.writeBytes(packet.getBytes(StandardCharsets.UTF_8));
        return out.toByteArray();
    }

    private static String rights(WirePhoto photo, ZonedDateTime taken) {
        return "Copyright " + taken.getYear() + " " + photo.source() + ". No resale. No archive after 30 days.";
    }

    private static String alternatives(String text) {
        return "<rdf:Alt><rdf:li xml:lang=\"x-default\">" + escape(text) + "</rdf:li></rdf:Alt>";
    }

    private static String bag(List<String> words) {
        StringBuilder bag = new StringBuilder("<rdf:Bag>");
        words.forEach(word -> bag.append("<rdf:li>").append(escape(word)).append("</rdf:li>"));
        return bag.append("</rdf:Bag>").toString();
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
