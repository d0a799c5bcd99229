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
        [.. Example().Matches(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Data", "docs", page))).Select(match => match.Groups[1].Value)];

    [GeneratedRegex("```json\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex Example();
}
