using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Integration.Mapping.Documents;
using Integration.Mapping.Flows;
using Integration.Mapping.Lookups;
using Xunit;

namespace Integration.Tests.Unit.Mapping.Documents;

/// <summary>The examples of docs/mapping.md and docs/rules.md must be what the readers take.</summary>
public sealed partial class DocumentationTests
{
    [Fact]
    public void Examples_of_the_manual_are_valid()
    {
        var examples = Examples("mapping.md");

        Assert.Equal(2, examples.Count);
        Assert.Equal("xcart-acumatica.orders", MappingDocument.Parse(examples[0]).Id);
        Assert.True(LookupTables.Parse(JsonNode.Parse($"{{{examples[1]}}}")!["lookups"]!.AsObject(), "example").TryFind("payment-methods", "credit CARD", out var value));
        Assert.Equal("CC", value.GetValue<string>());
    }

    [Fact]
    public void Tables_of_the_manual_are_valid()
    {
        var example = Tables().Match(Manual()).Groups[1].Value;
        var tables = LookupTables.Parse(JsonNode.Parse($"{{{example}}}")!["lookups"]!.AsObject(), "example");

        Assert.Equal("Bank of Japan", tables.Rates("exchange-rates")!.Find("EUR", "JPY", new DateOnly(2026, 1, 31), inverse: false)!.Source);
        Assert.True(tables.Units("item-units")!.TryFind("BOLT-M8", "EACH", out var unit));
        Assert.Equal(24, unit.Per);
    }

    /// <summary>Every kind and option of the schema stands in the manual.</summary>
    [Fact]
    public void Every_option_of_every_conversion_is_in_the_manual()
    {
        var rows = Manual().Split('\n').Where(line => line.StartsWith("| `", StringComparison.Ordinal)).ToList();
        foreach (var kind in JsonNode.Parse(MappingDocument.JsonSchema)!["$defs"]!["convert"]!["oneOf"]!.AsArray())
        {
            var properties = kind!["properties"]!.AsObject();
            var name = properties["kind"]!["const"]!.GetValue<string>();
            var described = string.Concat(rows.Where(row => row.StartsWith($"| `{name}`", StringComparison.Ordinal)));
            Assert.All(properties.Select(property => property.Key).Except(["kind", "to"]), option => Assert.Contains($"`{option}`", described, StringComparison.Ordinal));
        }
    }

    private static string Manual() => Page("mapping.md");

    private static string Page(string name) => File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Data", "docs", name));

    [GeneratedRegex("```json tables\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex Tables();

    [Fact]
    public void Examples_of_the_rules_manual_are_valid()
    {
        var examples = Examples("rules.md");

        Assert.NotEmpty(examples);
        // What is not a whole document is what stands inside one.
        Assert.All(examples, example => FlowDocument.Parse(example.StartsWith("{\n  \"id\"", StringComparison.Ordinal)
            ? example
            : example.StartsWith("{ \"name\"", StringComparison.Ordinal)
                ? $$"""{ "id": "e", "version": 1, "lane": "orders", "rules": [ {{example}} ] }"""
                : $$"""{ "id": "e", "version": 1, "lane": "orders", {{example}} }"""));
    }

    private static List<string> Examples(string page) =>
        [.. Example().Matches(Page(page)).Select(match => match.Groups[1].Value)];

    [GeneratedRegex("```json\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex Example();
}
