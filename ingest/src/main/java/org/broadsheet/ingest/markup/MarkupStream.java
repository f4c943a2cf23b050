package org.broadsheet.ingest.markup;

import com.ctc.wstx.stax.WstxInputFactory;
import java.io.ByteArrayInputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.broadsheet.ingest.format.Unreadable;
import org.codehaus.stax2.DTDInfo;
import org.jspecify.annotations.Nullable;

/// Reads XML that nobody vouches for element by element, for documents that hold very many of them: only one stands in
/// memory. The same care as of [MarkupReader]: no document type, no external entity, bounded depth and size.
///
/// Elements of the namespaces asked for keep a prefix in their names (`media:title`), whatever prefix the document has
/// for them, or that very prefix undeclared; all others go by their local names.
public final class MarkupStream {

    private final WstxInputFactory factory = MarkupReader.factory(Long.MAX_VALUE);
    private final int largest;
    private final Map<String, String> prefixes;

    /// @param largest how many bytes a document may have
    /// @param prefixes which prefix the names of a namespace keep
    public MarkupStream(int largest, Map<String, String> prefixes) {
        this.largest = largest;
        this.prefixes = Map.copyOf(prefixes);
    }

    /// Reads a document until its end or until the receiver has enough.
    ///
    /// @param remark told what was odd but could be read
    /// @throws Unreadable if it is not well-formed, too large or too deep; what the receiver has until then counts
    public void read(byte[] bytes, Consumer<String> remark, Receiver receiver) throws Unreadable {
        if (bytes.length > largest) {
            throw new Unreadable("The XML has %,d bytes; at most %,d are read".formatted(bytes.length, largest));
        }
        int start = beforeTheText(bytes);
        try {
            XMLStreamReader in = factory.createXMLStreamReader(
                    new ByteArrayInputStream(bytes, start, bytes.length - start), charset(bytes, remark));
            try {
                read(in, receiver);
            } finally {
                in.close();
            }
        } catch (XMLStreamException e) {
            throw new Unreadable(MarkupReader.sentence(e), e);
        }
    }

    private void read(XMLStreamReader in, Receiver receiver) throws XMLStreamException, Unreadable {
        Deque<Open> open = new ArrayDeque<>();
        Deque<Map<String, String>> declared = new ArrayDeque<>();
        Map<String, Markup.Text> blanks = new HashMap<>();
        while (in.hasNext()) {
            switch (in.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    if (declared.size() >= MarkupReader.DEEPEST) {
                        throw new Unreadable(
                                "Elements stand more than " + MarkupReader.DEEPEST + " deep in each other");
                    }
                    declared.push(declared(in, declared.peek()));
                    String name = name(in.getLocalName(), declared.element());
                    Map<String, String> attributes = MarkupReader.attributes(in);
                    if (!open.isEmpty() || !receiver.opens(name, attributes)) {
                        open.push(new Open(name, attributes, new ArrayList<>()));
                    }
                }
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> {
                    Open parent = open.peek();
                    if (parent != null) {
                        parent.content().add(MarkupReader.text(in.getText(), blanks));
                    }
                }
                case XMLStreamConstants.END_ELEMENT -> {
                    declared.pop();
                    if (!open.isEmpty()) {
                        Markup.Element element = open.pop().close();
                        Open parent = open.peek();
                        if (parent != null) {
                            parent.content().add(element);
                        } else if (!receiver.takes(element)) {
                            return;
                        }
                    }
                }
                case XMLStreamConstants.DTD -> refuseDeclarations((DTDInfo) in);
                case XMLStreamConstants.ENTITY_REFERENCE ->
                    throw new Unreadable("The XML uses an entity it does not declare: &" + in.getLocalName() + ";");
                default -> {
                    // comments and processing instructions are not text
                }
            }
        }
    }

    private static void refuseDeclarations(DTDInfo type) throws Unreadable {
        String declarations = type.getDTDInternalSubset();
        if (declarations != null && !declarations.isBlank()) {
            throw new Unreadable(
                    "The XML declares entities or elements of its own (DOCTYPE […]), " + "which no wire copy needs");
        }
    }

    /// The prefixes that count from an element on.
    private Map<String, String> declared(XMLStreamReader in, @Nullable Map<String, String> outer) {
        Map<String, String> inner = outer == null ? Map.of() : outer;
        boolean own = false;
        for (int i = 0; i < in.getAttributeCount(); i++) {
            String name = in.getAttributeLocalName(i);
            if (name.equals("xmlns") || name.startsWith("xmlns:")) {
                inner = own ? inner : new HashMap<>(inner);
                own = true;
                String prefix = name.length() > 6 ? name.substring(6) : "";
                inner.put(prefix, prefixes.getOrDefault(in.getAttributeValue(i).strip(), ""));
            }
        }
        return inner;
    }

    private String name(String written, Map<String, String> declared) {
        return named(written, declared.get(prefix(written)));
    }

    private String named(String written, @Nullable String kept) {
        String prefix = prefix(written);
        String local = MarkupReader.localName(written);
        if (kept == null) {
            return prefixes.containsValue(prefix) ? prefix + ":" + local : local;
        }
        return kept.isEmpty() ? local : kept + ":" + local;
    }

    private static String prefix(String written) {
        int colon = written.indexOf(':');
        return colon < 0 ? "" : written.substring(0, colon);
    }

    /// One element out of a document that is not well-formed, read as forgivingly as browsers read HTML; `null` where
    /// there is none of the name. Prefixes count as they are written.
    ///
    /// @throws Unreadable if elements stand too deep in each other
    public Markup.@Nullable Element forgiven(String xml, String name) throws Unreadable {
        return HtmlReader.forgiven(xml, name, written -> named(written, null));
    }

    /// The characters of a document whose mark-up cannot be relied on; UTF-8 where it names a charset there is not.
    public static String decoded(byte[] bytes) {
        int start = beforeTheText(bytes);
        String charset = charset(bytes, remark -> {});
        if (charset == null) {
            boolean wide = bytes.length > 1 && (bytes[0] == (byte) 0xFE || bytes[0] == (byte) 0xFF);
            charset = wide ? "UTF-16" : MarkupReader.declaredCharset(bytes);
        }
        return new String(
                bytes,
                start,
                bytes.length - start,
                charset == null ? StandardCharsets.UTF_8 : Charset.forName(charset, StandardCharsets.UTF_8));
    }

    private static @Nullable String charset(byte[] bytes, Consumer<String> remark) {
        String better = MarkupReader.betterCharset(bytes, remark);
        if (better != null || MarkupReader.declaredCharset(bytes) != null || isWide(bytes) || isUtf8(bytes)) {
            return better;
        }
        remark.accept("It is not written in UTF-8, as XML that names no charset is; it was read as Windows-1252");
        return "windows-1252";
    }

    private static boolean isWide(byte[] bytes) {
        return bytes.length > 1
                && (bytes[0] == (byte) 0xFE || bytes[0] == (byte) 0xFF || bytes[0] == 0 || bytes[1] == 0);
    }

    /// White space before the declaration, which XML does not allow and feeds have.
    private static int beforeTheText(byte[] bytes) {
        int at = 0;
        while (at < bytes.length && at < 1024 && Whitespace.collapses((char) (bytes[at] & 0xFF))) {
            at++;
        }
        return at;
    }

    /// Whether bytes are UTF-8, seen without making characters of them.
    private static boolean isUtf8(byte[] bytes) {
        int follow = 0;
        for (byte b : bytes) {
            boolean continues = (b & 0xC0) == 0x80;
            if (follow > 0 != continues) {
                return false;
            }
            if (continues) {
                follow--;
            } else if (b < 0) {
                follow = (b & 0xE0) == 0xC0 ? 1 : (b & 0xF0) == 0xE0 ? 2 : (b & 0xF8) == 0xF0 ? 3 : -1;
                if (follow < 0) {
                    return false;
                }
            }
        }
        return true;
    }

    /// Takes the elements of a document as they come.
    public interface Receiver {

        /// Whether an element is only the house of others, which then come one by one; else it comes whole.
        boolean opens(String name, Map<String, String> attributes);

        /// Takes an element.
        ///
        /// @return whether more are wanted
        boolean takes(Markup.Element element);
    }

    private record Open(String name, Map<String, String> attributes, List<Markup> content) {
        Markup.Element close() {
            return new Markup.Element(name, attributes, content);
        }
    }
}
