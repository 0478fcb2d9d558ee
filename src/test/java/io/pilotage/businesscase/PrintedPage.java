package io.pilotage.businesscase;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;

/** How a page comes out of a printer. */
final class PrintedPage {

    private static final String STICKS_OUT = """
            () => {
              const paper = document.querySelector('.business-case');
              paper.style.width = '182mm';
              return [...paper.querySelectorAll('.card .table, .card .facts, .card svg')]
                .filter(part => part.getBoundingClientRect().right
                  > part.closest('.card').getBoundingClientRect().right + 1)
                .map(part => part.id || part.className.toString());
            }""";

    private PrintedPage() {}

    /** What lies outside its card when the page is as wide as the printed part of A4. */
    static List<?> whatSticksOut(Page page) {
        return (List<?>) page.evaluate(STICKS_OUT);
    }

    /** So that an empty page is found. */
    static List<Integer> charactersByPage(byte[] pdf) throws IOException {
        List<Integer> characters = new ArrayList<>();
        try (PDDocument document = Loader.loadPDF(pdf)) {
            PDFTextStripper text = new PDFTextStripper();
            for (int page = 1; page <= document.getNumberOfPages(); page++) {
                text.setStartPage(page);
                text.setEndPage(page);
                characters.add(text.getText(document).length());
            }
        }
        return characters;
    }
}
