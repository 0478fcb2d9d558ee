package io.pilotage.dossier;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineItem;
import org.apache.pdfbox.text.PDFTextStripper;
import org.verapdf.core.VeraPDFException;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;

/** A PDF as somebody else reads it: its text, its bookmarks, and what veraPDF says of it. */
final class ArchivePdf {

    static {
        VeraGreenfieldFoundryProvider.initialise();
    }

    private final byte[] bytes;

    ArchivePdf(byte[] bytes) {
        this.bytes = bytes;
    }

    /** What PDF/A-2a and PDF/UA-1 ask for and the document lacks. */
    List<String> faults() {
        return Stream.of(PDFAFlavour.PDFA_2_A, PDFAFlavour.PDFUA_1)
                .flatMap(flavour -> faults(flavour).stream())
                .toList();
    }

    private List<String> faults(PDFAFlavour flavour) {
        try (PDFAParser parser = Foundries.defaultInstance().createParser(new ByteArrayInputStream(bytes), flavour);
                PDFAValidator validator = Foundries.defaultInstance().createValidator(flavour, false)) {
            return validator.validate(parser).getTestAssertions().stream()
                    .filter(check -> check.getStatus() == TestAssertion.Status.FAILED)
                    .map(check -> flavour.getId() + " " + check.getRuleId().getClause() + ": " + check.getMessage())
                    .distinct()
                    .toList();
        } catch (VeraPDFException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The words in reading order, with single blanks between them. */
    String text() {
        try (PDDocument document = Loader.loadPDF(bytes)) {
            return new PDFTextStripper().getText(document).replaceAll("\\s+", " ");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<String> bookmarks() {
        try (PDDocument document = Loader.loadPDF(bytes)) {
            List<String> titles = new ArrayList<>();
            for (PDOutlineItem item :
                    document.getDocumentCatalog().getDocumentOutline().children()) {
                titles.add(item.getTitle());
            }
            return titles;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    int pages() {
        try (PDDocument document = Loader.loadPDF(bytes)) {
            return document.getNumberOfPages();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The pages on which the bookmarks lie, from one, in their order. */
    List<Integer> pagesOfBookmarks() {
        try (PDDocument document = Loader.loadPDF(bytes)) {
            List<Integer> pages = new ArrayList<>();
            for (PDOutlineItem item :
                    document.getDocumentCatalog().getDocumentOutline().children()) {
                pages.add(document.getPages().indexOf(item.findDestinationPage(document)) + 1);
            }
            return pages;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
