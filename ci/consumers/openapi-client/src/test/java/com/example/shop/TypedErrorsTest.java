package com.example.shop;

import static org.assertj.core.api.Assertions.assertThat;

import com.example.shop.registration.ClientsApi;
import com.example.shop.registration.EntityApi;
import com.example.shop.registration.EntityTypeApi;
import com.example.shop.registration.http.ApiClient;
import com.example.shop.registration.http.JSON;
import com.example.shop.registration.model.AbstractOpenApiSchema;
import com.example.shop.registration.model.ClientsListSuccess;
import com.example.shop.registration.model.Error222;
import com.example.shop.registration.model.Error310;
import com.example.shop.registration.model.Error402;
import io.regcontract.simulator.RegistrationSimulator;
import java.util.ArrayList;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What the generated client makes of answers. */
class TypedErrorsTest {

    private static RegistrationSimulator simulator;

    private final ApiClient client = new ApiClient()
            .setBasePath(simulator.baseAddress().toString().replaceAll("/$", ""));

    TypedErrorsTest() {
        client.setUsername(simulator.ownerClientId());
        client.setPassword(simulator.ownerClientSecret());
    }

    @BeforeAll
    static void start() {
        simulator = RegistrationSimulator.builder().start();
    }

    @AfterAll
    static void stop() {
        simulator.close();
    }

    @Test
    void readsEachErrorAsATypeOfItsOwn() throws Exception {
        var codes = new ArrayList<Integer>();
        for (var example : Description.read().examples().entrySet()) {
            if (example.getKey().startsWith("Error")) {
                var read = read(example.getValue());
                assertThat(read.getClass().getSimpleName()).isEqualTo(example.getKey());
                var code = read.getClass().getMethod("getCode").invoke(read);
                codes.add((Integer) code.getClass().getMethod("getValue").invoke(code));
                assertThat(example.getKey()).isEqualTo("Error" + codes.get(codes.size() - 1));
            }
        }
        assertThat(codes).hasSizeGreaterThanOrEqualTo(43).doesNotHaveDuplicates();
    }

    @Test
    void readsEachSuccessAsTheOneOfItsOperation() throws Exception {
        var read = 0;
        for (var example : Description.read().examples().entrySet()) {
            if (example.getKey().endsWith("Success")) {
                assertThat(read(example.getValue()).getClass().getSimpleName()).isEqualTo(example.getKey());
                read++;
            }
        }
        assertThat(read).isEqualTo(77);
    }

    @Test
    void readsASuccessOfTheSimulator() throws Exception {
        var answer = new ClientsApi(client).clientsList(null, null, null, null);

        assertThat(answer.getActualInstance()).isInstanceOf(ClientsListSuccess.class);
        assertThat(answer.getClientsListSuccess().getResults()).isNotEmpty();
    }

    @Test
    void readsErrorsOfTheSimulatorByTheirTypes() throws Exception {
        var unknownType = new EntityTypeApi(client).entityType("no_such_type", null, null, null, null);
        assertThat(unknownType.getActualInstance()).isInstanceOfSatisfying(Error222.class, error -> {
            assertThat(error.getTypeName()).isEqualTo("no_such_type");
            assertThat(error.getRequestToken()).hasSize(16);
        });

        var unknownRecord = new EntityApi(client).entityByGet(null, "user", UUID.randomUUID(), null, null, null, null, null, null, null, null, null, null);
        assertThat(unknownRecord.getActualInstance()).isInstanceOf(Error310.class);
    }

    @Test
    void readsAWrongSecretAsAnErrorThoughItComesWithHttp200() throws Exception {
        client.setPassword("another");

        var answer = new ClientsApi(client).clientsList(null, null, null, null);

        assertThat(answer.getActualInstance()).isInstanceOf(Error402.class);
    }

    /** As the client reads the answer of an operation. */
    private static Object read(Description.Example example) throws Exception {
        var type = Class.forName(AbstractOpenApiSchema.class.getPackageName() + "." + example.answer());
        var answer = (AbstractOpenApiSchema) JSON.getGson().fromJson(example.json(), type);
        return answer.getActualInstance();
    }
}
