import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;

/** Signs people in and exports the records, as programs are written that nobody has drilled. */
class Careless {

    static final HttpClient HTTP = HttpClient.newHttpClient();
    static final List<String> PEOPLE = List.of("ada", "bob", "cleo", "dan", "eve");

    public static void main(String[] arguments) throws Exception {
        if (call("/entity.count", "type_name", "user").body().contains("\"total_count\":0")) {
            for (var name : PEOPLE) {
                call("/entity.create", "type_name", "user", "attributes",
                        "{\"email\":\"" + name + "@example.com\",\"password\":\"correct-horse\"}");
            }
        }
        for (var name : PEOPLE.subList(0, 3)) {
            signIn(name + "@example.com");
        }
        int exported = 0;
        long last = 0;
        while (true) {
            var answer = call("/entity.find", "type_name", "user", "filter", "id > " + last, "sort_on", "[\"id\"]",
                    "max_results", "2");
            if (answer.statusCode() != 200) {
                throw new IllegalStateException("HTTP " + answer.statusCode());
            }
            // HTTP 200 is taken for a success.
            var ids = Pattern.compile("\"id\":(\\d+)").matcher(answer.body()).results()
                    .map(id -> Long.parseLong(id.group(1))).toList();
            exported += ids.size();
            if (ids.size() < 2) {
                break;
            }
            last = ids.get(ids.size() - 1);
        }
        System.out.println("exported " + exported + " records");
        tell("records=" + exported);
    }

    static void signIn(String email) throws Exception {
        for (int attempt = 1; attempt <= 200; attempt++) {
            var answer = call("/oauth/auth_native_traditional", "client_id", System.getenv("REGCONTRACT_LOGIN_CLIENT_ID"),
                    "flow", "telling", "locale", "en-US", "form", "signInForm", "response_type", "token", "redirect_uri",
                    "https://shop.example", "signInEmailAddress", email, "currentPassword", "correct-horse").body();
            if (answer.contains("\"code\":510")) {
                continue; // again, at once
            }
            if (answer.contains("\"access_token\"")) {
                System.out.println(email + ": signed in");
            } else {
                System.out.println(email + ": wrong password"); // whatever it was
                tell("wrong-password=1");
            }
            return;
        }
    }

    static HttpResponse<String> call(String path, String... parameters) throws Exception {
        var form = new StringBuilder();
        for (int i = 0; i < parameters.length; i += 2) {
            form.append(parameters[i]).append('=').append(URLEncoder.encode(parameters[i + 1], UTF_8)).append('&');
        }
        var request = HttpRequest.newBuilder(URI.create(System.getenv("REGCONTRACT_BASE_URL") + path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form.toString()));
        if (path.startsWith("/entity")) {
            var owner = System.getenv("REGCONTRACT_OWNER_CLIENT_ID") + ":" + System.getenv("REGCONTRACT_OWNER_CLIENT_SECRET");
            request.header("Authorization", "Basic " + Base64.getEncoder().encodeToString(owner.getBytes(UTF_8)));
        }
        return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    static void tell(String claim) throws Exception {
        Files.writeString(Path.of(System.getenv("REGCONTRACT_TOLD_FILE")), claim + "\n", StandardOpenOption.APPEND);
    }
}
