package io.pilotage.dossier;

import com.openhtmltopdf.extend.FSObjectDrawer;
import com.openhtmltopdf.extend.FSObjectDrawerFactory;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.pdfboxout.PDFontSupplier;
import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder.PdfAConformance;
import com.openhtmltopdf.util.XRLog;
import io.pilotage.verify.Sha256;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Calendar;
import java.util.GregorianCalendar;
import java.util.Map;
import java.util.Objects;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDMetadata;
import org.apache.pdfbox.pdmodel.common.PDNumberTreeNode;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDParentTreeValue;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotation;
import org.springframework.stereotype.Component;
import org.w3c.dom.Element;

/**
 * Prints XHTML as a PDF for archives that screen readers can read: PDF/A-2a (ISO 19005-2) and PDF/UA-1 (ISO 14289-1).
 * The same text of the same moment is always the same bytes, and nothing outside of the text is fetched.
 */
@Component
class Press {

    private static final String NOT_XML = "[^\\t\\n\\r\\x20-\\uD7FF\\uE000-\\uFFFD\\x{10000}-\\x{10FFFF}]";

    private final byte[] text = font("SourceSans3_400Regular");
    private final byte[] strong = font("SourceSans3_600SemiBold");
    private final byte[] slanted = font("SourceSans3_400Regular_Italic");
    private final byte[] digits = font("SourceCodePro_400Regular");

    static {
        XRLog.setLoggingEnabled(false);
    }

    /** Draws words into drawings with the letters of the text. */
    Lettering lettering() {
        return new Lettering(text);
    }

    /**
     * Prints a document.
     *
     * @param xhtml with a title and a description, {@code lang} on its root, and an {@code alt} text for each object
     * @param at when it was written, as the document says
     * @param drawings by the id of the {@code object} elements that show them
     */
    byte[] print(String xhtml, Instant at, Map<String, ModelDrawing> drawings) {
        String clean = xhtml.replaceAll(NOT_XML, "\uFFFD");
        try (PDDocument document = new PDDocument();
                PdfBoxRenderer renderer = builder(document, clean, drawings).buildPdfRenderer()) {
            renderer.createPDFWithoutClosing();
            date(document, at);
            describeLinks(document);
            document.setDocumentId(ByteBuffer.wrap(Sha256.of(clean.getBytes(StandardCharsets.UTF_8)))
                    .getLong());
            ByteArrayOutputStream pdf = new ByteArrayOutputStream();
            document.save(pdf);
            return pdf.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException("A document cannot be printed", e);
        }
    }

    private PdfRendererBuilder builder(PDDocument document, String xhtml, Map<String, ModelDrawing> drawings)
            throws IOException {
        PdfRendererBuilder builder = new PdfRendererBuilder();
        builder.usePDDocument(document);
        builder.usePdfAConformance(PdfAConformance.PDFA_2_A);
        builder.usePdfUaAccessibility(true);
        builder.useColorProfile(ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData());
        builder.withProducer("Pilotage");
        builder.useFont(embedded(document, text), "text", 400, FontStyle.NORMAL, true);
        builder.useFont(embedded(document, strong), "text", 700, FontStyle.NORMAL, true);
        builder.useFont(embedded(document, slanted), "text", 400, FontStyle.ITALIC, true);
        builder.useFont(embedded(document, digits), "digits", 400, FontStyle.NORMAL, true);
        builder.useObjectDrawerFactory(new Drawings(drawings));
        builder.useUriResolver((base, uri) -> uri.startsWith("#") ? uri : null);
        for (ExternalResourceControlPriority step : ExternalResourceControlPriority.values()) {
            builder.useExternalResourceAccessControl((uri, kind) -> false, step);
        }
        builder.withHtmlContent(xhtml, null);
        return builder;
    }

    /** The library writes the time of printing, in the document and in its description. */
    private static void date(PDDocument document, Instant at) throws IOException {
        Calendar written = GregorianCalendar.from(at.atZone(ZoneOffset.UTC));
        document.getDocumentInformation().setCreationDate(written);
        PDMetadata description = document.getDocumentCatalog().getMetadata();
        String dated = new String(description.toByteArray(), StandardCharsets.UTF_8)
                .replaceAll("(<xmp:CreateDate>)[^<]*(</xmp:CreateDate>)", "$1" + at + "$2");
        description.importXMPMetadata(dated.getBytes(StandardCharsets.UTF_8));
    }

    /** PDF/UA-1, 7.18.5: a link says where it leads; the library says so only in the tree of tags. */
    private static void describeLinks(PDDocument document) throws IOException {
        PDNumberTreeNode tags =
                document.getDocumentCatalog().getStructureTreeRoot().getParentTree();
        for (PDPage page : document.getPages()) {
            for (PDAnnotation link : page.getAnnotations()) {
                if (tags.getValue(link.getStructParent()) instanceof PDParentTreeValue tag
                        && tag.getCOSObject() instanceof COSDictionary element) {
                    link.setContents(element.getString(COSName.ALT));
                }
            }
        }
    }

    private static byte[] font(String name) {
        try (InputStream file =
                Objects.requireNonNull(Press.class.getResourceAsStream("/fonts/" + name + ".ttf"), name)) {
            return file.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException("The font " + name + " cannot be read", e);
        }
    }

    /** Without ligatures: some stand for no letters of Unicode, so that nobody could read or search the word. */
    private static PDFontSupplier embedded(PDDocument document, byte[] trueType) throws IOException {
        TrueTypeFont font = new TTFParser().parse(new RandomAccessReadBuffer(trueType));
        font.setEnableGsub(false);
        return new PDFontSupplier(PDType0Font.load(document, font, true));
    }

    /** Puts drawings of models where the text has an object. */
    private record Drawings(Map<String, ModelDrawing> drawings) implements FSObjectDrawerFactory {

        @Override
        public FSObjectDrawer createDrawer(Element object) {
            ModelDrawing drawing = Objects.requireNonNull(drawings.get(object.getAttribute("id")));
            return (element, x, y, width, height, device, context, dotsPerPixel) -> {
                device.drawWithGraphics(
                        (float) x,
                        (float) y,
                        (float) width / dotsPerPixel,
                        (float) height / dotsPerPixel,
                        canvas -> drawing.draw(canvas, width / dotsPerPixel, height / dotsPerPixel));
                return null;
            };
        }

        @Override
        public boolean isReplacedObject(Element object) {
            return drawings.containsKey(object.getAttribute("id"));
        }
    }
}
