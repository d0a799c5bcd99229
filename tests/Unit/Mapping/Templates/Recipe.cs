using System.Text.RegularExpressions;

namespace Integration.Tests.Unit.Mapping.Templates;

/// <summary>A recipe of docs/guides/mapping-recipes.md.</summary>
/// <param name="Title">Its heading.</param>
/// <param name="Template">The template it shows.</param>
/// <param name="Blocks">Its examples: rule, tables, input, and output or problems.</param>
internal sealed partial record Recipe(string Title, string Template, IReadOnlyDictionary<string, string> Blocks)
{
    public static IReadOnlyList<Recipe> All { get; } =
        [.. File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Data", "docs", "mapping-recipes.md")).Split("\n## ")[1..].Select(Read)];

    private static Recipe Read(string section) => new(
        section[..section.IndexOf('\n', StringComparison.Ordinal)],
        TemplateName().Match(section).Groups[1].Value,
        Example().Matches(section).ToDictionary(match => match.Groups[1].Value, match => match.Groups[2].Value.Trim()));

    [GeneratedRegex(@"^Template \[`([a-z.-]+)`\]\(\.\./\.\./infra/Integration\.Mapping/Templates/\1\.json\)", RegexOptions.Multiline)]
    private static partial Regex TemplateName();

    [GeneratedRegex("```json ([a-z]+)\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex Example();
}
