package io.pilotage.identity.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.multipart.MultipartFile;

/** Whatever takes a file or makes one is limited by person, however it is asked for. */
class CostlyCallsTests {

    @AfterEach
    void nobodyIsThere() {
        SecurityContextHolder.clearContext();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            POST | /portfolio/import
            POST | /portfolio/%69mport
            POST | /api/imports
            POST | /pilots/P-1/evidence
            POST | /api/pilots/P-1/measurements
            POST | /api/pilots/P-1/otlp/v1/metrics
            POST | /engine-rest/deployment/create
            POST | /engine-rest/engine/default/deployment/create
            POST | /operaton/api/engine/engine/default/deployment/create
            POST | /portfolio/exports
            POST | /api/exports
            GET | /portfolio/exports/1/file
            GET | /portfolio/portfolio.csv
            HEAD | /portfolio/portfolio.csv
            GET | /portfolio/portfolio.xlsx
            GET | /pilots/P-1/ledger.csv
            GET | /pilots/P-1/dossier
            HEAD | /pilots/P-1/dossier
            GET | /pilots/P-1/%64ossier
            GET | /api/imports/1/problems
            """)
    void whoAsksTooOftenWaits(String method, String address) throws Exception {
        assertThat(statuses(method, address)).containsExactly(200, 200, 429);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            GET | /portfolio/import
            GET | /pilots/P-1/evidence
            GET | /portfolio
            POST | /pilots/P-1/people
            """)
    void whatCostsLittleIsNotLimited(String method, String address) throws Exception {
        assertThat(statuses(method, address)).containsExactly(200, 200, 200);
    }

    /** One that is added without being named above would be found here. */
    @Test
    void everyAddressOfOursThatTakesAFileIsLimited() throws Exception {
        List<String> taking = takingFiles();
        assertThat(taking).contains("/portfolio/import", "/api/imports", "/api/pilots/x/otlp/v1/metrics");
        for (String address : taking) {
            assertThat(statuses("POST", address)).as(address).containsExactly(200, 200, 429);
        }
    }

    private static List<Integer> statuses(String method, String address) throws Exception {
        CostlyCalls costly = new CostlyCalls(new RateLimits(1, 1, 2, 2, 2));
        List<Integer> statuses = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            SecurityContextHolder.getContext()
                    .setAuthentication(UsernamePasswordAuthenticationToken.authenticated("somebody", null, List.of()));
            MockHttpServletRequest request = new MockHttpServletRequest(method, address);
            request.setServletPath(address.replace("%69", "i").replace("%64", "d"));
            MockHttpServletResponse answer = new MockHttpServletResponse();
            costly.doFilter(request, answer, new MockFilterChain());
            statuses.add(answer.getStatus());
        }
        return statuses;
    }

    private static List<String> takingFiles() throws ClassNotFoundException {
        var scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(new AnnotationTypeFilter(Controller.class));
        List<String> addresses = new ArrayList<>();
        for (var found : scanner.findCandidateComponents("io.pilotage")) {
            Class<?> controller = Class.forName(found.getBeanClassName());
            for (Method method : controller.getDeclaredMethods()) {
                RequestMapping mapping = AnnotatedElementUtils.findMergedAnnotation(method, RequestMapping.class);
                if (mapping != null
                        && Arrays.stream(method.getParameterTypes())
                                .anyMatch(type -> type == MultipartFile.class || type == byte[].class)) {
                    addresses.add((path(AnnotatedElementUtils.findMergedAnnotation(controller, RequestMapping.class))
                                    + path(mapping))
                            .replaceAll("\\{[^}]+}", "x"));
                }
            }
        }
        return addresses;
    }

    private static String path(RequestMapping mapping) {
        return mapping == null || mapping.path().length == 0 ? "" : mapping.path()[0];
    }
}
