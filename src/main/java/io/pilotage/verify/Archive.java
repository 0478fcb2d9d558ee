package io.pilotage.verify;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.zip.CRC32;

/**
 * A zip archive in one form only: nothing compressed, names in order, no times, nothing beside the files. The same files
 * are always the same bytes, nothing can inflate, and every byte that differs is seen.
 */
public final class Archive {

    private static final int LARGEST = 256 << 20;
    private static final int MOST_FILES = 10_000;
    private static final int LOCAL = 0x04034b50;
    private static final int CENTRAL = 0x02014b50;
    private static final int END = 0x06054b50;
    private static final int LOCAL_SIZE = 30;
    private static final short VERSION = 10;
    private static final short FIRST_OF_1980 = 33;
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9._$-]*(/[A-Za-z0-9_][A-Za-z0-9._$-]*)*");

    private Archive() {}

    /** @throws IllegalArgumentException when a name could climb out of a folder, or it is too much */
    public static byte[] write(SortedMap<String, byte[]> files) {
        long size = files.values().stream().mapToLong(content -> content.length).sum();
        if (size > LARGEST || files.size() > MOST_FILES) {
            throw new IllegalArgumentException(
                    "the files are more than %d MB or %d files".formatted(LARGEST >> 20, MOST_FILES));
        }
        ByteArrayOutputStream archive = new ByteArrayOutputStream();
        ByteArrayOutputStream directory = new ByteArrayOutputStream();
        files.forEach((name, content) -> {
            int offset = archive.size();
            archive.writeBytes(local(checked(name), content));
            archive.writeBytes(content);
            directory.writeBytes(central(name, content, offset));
        });
        int offset = archive.size();
        archive.writeBytes(directory.toByteArray());
        archive.writeBytes(little(22)
                .putInt(END)
                .putInt(0)
                .putShort((short) files.size())
                .putShort((short) files.size())
                .putInt(directory.size())
                .putInt(offset)
                .putShort((short) 0)
                .array());
        return archive.toByteArray();
    }

    /** The files by name. @throws IllegalArgumentException with the reason when it is not exactly such an archive */
    static Map<String, byte[]> read(byte[] archive) {
        if (archive.length > LARGEST) {
            throw new IllegalArgumentException("the archive is larger than " + (LARGEST >> 20) + " MB");
        }
        TreeMap<String, byte[]> files = new TreeMap<>();
        ByteBuffer bytes = ByteBuffer.wrap(archive).order(ByteOrder.LITTLE_ENDIAN);
        while (bytes.remaining() >= LOCAL_SIZE && bytes.getInt(bytes.position()) == LOCAL) {
            readFile(bytes, files);
        }
        if (files.isEmpty()) {
            throw new IllegalArgumentException("this is no dossier: it does not begin as an archive of ours does");
        }
        byte[] again = write(files);
        if (!Arrays.equals(again, archive)) {
            int at = Arrays.mismatch(again, archive);
            throw new IllegalArgumentException("the archive was changed or cut at byte " + at
                    + ": it is not in the form in which its files were packed");
        }
        return new LinkedHashMap<>(files);
    }

    private static void readFile(ByteBuffer bytes, TreeMap<String, byte[]> files) {
        int at = bytes.position();
        int method = Short.toUnsignedInt(bytes.getShort(at + 8));
        int packed = bytes.getInt(at + 18);
        int size = bytes.getInt(at + 22);
        int nameSize = Short.toUnsignedInt(bytes.getShort(at + 26));
        if (method != 0 || packed != size) {
            throw new IllegalArgumentException(
                    "a file in the archive is compressed; a dossier holds no compressed files");
        }
        int rest = bytes.remaining() - LOCAL_SIZE - nameSize;
        if (size < 0 || rest < size) {
            throw new IllegalArgumentException("the archive is cut off within a file");
        }
        bytes.position(at + LOCAL_SIZE);
        byte[] name = new byte[nameSize];
        bytes.get(name);
        byte[] content = new byte[size];
        bytes.get(content);
        String text = checked(new String(name, StandardCharsets.UTF_8));
        if (files.put(text, content) != null || files.size() > MOST_FILES) {
            throw new IllegalArgumentException("the archive holds " + text + " twice, or too many files");
        }
    }

    private static String checked(String name) {
        if (name.length() > 200 || !NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("a file name leads out of the archive or is none: "
                    + name.substring(0, Math.min(name.length(), 60)).replaceAll("[^ -~]", "?"));
        }
        return name;
    }

    private static byte[] local(String name, byte[] content) {
        ByteBuffer header = little(LOCAL_SIZE + name.length()).putInt(LOCAL).putShort(VERSION);
        return described(header, name, content)
                .putShort((short) 0)
                .put(ascii(name))
                .array();
    }

    private static byte[] central(String name, byte[] content, int offset) {
        ByteBuffer header =
                little(46 + name.length()).putInt(CENTRAL).putShort(VERSION).putShort(VERSION);
        return described(header, name, content)
                .putShort((short) 0)
                .putShort((short) 0)
                .putShort((short) 0)
                .putShort((short) 0)
                .putInt(0)
                .putInt(offset)
                .put(ascii(name))
                .array();
    }

    private static ByteBuffer described(ByteBuffer header, String name, byte[] content) {
        CRC32 sum = new CRC32();
        sum.update(content);
        return header.putShort((short) 0)
                .putShort((short) 0)
                .putShort((short) 0)
                .putShort(FIRST_OF_1980)
                .putInt((int) sum.getValue())
                .putInt(content.length)
                .putInt(content.length)
                .putShort((short) name.length());
    }

    private static byte[] ascii(String name) {
        return name.getBytes(StandardCharsets.US_ASCII);
    }

    private static ByteBuffer little(int size) {
        return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
    }
}
