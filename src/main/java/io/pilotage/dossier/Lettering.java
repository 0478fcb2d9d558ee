package io.pilotage.dossier;

import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.GeneralPath;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.GlyphData;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;

/**
 * Draws words as outlines of the font that the text around them is set in. It asks no fonts of the machine, so that a
 * drawing is the same everywhere.
 */
final class Lettering {

    private final TrueTypeFont font;
    private final CmapLookup letters;
    private final double unit;

    Lettering(byte[] trueType) {
        try {
            font = new TTFParser().parse(new RandomAccessReadBuffer(trueType));
            letters = font.getUnicodeCmapLookup();
            unit = 1.0 / font.getUnitsPerEm();
        } catch (IOException e) {
            throw new UncheckedIOException("The font of the drawings cannot be read", e);
        }
    }

    /** Width of the words at this size, in the unit of the size. */
    double width(String words, double size) {
        return words.codePoints().mapToDouble(this::advance).sum() * size * unit;
    }

    /** The words in lines that fit the width; a word that is longer stands alone. */
    List<String> lines(String words, double size, double width) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : words.split("\\s+")) {
            if (line.length() > 0 && width(line + " " + word, size) > width) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.length() == 0 ? "" : " ").append(word);
        }
        lines.add(line.toString());
        return lines;
    }

    /** Draws one line with its middle at x and its base at y. */
    void centred(Graphics2D drawing, String words, double x, double y, double size) {
        double at = x - width(words, size) / 2;
        for (int letter : words.codePoints().toArray()) {
            AffineTransform place = AffineTransform.getTranslateInstance(at, y);
            place.scale(size * unit, -size * unit);
            drawing.fill(place.createTransformedShape(outline(letter)));
            at += advance(letter) * size * unit;
        }
    }

    private double advance(int letter) {
        try {
            return font.getAdvanceWidth(letters.getGlyphId(letter));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Shape outline(int letter) {
        try {
            GlyphData glyph = font.getGlyph().getGlyph(letters.getGlyphId(letter));
            return glyph == null ? new GeneralPath() : glyph.getPath();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
