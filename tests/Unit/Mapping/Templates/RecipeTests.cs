using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Integration.Contracts.Orders;
using Integration.Contracts.Serialization;
using Integration.Mapping.Documents;
using Integration.Mapping.Lookups;
using Integration.Mapping.Templates;
using Integration.Tests.Unit.Mapping.Conversions;
using Xunit;

namespace Integration.Tests.Unit.Mapping.Templates;

/// <summary>What docs/guides/mapping-recipes.md says is what the shipped templates do.</summary>
public sealed class RecipeTests
{
    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private static readonly MappingContext Context = new() { TimeZone = TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin") };

    public static TheoryData<string> Titles => [.. Recipe.All.Select(recipe => recipe.Title)];

    public static TheoryData<string> Templates => [.. MappingTemplates.Names];

    [Theory]
    [MemberData(nameof(Titles))]
    public void Input_becomes_output_or_problems(string title)
    {
        var recipe = Recipe.All.Single(recipe => recipe.Title == title);
        var tables = recipe.Blocks.TryGetValue("tables", out var text) ? Converting.Tables(text) : LookupTables.None;

        var result = Compiled(recipe.Template).Map(JsonNode.Parse(recipe.Blocks["input"])!, tables, Context, TestContext.Current.CancellationToken);

        var problems = recipe.Blocks.TryGetValue("problems", out var messages) ? JsonNode.Parse(messages)!.AsArray().Select(message => message!.GetValue<string>()) : [];
        Assert.Equal(problems, result.Problems.Select(problem => problem.Message));
        if (result.Document is not null)
            Assert.Equal(JsonNode.Parse(recipe.Blocks["output"])!.ToJsonString(Readable), result.Document.ToJsonString(Readable));
        if (recipe.Blocks.TryGetValue("rule", out var rule))
            Assert.Contains(rule, MappingTemplates.Read(recipe.Template), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Templates))]
    public void Every_template_says_what_it_is_and_has_a_recipe(string name)
    {
        var template = JsonNode.Parse(MappingTemplates.Read(name))!;

        Assert.Equal($"template.{name}", template["id"]!.GetValue<string>());
        Assert.NotEmpty(template["description"]!.GetValue<string>());
        Assert.Contains(Recipe.All, recipe => recipe.Template == name);
        Compiled(name);
    }

    /// <summary>Templates that read the canonical order are checked against it.</summary>
    private static CompiledMapping Compiled(string name)
    {
        var document = MappingDocument.Parse(MappingTemplates.Read(name));
        return document.Compile(document.Source == "order" ? TypeSchema.Of<Order>("order", ContractsJson.Options) : null, null);
    }
}
