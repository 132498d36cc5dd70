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
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Does the same and bears what comes: it looks at stat, backs off, names the cause, and ends with a failure where it
 * failed.
 */
class Careful {

    static final int TRY_LATER = 75;
    static final HttpClient HTTP = HttpClient.newHttpClient();
    static final List<String> PEOPLE = List.of("ada", "bob", "cleo", "dan", "eve");
    static boolean failed;

    static class RegistrationException extends Exception {
        final int code;

        RegistrationException(int code, String answer) {
            super(answer);
            this.code = code;
        }
    }

    public static void main(String[] arguments) throws Exception {
        try {
            if (call("/entity.count", "type_name", "user").contains("\"total_count\":0")) {
                for (var name : PEOPLE) {
                    call("/entity.create", "type_name", "user", "attributes",
                            "{\"email\":\"" + name + "@example.com\",\"password\":\"correct-horse\"}");
                }
            }
            for (var name : PEOPLE.subList(0, 3)) {
                signIn(name + "@example.com");
            }
            export();
        } catch (RegistrationException error) {
            System.out.println("not done: " + error.getMessage());
            failed = true;
        }
        System.exit(failed ? TRY_LATER : 0);
    }

    static void export() throws Exception {
        int exported = 0;
        long last = 0;
        try {
            while (true) {
                var answer = call("/entity.find", "type_name", "user", "filter", "id > " + last, "sort_on", "[\"id\"]",
                        "max_results", "2");
                var ids = Pattern.compile("\"id\":(\\d+)").matcher(answer).results()
                        .map(id -> Long.parseLong(id.group(1))).toList();
                exported += ids.size();
                if (ids.size() < 2) {
                    break;
                }
                last = ids.get(ids.size() - 1);
            }
            System.out.println("exported " + exported + " records");
        } finally {
            tell("records=" + exported);
        }
    }

    static void signIn(String email) throws Exception {
        try {
            call("/oauth/auth_native_traditional", "client_id", System.getenv("REGCONTRACT_LOGIN_CLIENT_ID"), "flow",
                    "telling", "locale", "en-US", "form", "signInForm", "response_type", "token", "redirect_uri",
                    "https://shop.example", "signInEmailAddress", email, "currentPassword", "correct-horse");
            System.out.println(email + ": signed in");
        } catch (RegistrationException error) {
            failed = true;
            if (Set.of(210, 211, 212, 213).contains(error.code)) {
                System.out.println(email + ": wrong e-mail address or password");
                tell("wrong-password=1");
            } else {
                System.out.println(email + ": signing in is not possible now, please try later (" + error.getMessage() + ")");
            }
        }
    }

    /** An error is an error whatever the status of HTTP is. Too many calls: fewer, and not for ever. */
    static String call(String path, String... parameters) throws Exception {
        for (int attempt = 1; ; attempt++) {
            var answer = answer(path, parameters);
            if (answer.contains("\"stat\":\"ok\"")) {
                return answer;
            }
            var code = Pattern.compile("\"code\":(\\d+)").matcher(answer);
            int number = code.find() ? Integer.parseInt(code.group(1)) : 0;
            if (number != 510 || attempt == 3) {
                throw new RegistrationException(number, answer);
            }
            Thread.sleep(300L * attempt);
        }
    }

    static String answer(String path, String... parameters) throws Exception {
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
        return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString()).body();
    }

    static void tell(String claim) throws Exception {
        Files.writeString(Path.of(System.getenv("REGCONTRACT_TOLD_FILE")), claim + "\n", StandardOpenOption.APPEND);
    }
}
