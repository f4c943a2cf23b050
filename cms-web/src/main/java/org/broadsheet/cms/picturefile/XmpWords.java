package org.broadsheet.cms.picturefile;

import com.adobe.internal.xmp.XMPConst;
import com.adobe.internal.xmp.XMPException;
import com.adobe.internal.xmp.XMPMeta;
import com.adobe.internal.xmp.XMPMetaFactory;
import com.adobe.internal.xmp.XMPPathFactory;
import com.adobe.internal.xmp.properties.XMPProperty;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// An XMP packet (ISO 16684-1) of a stranger: read within bounds, and what is asked of it answered or empty.
final class XmpWords {

    static final String PHOTOSHOP = XMPConst.NS_PHOTOSHOP;
    static final String DC = XMPConst.NS_DC;
    static final String RIGHTS = XMPConst.NS_XMP_RIGHTS;
    static final String IPTC = XMPConst.NS_IPTCCORE;
    static final String IPTC_EXTENSION = XMPConst.NS_IPTCEXT;
    static final String PLUS = XMPConst.NS_PLUS;

    private static final int MOST_ITEMS = 500;

    private final XMPMeta xmp;

    private XmpWords(XMPMeta xmp) {
        this.xmp = xmp;
    }

    /// Empty where the packet cannot be read, brings a document type of its own, or is more than anybody needs.
    static Optional<XmpWords> of(byte @Nullable [] packet) {
        if (packet == null || declaresAnything(packet)) {
            return Optional.empty();
        }
        byte[] copy = XmpCopy.of(packet);
        if (copy == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(new XmpWords(XMPMetaFactory.parseFromBuffer(copy)));
        } catch (XMPException | RuntimeException e) {
            // A packet of a stranger: whatever is wrong with it, it says nothing.
            return Optional.empty();
        }
    }

    /// XMP has no document type; one that brings its own means harm.
    private static boolean declaresAnything(byte[] packet) {
        // In UTF-16 and UTF-32 the letters stand apart by zeros.
        String text = new String(packet, StandardCharsets.ISO_8859_1).replace("\0", "");
        return text.contains("<!DOCTYPE") || text.contains("<!ENTITY");
    }

    /// A plain property, or one in several languages in its default one; empty where there is none.
    String words(String namespace, String name) {
        return asked(() -> {
            XMPProperty localized = null;
            try {
                localized = xmp.getLocalizedText(namespace, name, null, XMPConst.X_DEFAULT);
            } catch (XMPException e) {
                // It is not in several languages.
            }
            if (localized != null && localized.getValue() != null) {
                return localized.getValue();
            }
            List<String> items = items(namespace, name);
            return items.isEmpty() ? value(xmp.getProperty(namespace, name)) : items.getFirst();
        });
    }

    /// Every item of a list; a plain property is a list of one.
    List<String> all(String namespace, String name) {
        List<String> items = items(namespace, name);
        if (!items.isEmpty()) {
            return items;
        }
        String one = asked(() -> value(xmp.getProperty(namespace, name)));
        return one.isEmpty() ? List.of() : List.of(one);
    }

    private List<String> items(String namespace, String name) {
        List<String> items = new ArrayList<>();
        int count = count(namespace, name);
        for (int i = 1; i <= count; i++) {
            int number = i;
            items.add(asked(() -> value(xmp.getArrayItem(namespace, name, number))));
        }
        items.removeIf(String::isBlank);
        return items;
    }

    /// A field of the items of a list of things, such as the names in `PersonInImageWDetails`; a single thing that
    /// stands in no list counts as well.
    List<String> fields(String namespace, String name, String field) {
        List<String> found = new ArrayList<>();
        int count = count(namespace, name);
        for (int i = 1; i <= count; i++) {
            int number = i;
            found.add(asked(() -> inside(namespace, XMPPathFactory.composeArrayItemPath(name, number), field)));
        }
        if (count == 0) {
            found.add(asked(() -> inside(namespace, name, field)));
        }
        found.removeIf(String::isBlank);
        return found;
    }

    private String inside(String namespace, String thing, String field) throws XMPException {
        String path = thing + XMPPathFactory.composeStructFieldPath(namespace, field);
        XMPProperty property = xmp.getProperty(namespace, path);
        if (property != null && property.getOptions().isArray()) {
            property = xmp.getArrayItem(namespace, path, 1);
        }
        return value(property);
    }

    private int count(String namespace, String name) {
        try {
            return Math.min(xmp.countArrayItems(namespace, name), MOST_ITEMS);
        } catch (XMPException | RuntimeException e) {
            return 0;
        }
    }

    private interface Question {
        String answer() throws XMPException;
    }

    private static String asked(Question question) {
        try {
            return question.answer();
        } catch (XMPException | RuntimeException e) {
            return "";
        }
    }

    private static String value(@Nullable XMPProperty property) {
        return property == null || property.getValue() == null ? "" : property.getValue();
    }
}
