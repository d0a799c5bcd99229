using Integration.Mapping.Documents;
using Integration.Mapping.Reading;
using Xunit;

namespace Integration.Tests.Unit.Mapping.Documents;

public sealed class MappingDocumentTests
{
    private static readonly PathSchema Source = new("canonical.order", new Dictionary<string, SchemaType>
    {
        ["number"] = SchemaType.Text,
        ["total.amount"] = SchemaType.Number,
        ["lines"] = SchemaType.Array,
        ["lines.sku"] = SchemaType.Text,
    });

    private static readonly PathSchema Target = new("erp.SalesOrder", new Dictionary<string, SchemaType>
    {
        ["CustomerOrder"] = SchemaType.Text,
        ["Hold"] = SchemaType.Flag,
        ["Details"] = SchemaType.Array,
        ["Details.InventoryID"] = SchemaType.Text,
    });

    [Fact]
    public void Unknown_property_is_named_with_document_rule_and_what_is_known()
    {
        var failure = Assert.Throws<DocumentException>(() => Parse("""{ "to": "CustomerOrder", "form": "number" }"""));

        Assert.Contains("mapping document 'shop.orders', rule 1 (to 'CustomerOrder'): unknown property 'form'", failure.Message, StringComparison.Ordinal);
        Assert.Contains("from", failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{ "to": "A", "from": "b", "value": 1 }""", "exactly one of")]
    [InlineData("""{ "to": "A" }""", "exactly one of")]
    [InlineData("""{ "to": "A..B", "value": 1 }""", "names joined by dots")]
    [InlineData("""{ "to": "A", "from": "b[0]" }""", "use 'expr' for more")]
    [InlineData("""{ "to": "A", "expr": "b[" }""", "not a JSONata expression")]
    [InlineData("""{ "to": "A", "each": "b" }""", "'rules' must be an array")]
    [InlineData("""{ "to": "A", "from": "b", "rules": [] }""", "'rules' needs 'each'")]
    [InlineData("""{ "to": "A", "value": 1, "required": true }""", "cannot stand beside 'value'")]
    [InlineData("""{ "to": "A", "from": "b", "maxLength": 0 }""", "whole number from 1")]
    [InlineData("""{ "to": "A", "from": "b", "convert": { "kind": "dates" } }""", "must be one of: date, number")]
    [InlineData("""{ "to": "A", "from": "b", "convert": { "kind": "date", "zone": "Mars/Base" } }""", "not an IANA time zone")]
    [InlineData("""{ "to": "A", "from": "b", "convert": { "kind": "unit", "from": "kg", "to": "m" } }""", "do not measure the same")]
    [InlineData("""{ "to": "A", "from": "b", "convert": { "kind": "number", "digits": 2 } }""", "unknown property 'digits'")]
    public void Mistake_in_a_rule_is_told(string rule, string expected)
    {
        var failure = Assert.Throws<DocumentException>(() => Parse(rule));

        Assert.Contains(failure.Errors, error => error.Contains(expected, StringComparison.Ordinal));
    }

    [Fact]
    public void Duplicate_property_is_refused() =>
        Assert.Throws<DocumentException>(() => MappingDocument.Parse("""{ "id": "a", "id": "b" }"""));

    [Theory]
    [InlineData("""{ "to": "CustomerOrderNo", "from": "number" }""", "the target 'erp.SalesOrder' has no such path")]
    [InlineData("""{ "to": "CustomerOrder", "from": "nummer" }""", "the source 'canonical.order' has no path 'nummer'")]
    [InlineData("""{ "to": "Hold", "value": "yes" }""", "is of type Flag")]
    [InlineData("""{ "to": "Details", "each": "number", "rules": [ { "to": "InventoryID", "value": "X" } ] }""", "not an array")]
    [InlineData("""{ "to": "Details", "each": "lines", "rules": [ { "to": "InventoryID", "from": "code" } ] }""", "has no path 'lines.code'")]
    [InlineData("""{ "to": "Details.InventoryID", "from": "number" }""", "write its items with 'each'")]
    [InlineData("""{ "to": "Hold", "value": true }, { "to": "Hold", "value": false }""", "more than one rule without 'when'")]
    [InlineData("""{ "to": "Details", "expr": "[]" }, { "to": "Details.InventoryID", "value": "X" }""", "written as a whole")]
    public void Path_that_does_not_fit_the_schemas_is_told(string rules, string expected)
    {
        var failure = Assert.Throws<DocumentException>(() => Parse(rules).Compile(Source, Target));

        Assert.Contains(failure.Errors, error => error.Contains(expected, StringComparison.Ordinal));
    }

    [Fact]
    public void Paths_that_fit_compile()
    {
        var mapping = Parse("""
            { "to": "CustomerOrder", "from": "number", "lookup": "numbers" },
            { "to": "Hold", "value": true, "when": "total.amount > 100" },
            { "to": "Hold", "value": false, "when": "total.amount <= 100" },
            { "to": "Details", "each": "lines", "rules": [ { "to": "InventoryID", "from": "sku", "lookup": "skus" } ] }
            """).Compile(Source, Target);

        Assert.Equal(["numbers", "skus"], mapping.Lookups);
    }

    internal static MappingDocument Parse(string rules) => MappingDocument.Parse($$"""
        { "id": "shop.orders", "version": 7, "lane": "orders", "direction": "toErp", "source": "canonical.order", "target": "erp.SalesOrder", "rules": [ {{rules}} ] }
        """);
}
