using System.Text.Json.Nodes;
using Integration.Mapping.Documents;
using Integration.Mapping.Flows;
using Integration.Mapping.Reading;
using Xunit;

namespace Integration.Tests.Unit.Mapping.Documents;

/// <summary>The published JSON Schemas and the readers must know the same properties.</summary>
public sealed class JsonSchemaTests
{
    [Fact]
    public void Mapping_schema_names_what_the_reader_knows()
    {
        var schema = JsonNode.Parse(MappingDocument.JsonSchema)!;

        Assert.Equal(KnownTo(MappingDocument.Parse, """{ "?": 1 }"""), Properties(schema));
        Assert.Equal(KnownTo(MappingDocument.Parse, """{ "rules": [ { "?": 1 } ] }""", "rule 1"), Properties(schema["$defs"]!["rule"]!).Except(["each", "from", "value"]));
        foreach (var kind in schema["$defs"]!["convert"]!["oneOf"]!.AsArray())
        {
            var name = kind!["properties"]!["kind"]!["const"]!.GetValue<string>();
            var filler = name == "unit" ? """, "from": "g", "to": "kg" """ : string.Empty;
            var document = $$"""{ "rules": [ { "to": "A", "from": "b", "convert": { "kind": "{{name}}", "?": 1 {{filler}} } } ] }""";
            Assert.Equal(KnownTo(MappingDocument.Parse, document, "'convert'"), Properties(kind));
        }
    }

    [Fact]
    public void Mapping_schema_names_what_the_reader_knows_of_rates()
    {
        var currency = JsonNode.Parse(MappingDocument.JsonSchema)!["$defs"]!["convert"]!["oneOf"]!.AsArray().Single(kind => kind!["properties"]!["rate"] is not null)!;

        const string document = """{ "rules": [ { "to": "A", "from": "b", "convert": { "kind": "currency", "to": "EUR", "rate": { "?": 1 } } } ] }""";
        Assert.Equal(KnownTo(MappingDocument.Parse, document, "'rate'"), Properties(currency["properties"]!["rate"]!));
    }

    [Fact]
    public void Flow_schema_names_what_the_reader_knows()
    {
        var schema = JsonNode.Parse(FlowDocument.JsonSchema)!;

        Assert.Equal(KnownTo(FlowDocument.Parse, """{ "?": 1 }"""), Properties(schema));
        Assert.Equal(KnownTo(FlowDocument.Parse, """{ "rules": [ { "?": 1 } ] }""", "rule 1"), Properties(schema["$defs"]!["rule"]!));
        Assert.Equal(KnownTo(FlowDocument.Parse, """{ "sweep": { "?": 1 } }""", "'sweep'"), Properties(schema["properties"]!["sweep"]!));
        Assert.Equal(KnownTo(FlowDocument.Parse, """{ "screening": { "?": 1 } }""", "'screening'"), Properties(schema["properties"]!["screening"]!));
        Assert.Equal(FlowDeadlines.Names.Order(StringComparer.Ordinal), Properties(schema["properties"]!["deadlines"]!));
        Assert.Equal(SettableFields.Listed.Split(", ").Skip(1).Order(StringComparer.Ordinal), Properties(schema["$defs"]!["rule"]!["properties"]!["set"]!));
    }

    private static IEnumerable<string> Properties(JsonNode schema) =>
        schema["properties"]!.AsObject().Select(property => property.Key).Order(StringComparer.Ordinal);

    /// <summary>What the error about an unknown property lists as known.</summary>
    private static string[] KnownTo(Func<string, object> parse, string document, string place = "without id: unknown")
    {
        var failure = Assert.Throws<DocumentException>(() => parse(document));
        var error = failure.Errors.Single(error => error.Contains("unknown property '?'", StringComparison.Ordinal) && error.Contains(place, StringComparison.Ordinal));
        return error.Split("Known here: ")[1].TrimEnd('.').Split(", ");
    }
}
