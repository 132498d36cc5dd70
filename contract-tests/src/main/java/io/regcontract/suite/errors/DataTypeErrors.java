package io.regcontract.suite.errors;

import static io.regcontract.contract.model.ErrorCode.INVALID_DATA_FORMAT;
import static io.regcontract.contract.model.ErrorCode.INVALID_DATE_TIME;
import static io.regcontract.contract.model.ErrorCode.INVALID_JSON_TYPE;

import io.regcontract.contract.model.ErrorCode;
import io.regcontract.suite.scenario.ErrorFamily;
import io.regcontract.suite.tenant.Attribute;

/** 340-342: a value that its attribute's type does not take. */
final class DataTypeErrors extends ErrorFamily {

    {
        wrong(
                INVALID_DATA_FORMAT,
                "malformed-ip-address",
                "an ip address is none",
                "ipAddress",
                "abcdefghijklmnopqrstuvwxyz",
                "127.0.0.1");
        wrong(
                INVALID_DATA_FORMAT,
                "ip-address-out-of-range",
                "a part of an ip address is above 255",
                "ipAddress",
                "127.0.0.256",
                "127.0.0.255");

        wrong(
                INVALID_JSON_TYPE,
                "boolean-for-decimal",
                "a boolean comes where a decimal belongs",
                "decimal",
                false,
                0.25);
        wrong(
                INVALID_JSON_TYPE,
                "string-for-integer",
                "a string comes where an integer belongs",
                "integer",
                "seven",
                7);
        wrong(INVALID_JSON_TYPE, "number-for-string", "a number comes where a string belongs", "string", 7, "7");
        wrong(
                INVALID_JSON_TYPE,
                "string-for-boolean",
                "a string comes where a boolean belongs",
                "boolean",
                "true",
                true);

        wrong(
                INVALID_DATE_TIME,
                "impossible-date",
                "a date names a day its month does not have",
                "date",
                "2023-02-30",
                "2023-02-28");
        wrong(INVALID_DATE_TIME, "no-date", "a date is none", "date", "some day", "2012-03-12");
        wrong(
                INVALID_DATE_TIME,
                "date-time-out-of-range",
                "a point in time has an hour no day has",
                "dateTime",
                "2012-03-12 25:23:45 +0000",
                "2012-03-12 01:23:45 +0000");
    }

    {
        wrong(
                INVALID_DATA_FORMAT,
                "ip-address-of-three-parts",
                "an ip address lacks a part",
                "ipAddress",
                "127.0.1",
                "127.0.0.1");
        wrong(
                INVALID_JSON_TYPE,
                "string-for-decimal",
                "a string comes where a decimal belongs",
                "decimal",
                "0.25",
                0.25);
        wrong(INVALID_JSON_TYPE, "number-for-boolean", "a number comes where a boolean belongs", "boolean", 0, false);
        wrong(
                INVALID_DATE_TIME,
                "no-leap-day",
                "a date names a leap day of a common year",
                "date",
                "2023-02-29",
                "2024-02-29");
        wrong(
                INVALID_DATE_TIME,
                "no-thirty-first",
                "a date names a day its month lacks",
                "date",
                "2023-04-31",
                "2023-05-31");
        wrong(
                INVALID_DATE_TIME,
                "no-sixtieth-minute",
                "a point in time has a minute no hour has",
                "dateTime",
                "2012-03-12 01:60:45 +0000",
                "2012-03-12 01:59:45 +0000");
    }

    private void wrong(
            ErrorCode code, String slug, String condition, String type, Object malformed, Object wellFormed) {
        prove(code, slug)
                .on("/entity.update")
                .when(condition)
                .readAs(slug.equals("string-for-integer") ? "R-example-of-360" : "R-bad-value")
                .given(tenant ->
                        tenant.types().create(Attribute.of("value", type)).entity("value", wellFormed))
                .drive((tenant, entity) -> tenant.owner().update(entity, "value", malformed))
                .twin((tenant, entity) -> tenant.owner().update(entity, "value", wellFormed));
    }
}
