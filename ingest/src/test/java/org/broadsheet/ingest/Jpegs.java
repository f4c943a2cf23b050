package org.broadsheet.ingest;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;

/// Draws pictures as photographers' desks send them, with captions and dates written inside (IIM and XMP).
public final class Jpegs {

    private final int width;
    private final int height;
    private final int hue;
    private final List<byte[]> iim = new ArrayList<>();
    private String xmp = "";

    private Jpegs(int width, int height, int hue) {
        this.width = width;
        this.height = height;
        this.hue = hue;
    }

    public static Jpegs drawn(int width, int height, int hue) {
        return new Jpegs(width, height, hue);
    }

    /// Adds a data set of IIM record 2.
    public Jpegs iim(int dataSet, String text) {
        byte[] value = text.getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(new byte[] {0x1C, 2, (byte) dataSet, (byte) (value.length >> 8), (byte) value.length});
        out.writeBytes(value);
        iim.add(out.toByteArray());
        return this;
    }

    /// Adds properties of an XMP description.
    public Jpegs xmp(String properties) {
        xmp += properties;
        return this;
    }

    public byte[] bytes() {
        byte[] plain = plain();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(plain, 0, 2);
        if (!iim.isEmpty()) {
            ByteArrayOutputStream data = new ByteArrayOutputStream();
            data.writeBytes(new byte[] {0x1C, 1, 90, 0, 3, 0x1B, '%', 'G'});
            iim.forEach(data::writeBytes);
            ByteArrayOutputStream app = new ByteArrayOutputStream();
            app.writeBytes("Photoshop 3.0\0".getBytes(StandardCharsets.US_ASCII));
            app.writeBytes("8BIM".getBytes(StandardCharsets.US_ASCII));
            app.writeBytes(new byte[] {4, 4, 0, 0});
            int size = data.size();
            app.writeBytes(new byte[] {(byte) (size >> 24), (byte) (size >> 16), (byte) (size >> 8), (byte) size});
            app.writeBytes(data.toByteArray());
            if (size % 2 == 1) {
                app.write(0);
            }
            segment(out, 0xED, app.toByteArray());
        }
        if (!xmp.isEmpty()) {
            String packet = "http://ns.adobe.com/xap/1.0/\0<?xpacket begin=\"\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>"
                    + "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\">"
                    + "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">"
                    + "<rdf:Description rdf:about=\"\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\""
                    + " xmlns:photoshop=\"http://ns.adobe.com/photoshop/1.0/\""
                    + " xmlns:Iptc4xmpCore=\"http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/\">" + xmp
                    + "</rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end=\"w\"?>";
            segment(out, 0xE1, packet.getBytes(StandardCharsets.UTF_8));
        }
        out.write(plain, 2, plain.length - 2);
        return out.toByteArray();
    }

    private static void segment(ByteArrayOutputStream out, int marker, byte[] content) {
        int length = content.length + 2;
        out.writeBytes(new byte[] {(byte) 0xFF, (byte) marker, (byte) (length >> 8), (byte) length});
        out.writeBytes(content);
    }

    private byte[] plain() {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = image.createGraphics();
        pen.setColor(Color.getHSBColor(hue / 360f, 0.6f, 0.8f));
        pen.fillRect(0, 0, width, height);
        pen.dispose();
        try (ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            ImageIO.write(image, "jpeg", out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
