package org.broadsheet.cms.picturefile;

import com.adobe.internal.xmp.XMPConst;
import com.adobe.internal.xmp.XMPException;
import com.adobe.internal.xmp.XMPMeta;
import com.adobe.internal.xmp.XMPMetaFactory;
import com.adobe.internal.xmp.properties.XMPProperty;
import com.drew.lang.SequentialByteArrayReader;
import com.drew.metadata.Metadata;
import com.drew.metadata.iptc.IptcDirectory;
import com.drew.metadata.iptc.IptcReader;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/// Reads the slip that a file carries: XMP first, what it leaves out from IIM.
public final class SlipReader {

    private static final String PHOTOSHOP = "http://ns.adobe.com/photoshop/1.0/";
    private static final String RIGHTS = "http://ns.adobe.com/xap/1.0/rights/";
    private static final String IPTC_EXTENSION = "http://iptc.org/std/Iptc4xmpExt/2008-02-29/";

    private SlipReader() {}

    /// The words a file says of itself. What is damaged says nothing.
    public static Slip of(PictureParts parts) {
        return fromXmp(parts.xmp()).or(fromIim(parts.iim()));
    }

    private static Slip fromXmp(byte @Nullable [] packet) {
        if (packet == null || declaresAnything(packet)) {
            return Slip.BLANK;
        }
        try {
            XMPMeta xmp = XMPMetaFactory.parseFromBuffer(packet);
            return new Slip(
                    inLanguage(xmp, XMPConst.NS_DC, "description"),
                    plain(xmp, PHOTOSHOP, "Credit"),
                    inLanguage(xmp, XMPConst.NS_DC, "rights"),
                    plain(xmp, RIGHTS, "WebStatement"),
                    plain(xmp, IPTC_EXTENSION, "DigitalSourceType"));
        } catch (XMPException | RuntimeException e) {
            // A packet of a stranger: whatever is wrong with it, it says nothing.
            return Slip.BLANK;
        }
    }

    /// XMP has no document type; one that brings its own means harm.
    private static boolean declaresAnything(byte[] packet) {
        // In UTF-16 and UTF-32 the letters stand apart by zeros.
        String text = new String(packet, StandardCharsets.ISO_8859_1).replace("\0", "");
        return text.contains("<!DOCTYPE") || text.contains("<!ENTITY");
    }

    private static String plain(XMPMeta xmp, String namespace, String name) throws XMPException {
        XMPProperty property = xmp.getProperty(namespace, name);
        return property == null || property.getValue() == null ? "" : property.getValue();
    }

    private static String inLanguage(XMPMeta xmp, String namespace, String name) throws XMPException {
        XMPProperty words = xmp.getLocalizedText(namespace, name, null, XMPConst.X_DEFAULT);
        return words == null || words.getValue() == null ? plain(xmp, namespace, name) : words.getValue();
    }

    private static Slip fromIim(byte @Nullable [] records) {
        if (records == null) {
            return Slip.BLANK;
        }
        try {
            Metadata metadata = new Metadata();
            new IptcReader().extract(new SequentialByteArrayReader(records), metadata, records.length, null);
            IptcDirectory iptc = metadata.getFirstDirectoryOfType(IptcDirectory.class);
            return iptc == null
                    ? Slip.BLANK
                    : new Slip(
                            words(iptc, IptcDirectory.TAG_CAPTION),
                            words(iptc, IptcDirectory.TAG_CREDIT),
                            words(iptc, IptcDirectory.TAG_COPYRIGHT_NOTICE),
                            "",
                            "");
        } catch (RuntimeException e) {
            return Slip.BLANK;
        }
    }

    private static String words(IptcDirectory iptc, int tag) {
        String words = iptc.getString(tag);
        return words == null ? "" : words;
    }
}
