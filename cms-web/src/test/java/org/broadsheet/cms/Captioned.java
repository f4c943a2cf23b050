package org.broadsheet.cms;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/// An invented picture file with words in it, as an agency or a camera would have written them.
public final class Captioned {

    private static final String HEAD = """
        <?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
        <x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
        <rdf:Description rdf:about=""
         xmlns:dc="http://purl.org/dc/elements/1.1/"
         xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/"
         xmlns:xmpRights="http://ns.adobe.com/xap/1.0/rights/"
         xmlns:plus="http://ns.useplus.org/ldf/xmp/1.0/"
         xmlns:Iptc4xmpCore="http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/"
         xmlns:Iptc4xmpExt="http://iptc.org/std/Iptc4xmpExt/2008-02-29/">
        """;

    private static final String TAIL = "</rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end=\"w\"?>";

    private final StringBuilder xmp = new StringBuilder();
    private final ByteArrayOutputStream iim = new ByteArrayOutputStream();
    private final Map<Integer, byte[]> exif = new TreeMap<>();
    private final Map<Integer, byte[]> camera = new LinkedHashMap<>();

    /// An XMP property with plain words.
    public Captioned xmp(String name, String words) {
        return rawXmp("<" + name + ">" + escaped(words) + "</" + name + ">");
    }

    /// An XMP property in several languages, with its default one.
    public Captioned xmpAlt(String name, String words) {
        return rawXmp("<" + name + "><rdf:Alt><rdf:li xml:lang=\"x-default\">" + escaped(words)
                + "</rdf:li></rdf:Alt></" + name + ">");
    }

    /// An XMP list.
    public Captioned xmpBag(String name, String... items) {
        StringBuilder list = new StringBuilder("<" + name + "><rdf:Bag>");
        for (String item : items) {
            list.append("<rdf:li>").append(escaped(item)).append("</rdf:li>");
        }
        return rawXmp(list.append("</rdf:Bag></" + name + ">").toString());
    }

    /// XMP as it stands.
    public Captioned rawXmp(String xml) {
        xmp.append(xml);
        return this;
    }

    /// An IIM dataset of the second record, in UTF-8.
    public Captioned iim(int number, String words) {
        return iim(2, number, words.getBytes(StandardCharsets.UTF_8));
    }

    /// The same in other letters.
    public Captioned iim(int number, String words, Charset letters) {
        return iim(2, number, words.getBytes(letters));
    }

    /// Any IIM dataset.
    public Captioned iim(int record, int number, byte[] value) {
        iim.writeBytes(
                new byte[] {0x1c, (byte) record, (byte) number, (byte) (value.length >> 8), (byte) value.length});
        iim.writeBytes(value);
        return this;
    }

    /// A word of Exif's first directory.
    public Captioned exif(int tag, String words) {
        exif.put(tag, (words + "\0").getBytes(StandardCharsets.UTF_8));
        return this;
    }

    /// DateTimeOriginal, in the directory of the camera.
    public Captioned shot(String when) {
        camera.put(0x9003, (when + "\0").getBytes(StandardCharsets.UTF_8));
        return this;
    }

    /// The XMP packet alone.
    public byte[] packet() {
        return (HEAD + xmp + TAIL).getBytes(StandardCharsets.UTF_8);
    }

    /// The IIM records alone.
    public byte[] records() {
        return iim.toByteArray();
    }

    /// The Exif block alone, the highest byte first.
    public byte[] exifBlock() {
        int entries = exif.size() + 1;
        int values = 8 + 2 + 12 * entries + 4;
        ByteArrayOutputStream behind = new ByteArrayOutputStream();
        ByteBuffer head = ByteBuffer.allocate(values);
        head.put(new byte[] {'M', 'M', 0, 42}).putInt(8).putShort((short) entries);
        exif.forEach((tag, value) -> {
            head.putShort(tag.shortValue()).putShort((short) 2).putInt(value.length);
            head.putInt(values + behind.size());
            behind.writeBytes(value);
        });
        head.putShort((short) 0x8769).putShort((short) 4).putInt(1).putInt(values + behind.size());
        ByteBuffer directory = ByteBuffer.allocate(2 + 12 * camera.size() + 4);
        int from = values + behind.size() + directory.capacity();
        directory.putShort((short) camera.size());
        ByteArrayOutputStream shot = new ByteArrayOutputStream();
        camera.forEach((tag, value) -> {
            directory.putShort(tag.shortValue()).putShort((short) 2).putInt(value.length);
            directory.putInt(from + shot.size());
            shot.writeBytes(value);
        });
        ByteArrayOutputStream block = new ByteArrayOutputStream();
        block.writeBytes(head.array());
        block.writeBytes(behind.toByteArray());
        block.writeBytes(directory.array());
        block.writeBytes(shot.toByteArray());
        return block.toByteArray();
    }

    /// These words in a JPEG.
    public byte[] jpeg(int seed) {
        ByteArrayOutputStream segments = new ByteArrayOutputStream();
        if (!exif.isEmpty() || !camera.isEmpty()) {
            segments.writeBytes(Negatives.segment(0xe1, latin("Exif\0\0"), exifBlock()));
        }
        if (!xmp.isEmpty()) {
            segments.writeBytes(Negatives.segment(0xe1, latin("http://ns.adobe.com/xap/1.0/\0"), packet()));
        }
        if (iim.size() > 0) {
            byte[] records = iim.toByteArray();
            segments.writeBytes(Negatives.segment(
                    0xed,
                    latin("Photoshop 3.0\0"),
                    latin("8BIM"),
                    new byte[] {4, 4, 0, 0, 0, 0, (byte) (records.length >> 8), (byte) records.length},
                    records,
                    new byte[records.length & 1]));
        }
        return Negatives.behindHead(Negatives.file(Negatives.scene(320, 200, seed), "jpeg"), segments.toByteArray());
    }

    private static byte[] latin(String words) {
        return words.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static String escaped(String words) {
        return words.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
