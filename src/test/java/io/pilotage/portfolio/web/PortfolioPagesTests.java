package io.pilotage.portfolio.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import io.pilotage.identity.DemoUsers;
import io.pilotage.testing.Caller;
import io.pilotage.testing.PilotageTest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

/** What the portfolio's pages and calls answer to whom. */
@PilotageTest
class PortfolioPagesTests {

    private static final Path SAMPLE = Path.of("src/main/resources/portfolio/sample-inventory.csv");

    @Autowired
    WebApplicationContext application;

    @Autowired
    JdbcClient jdbc;

    @LocalServerPort
    int port;

    private MockMvcTester mvc;

    @BeforeEach
    void mvc() {
        mvc = MockMvcTester.create(MockMvcBuilders.webAppContextSetup(application)
                .apply(org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity())
                .build());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "?phase=DISCOVERY&tier=unknown&late=true&text=a%25_!&order=TITLE&page=99999",
                "?reached=ROLLOUT&unit=North&open=true",
                "?role=bu-sponsor&answer=VACANT",
                "?role=pilot-owner&answer=ACCEPTED&status=ACTIVE",
                "?stalled=DATA&waiting=RISK&lateRole=bu-sponsor",
                "?chartered=2026-Q1&reached=ADOPTION_MEASUREMENT",
                "?waitsFor=bu-sponsor",
                "?adopted=true&reworked=true&beyondTimeBox=true",
                "?lang=de"
            })
    void everyNumberLeadsToItsList(String query) {
        assertThat(get("/portfolio" + query, "bu-sponsor"))
                .hasStatusOk()
                .bodyText()
                .contains("id=\"list\"");
    }

    @Test
    void headOfThePageHasWhatThePageNeedsBesides() {
        assertThat(get("/portfolio", "bu-sponsor"))
                .bodyText()
                .containsOnlyOnce("<head>")
                .containsPattern(
                        "(?s)<title>Portfolio · Pilotage</title>.*/css/portfolio.css.*/js/portfolio.js.*</head>");
    }

    @Test
    void partialListIsOnlyTheList() {
        assertThat(mvc.perform(MockMvcRequestBuilders.get("/portfolio?text=zzz")
                        .header("HX-Request", "true")
                        .with(person("bu-sponsor"))))
                .hasStatusOk()
                .bodyText()
                .contains("id=\"list\"")
                .doesNotContain("<html");
    }

    @Test
    void nonsenseInTheAddressIsRefused() {
        assertThat(get("/portfolio?phase=NOWHERE", "bu-sponsor")).hasStatus(HttpStatus.BAD_REQUEST);
        assertThat(get("/portfolio?chartered=2026-Q5", "bu-sponsor")).hasStatus(HttpStatus.BAD_REQUEST);
        assertThat(get("/portfolio/import/runs/none", "portfolio-office")).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(get("/portfolio/import/mappings/none", "portfolio-office")).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(get("/api/imports/none", "portfolio-office")).hasStatus(HttpStatus.NOT_FOUND);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/portfolio/import", "/portfolio/import/mappings/simple", "/api/imports/x"})
    void importIsForThePortfolioOfficeAndAdministrators(String address) {
        assertThat(get(address, "bu-sponsor")).hasStatus(HttpStatus.FORBIDDEN);
        assertThat(get(address, "process-admin").getResponse().getStatus()).isIn(200, 404);
    }

    @Test
    void sampleIsCheckedAndShownRowByRow() throws Exception {
        MvcTestResult checked = upload("/portfolio/import", "sample.csv", Files.readAllBytes(SAMPLE), "simple");
        assertThat(checked).hasStatus3xxRedirection();
        String run = String.valueOf(checked.getResponse().getRedirectedUrl());
        assertThat(get(run, "portfolio-office")).hasStatusOk().bodyText().contains("Bring 10 pilots in", "is blank");
        assertThat(get(run + "?outcome=PLANNED", "portfolio-office")).bodyText().contains("Invoice matching");
        assertThat(mvc.perform(MockMvcRequestBuilders.post(run + "/discard")
                        .with(csrf())
                        .with(person("portfolio-office"))))
                .hasStatus3xxRedirection();
    }

    @Test
    void refusedFileIsExplained() {
        assertThat(upload("/portfolio/import", "x.csv", "A,B\n1,2\n".getBytes(StandardCharsets.UTF_8), "simple"))
                .hasStatus(HttpStatus.UNPROCESSABLE_ENTITY)
                .bodyText()
                .contains("columns are missing", "“Pilot”");
        assertThat(upload("/api/imports", "x.csv", new byte[0], "simple"))
                .hasStatus(HttpStatus.UNPROCESSABLE_ENTITY)
                .hasContentTypeCompatibleWith("application/problem+json")
                .bodyText()
                .contains("The file is empty.");
        assertThat(upload("/api/imports", "x.csv", "A\n1\n".getBytes(StandardCharsets.UTF_8), "no such"))
                .hasStatus(HttpStatus.BAD_REQUEST)
                .bodyText()
                .contains("no such");
    }

    @Test
    void hugeUploadIsTurnedAwayUnread() throws IOException {
        assertThat(sendHeaders("/api/imports", "bigger than 64 MB")).startsWith("HTTP/1.1 413");
    }

    @ParameterizedTest
    @CsvSource({
        "/api/pilots/P-1/measurements, text/csv, bigger than 64 MB",
        "/api/pilots/P-1/otlp/v1/metrics, application/json, bigger than 64 MB",
        "/api/pilots/P-1/reopenings, application/json, bigger than 64 MB",
        "/engine-rest/task, application/json, is too big"
    })
    void whatDoesNotSayHowLongItIsIsReadToTheLimitOnly(String path, String type, String sentence) throws Exception {
        Caller sponsor = Caller.session(port, "bu-sponsor");
        var token = Pattern.compile("data-csrf-header=\"([^\"]+)\" data-csrf-token=\"([^\"]+)\"")
                .matcher(sponsor.page("/mails").body());
        assertThat(token.find()).isTrue();
        HttpRequest endless = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .header("Content-Type", type)
                .header("Cookie", "JSESSIONID=" + sponsor.session())
                .header(token.group(1), token.group(2))
                .header("Authorization", "Basic " + HttpHeaders.encodeBasicAuth("bu-sponsor", DemoUsers.PASSWORD, null))
                .POST(HttpRequest.BodyPublishers.ofInputStream(() -> new Blanks(80L << 20)))
                .build();
        HttpResponse<String> answer =
                HttpClient.newHttpClient().send(endless, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(413);
        assertThat(answer.body()).contains(sentence);
    }

    /** So many blanks, none of which is kept. */
    private static final class Blanks extends InputStream {

        private long left;

        Blanks(long left) {
            this.left = left;
        }

        @Override
        public int read() {
            return left-- > 0 ? ' ' : -1;
        }

        @Override
        public int read(byte[] into, int offset, int length) {
            int blanks = (int) Math.min(length, left);
            Arrays.fill(into, offset, offset + blanks, (byte) ' ');
            left -= blanks;
            return blanks > 0 ? blanks : -1;
        }
    }

    @Test
    void exportsEscapeFormulas() throws IOException {
        jdbc.sql("insert into pilot (pilot_key, title, business_unit, phase, phase_since, status, status_since,"
                        + " created_at, version) values ('P-FORMULA', '=HYPERLINK(1)', 'Formula tests', 'ROLLOUT',"
                        + " '2026-01-01', 'STOPPED', '2026-01-01', '2026-01-01', 0)")
                .update();
        String csv = new String(
                get("/portfolio/portfolio.csv?unit=Formula", "bu-sponsor")
                        .getResponse()
                        .getContentAsByteArray(),
                StandardCharsets.UTF_8);
        assertThat(csv).startsWith("\uFEFFKey,Pilot,").contains("P-FORMULA,'=HYPERLINK(1),Formula tests");
        byte[] book = get("/portfolio/portfolio.xlsx?unit=Formula", "bu-sponsor")
                .getResponse()
                .getContentAsByteArray();
        try (ReadableWorkbook workbook = new ReadableWorkbook(new ByteArrayInputStream(book))) {
            var row = workbook.getFirstSheet().read().get(1);
            assertThat(row.getCell(1).getType()).isEqualTo(CellType.STRING);
            assertThat(row.getCellText(1)).isEqualTo("'=HYPERLINK(1)");
        }
        jdbc.sql("delete from pilot where pilot_key = 'P-FORMULA'").update();
    }

    /** Announces 200 MB, sends not one byte of them, and reads until the answer says what is expected. */
    private String sendHeaders(String path, String expected) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", port)) {
            socket.setSoTimeout(20_000);
            OutputStream out = socket.getOutputStream();
            out.write(("POST " + path + " HTTP/1.1\r\nHost: localhost\r\nAccept-Language: en\r\nAccept: text/html\r\n"
                            + "Content-Type: multipart/form-data; boundary=x\r\nContent-Length: 209715200\r\n\r\n")
                    .getBytes(StandardCharsets.US_ASCII));
            out.flush();
            InputStream in = socket.getInputStream();
            StringBuilder answer = new StringBuilder();
            while (answer.indexOf(expected) < 0) {
                int next = in.read();
                assertThat(next).as(answer.toString()).isNotNegative();
                answer.append((char) next);
            }
            return answer.toString();
        }
    }

    private MvcTestResult upload(String address, String name, byte[] content, String mapping) {
        return mvc.perform(MockMvcRequestBuilders.multipart(address)
                .file(new MockMultipartFile("file", name, "text/csv", content))
                .param("mapping", mapping)
                .locale(Locale.ENGLISH)
                .with(csrf())
                .with(person("portfolio-office")));
    }

    private MvcTestResult get(String address, String role) {
        return mvc.perform(
                MockMvcRequestBuilders.get(address).locale(Locale.ENGLISH).with(person(role)));
    }

    private static org.springframework.test.web.servlet.request.RequestPostProcessor person(String role) {
        return user(role).authorities(new SimpleGrantedAuthority("ROLE_" + role));
    }
}
