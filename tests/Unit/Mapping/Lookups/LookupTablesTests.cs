using System.Text.Json.Nodes;
using Integration.Mapping.Lookups;
using Integration.Mapping.Reading;
using Xunit;

namespace Integration.Tests.Unit.Mapping.Lookups;

public sealed class LookupTablesTests
{
    [Fact]
    public void Code_is_found_and_an_unknown_one_is_not()
    {
        var tables = Parse("""{ "payment-methods": { "codes": { "PayPal": "PAYPAL", "Visa": "CC" } } }""");

        Assert.True(tables.TryFind("payment-methods", " Visa ", out var value));
        Assert.Equal("CC", value.GetValue<string>());
        Assert.False(tables.TryFind("payment-methods", "visa", out _));
        Assert.False(tables.TryFind("no-such-table", "Visa", out _));
    }

    [Fact]
    public void Letter_case_and_default_are_as_the_table_says()
    {
        var tables = Parse("""{ "terms": { "ignoreCase": true, "default": "NET30", "codes": { "COD": "COD" } } }""");

        Assert.True(tables.TryFind("terms", "cod", out var known));
        Assert.Equal("COD", known.GetValue<string>());
        Assert.True(tables.TryFind("terms", "other", out var other));
        Assert.Equal("NET30", other.GetValue<string>());
    }

    [Fact]
    public void Every_error_is_told_with_its_place()
    {
        var failure = Assert.Throws<DocumentException>(() => Parse("""{ "a": { "codes": { "x": {} }, "ignorecase": true }, "b": {} }"""));

        Assert.Equal(3, failure.Errors.Count);
        Assert.Contains(failure.Errors, error => error.Contains("pairs/shop.json lookups, 'a'", StringComparison.Ordinal) && error.Contains("unknown property 'ignorecase'", StringComparison.Ordinal));
        Assert.Contains(failure.Errors, error => error.Contains("'b'", StringComparison.Ordinal) && error.Contains("'codes' is missing", StringComparison.Ordinal));
    }

    private static LookupTables Parse(string json) => LookupTables.Parse(JsonNode.Parse(json)!.AsObject(), "pairs/shop.json lookups");
}
