package io.regcontract.suite.twin.anonymise;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Which attributes tell who somebody is: pictures, pages, accounts elsewhere and places among them. */
final class PersonalAttributesTest {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    @ParameterizedTest
    @CsvSource({
        "photos/value, string, photos",
        "photos/url, string, url",
        "profiles/remote_key, string, its name is that of an account elsewhere",
        "profiles/identifier, string, identifier",
        "profiles/profile/profileUrl, string, profile",
        "profiles/profile/photos/value, string, profile",
        "pictureUri, string, picture",
        "facebookId, string, facebook",
        "googleAccountId, integer, google",
        "twitterHandle, string, twitter",
        "externalId, string, its name is that of an account elsewhere",
        "emails/value, string, emails",
        "phoneNumbers/value, string, phone",
        "ims/value, string, ims",
        "display/names, string, names",
        "home/latitude, decimal, latitude",
        "contact/landline, string, landline",
        "profiles/accessCredentials, json, taken out"
    })
    void areReplaced(String path, String type, String why) {
        assertThat(of(path, type).replaced()).singleElement().satisfies(found -> assertThat(found.why())
                .contains(why));
    }

    @ParameterizedTest
    @CsvSource({
        "photos/type, string",
        "profiles/domain, string",
        "gender, string",
        "clients/clientId, string",
        "memberNumber, string",
        "extras, json",
        "settings/value, string",
        "dues, decimal",
        "lastLogin, dateTime",
        "facebookLinked, boolean"
    })
    void areKept(String path, String type) {
        assertThat(of(path, type).replaced()).isEmpty();
    }

    @Test
    void leaveNothingOfAPictureNorOfAnAccountElsewhere() {
        var schema = read("{'attr_defs':[{'name':'photos','type':'plural','attr_defs':[{'name':'type','type':'string'},"
                + "{'name':'value','type':'string'}]},{'name':'profiles','type':'plural','attr_defs':["
                + "{'name':'domain','type':'string'},{'name':'identifier','type':'string'},"
                + "{'name':'remote_key','type':'string'}]},{'name':'lat','type':'decimal'}]}");
        var record = (ObjectNode) read("{'photos':[{'type':'large','value':'https://ada.lovelace.com/face-of-ada.png'},"
                + "{'type':'small','value':'https://graph.facebook.com/100044/picture'}],"
                + "'profiles':[{'domain':'facebook.com','identifier':'https://www.facebook.com/ada.l','remote_key':'k-100044'}],"
                + "'lat':-53.62310,'spare':'https://twitter.com/lovelace','extras':{'seen':['ada@lovelace.com']}}");
        new RecordAnonymiser(
                        PersonalAttributes.of(schema, List.of(), List.of()),
                        new Pseudonyms(new FormatPermutation(
                                "a key of thirty-two bytes, or so".getBytes(StandardCharsets.UTF_8))))
                .anonymise(record);
        assertThat(record.toString())
                .doesNotContain("lovelace", "face-of-ada", "100044", "ada.l", "53.62310")
                .contains(
                        "https://twitter.com/",
                        "\"large\"",
                        "\"small\"",
                        "\"facebook.com\"",
                        "https://www.facebook.com/",
                        "https://graph.facebook.com/");
        assertThat(record.at("/photos/0/value").asString())
                .matches("https://[a-z]{3}\\.[a-z]{8}\\.[a-z]{3}\\.example/[a-z]{4}-[a-z]{2}-[a-z]{3}\\.[a-z]{3}");
        assertThat(record.at("/profiles/0/remote_key").asString()).matches("[a-z]-[0-9]{6}");
        assertThat(record.path("lat").toString()).matches("-5[0-9]\\.[0-9]{5}");
    }

    private static PersonalAttributes of(String path, String type) {
        var steps = path.split("/", -1);
        var definition = "{'name':'" + steps[steps.length - 1] + "','type':'" + type + "'}";
        for (int i = steps.length - 2; i >= 0; i--) {
            definition = "{'name':'" + steps[i] + "','type':'plural','attr_defs':[" + definition + "]}";
        }
        return PersonalAttributes.of(read("{'attr_defs':[" + definition + "]}"), List.of(), List.of());
    }

    private static JsonNode read(String text) {
        return JSON.readTree(text.replace('\'', '"'));
    }
}
