package io.pilotage.site;

import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonMappingException.Reference;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import io.pilotage.workflow.FieldsRefused;
import io.pilotage.workflow.FieldsRefused.Field;
import io.pilotage.workflow.Refused;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.TypeMismatchException;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.util.ClassUtils;
import org.springframework.validation.BindException;
import org.springframework.validation.FieldError;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.support.MissingServletRequestPartException;

/** Finds the field in what the framework throws when it cannot read a request, and a sentence about it. */
final class Misread {

    private static final int MOST_SHOWN = 60;

    private Misread() {}

    /** Empty when nothing in it names a field. */
    static Optional<Refused> in(@Nullable Throwable thrown) {
        if (thrown instanceof MissingServletRequestParameterException missing) {
            return one(missing(missing.getParameterName()));
        }
        if (thrown instanceof MissingServletRequestPartException missing) {
            return one(missing(missing.getRequestPartName()));
        }
        if (thrown instanceof MethodArgumentTypeMismatchException wrong) {
            return one(typed(wrong.getName(), wrong.getValue(), wrong.getRequiredType()));
        }
        if (thrown instanceof BindException several) {
            List<Field> fields =
                    several.getFieldErrors().stream().map(Misread::bound).toList();
            return fields.isEmpty() ? Optional.empty() : Optional.of(all(fields));
        }
        return thrown instanceof HttpMessageNotReadableException
                        && thrown.getCause() instanceof JsonMappingException unread
                        && !unread.getPath().isEmpty()
                ? one(read(path(unread.getPath()), unread))
                : Optional.empty();
    }

    /** The key of what is said where no field is known to be at fault. */
    static String sentence(HttpStatusCode status) {
        return switch (status.value()) {
            case 401, 403 -> "site.error.refused.text";
            case 404 -> "site.error.missing.text";
            case 405 -> "site.input.method";
            case 406, 415 -> "site.input.format";
            case 409 -> "site.error.conflict";
            case 429 -> "site.error.tooOften";
            default -> "site.error.request.text";
        };
    }

    private static Optional<Refused> one(Field field) {
        return Optional.of(all(List.of(field)));
    }

    /** @param fields at least one */
    static FieldsRefused all(List<Field> fields) {
        Field first = fields.get(0);
        return fields.size() == 1
                ? FieldsRefused.of(
                        first.key(), first.messageKey(), first.arguments().toArray())
                : new FieldsRefused("site.input.several", fields);
    }

    private static Field missing(String name) {
        return new Field(name, "site.input.missing", name);
    }

    private static Field bound(FieldError error) {
        Class<?> wanted = error.contains(TypeMismatchException.class)
                ? error.unwrap(TypeMismatchException.class).getRequiredType()
                : null;
        return typed(error.getField(), error.getRejectedValue(), wanted);
    }

    private static Field read(String name, JsonMappingException unread) {
        if (unread instanceof UnrecognizedPropertyException unknown) {
            return unknown(name, Objects.requireNonNullElse(unknown.getKnownPropertyIds(), List.of()));
        }
        Object value = unread instanceof InvalidFormatException format ? format.getValue() : null;
        return typed(name, value, unread instanceof MismatchedInputException wrong ? wrong.getTargetType() : null);
    }

    /** Something that nobody reads, and what is read. */
    static Field unknown(String name, Collection<?> known) {
        return new Field(
                name,
                known.isEmpty() ? "site.input.none" : "site.input.unknown",
                shown(name),
                known.stream().map(String::valueOf).sorted().collect(Collectors.joining(", ")));
    }

    private static Field typed(String name, @Nullable Object value, @Nullable Class<?> wanted) {
        Class<?> type = wanted == null ? Object.class : ClassUtils.resolvePrimitiveIfNecessary(wanted);
        if (type.isEnum()) {
            String choices =
                    Arrays.stream(type.getEnumConstants()).map(String::valueOf).collect(Collectors.joining(", "));
            return new Field(name, "site.input.choice", name, shown(value), choices);
        }
        String key = type == String.class
                ? value instanceof String ? "site.input.halfCharacter" : "site.input.text"
                : Collection.class.isAssignableFrom(type)
                        ? "site.input.list"
                        : type == Boolean.class
                                ? "site.input.yesNo"
                                : Number.class.isAssignableFrom(type) ? "site.input.whole" : "site.input.other";
        return new Field(name, key, name, shown(value));
    }

    private static String shown(@Nullable Object value) {
        String text = Objects.toString(value, "");
        return text.codePointCount(0, text.length()) <= MOST_SHOWN
                ? text
                : text.substring(0, text.offsetByCodePoints(0, MOST_SHOWN)) + "…";
    }

    private static String path(List<Reference> way) {
        StringBuilder path = new StringBuilder();
        for (Reference step : way) {
            if (step.getFieldName() == null) {
                path.append('[').append(step.getIndex()).append(']');
            } else {
                path.append(path.isEmpty() ? "" : ".").append(step.getFieldName());
            }
        }
        return path.toString();
    }
}
