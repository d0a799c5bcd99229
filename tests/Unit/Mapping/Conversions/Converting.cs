using System.Text.Json;
using System.Text.Json.Nodes;
using Integration.Mapping.Documents;
using Integration.Mapping.Lookups;
using Integration.Tests.Unit.Mapping.Documents;
using Xunit;

namespace Integration.Tests.Unit.Mapping.Conversions;

/// <summary>Maps one value by one conversion.</summary>
internal static class Converting
{
    private static readonly TimeZoneInfo Berlin = TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin");

    /// <summary>The record holds the value as <c>value</c>; the target as <c>to</c>.</summary>
    public static MappingResult Map(string convert, JsonObject record, string? lookups = null) =>
        MappingDocumentTests.Parse($$"""{ "to": "to", "from": "value", "convert": {{convert}} }""")
            .Compile(null, null)
            .Map(record, lookups is null ? LookupTables.None : Tables(lookups), new MappingContext { TimeZone = Berlin }, TestContext.Current.CancellationToken);

    public static MappingResult Map(string convert, object value, string? country = null, string? lookups = null) =>
        Map(convert, new JsonObject { ["value"] = JsonSerializer.SerializeToNode(value), ["country"] = country }, lookups);

    /// <summary>What is written, or null; a problem fails the test.</summary>
    public static string? Text(string convert, object value, string? country = null, string? lookups = null)
    {
        var result = Map(convert, value, country, lookups);
        Assert.Empty(result.Problems);
        return result.Document!["to"]?.ToString();
    }

    /// <summary>The one problem, which must not show the value.</summary>
    public static MappingProblem Problem(string convert, object value, string? country = null, string? lookups = null)
    {
        var result = Map(convert, value, country, lookups);
        var problem = Assert.Single(result.Problems);
        Assert.Null(result.Document);
        Assert.Equal(("to", "to"), (problem.Rule, problem.Place));
        Assert.DoesNotContain(value.ToString()!, problem.Message, StringComparison.Ordinal);
        return problem;
    }

    public static LookupTables Tables(string lookups) => LookupTables.Parse(JsonNode.Parse(lookups)!.AsObject(), "pair.json: lookups");
}
