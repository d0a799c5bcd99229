using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Integration.Mapping.Documents;
using Integration.Mapping.Flows;
using Integration.Mapping.Lookups;
using Xunit;

namespace Integration.Tests.Unit.Mapping.Documents;

/// <summary>The examples of docs/mapping.md must be what the readers take.</summary>
public sealed partial class DocumentationTests
{
    [Fact]
    public void Examples_of_the_manual_are_valid()
    {
        var examples = Example().Matches(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Data", "docs", "mapping.md"))).Select(match => match.Groups[1].Value).ToList();

        Assert.Equal(3, examples.Count);
        Assert.Equal("xcart-acumatica.orders", MappingDocument.Parse(examples[0]).Id);
        Assert.True(LookupTables.Parse(JsonNode.Parse($"{{{examples[1]}}}")!["lookups"]!.AsObject(), "example").TryFind("payment-methods", "credit CARD", out var value));
        Assert.Equal("CC", value.GetValue<string>());
        Assert.Equal(3, FlowDocument.Parse(examples[2]).Rules.Count);
    }

    [GeneratedRegex("```json\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex Example();
}
