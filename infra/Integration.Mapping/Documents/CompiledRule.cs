using Integration.Mapping.Jsonata.Paths;

namespace Integration.Mapping.Documents;

/// <summary>A rule with its paths taken apart.</summary>
internal sealed class CompiledRule
{
    private const string Root = "$$.";

    private CompiledRule(MappingRule rule, string prefix)
    {
        Rule = rule;
        Name = prefix + rule.To;
        Target = rule.To.Split('.');
        if (rule.IsPath)
        {
            IsRooted = rule.SourceText.StartsWith(Root, StringComparison.Ordinal);
            Path = new NamePath((IsRooted ? rule.SourceText[Root.Length..] : rule.SourceText).Split('.'));
        }

        ConversionReadsRecord = rule.Convert?.Arguments.Any() == true;
        Items = Of(rule.Rules, $"{Name}.");
    }

    public MappingRule Rule { get; }

    /// <summary>The whole target path, without positions.</summary>
    public string Name { get; }

    public string[] Target { get; }

    /// <summary>The plain source path, or null.</summary>
    public NamePath? Path { get; }

    /// <summary>The path starts at the whole document.</summary>
    public bool IsRooted { get; }

    /// <summary>The conversion takes more from the record than its value.</summary>
    public bool ConversionReadsRecord { get; }

    public CompiledRule[] Items { get; }

    public static CompiledRule[] Of(IReadOnlyList<MappingRule> rules, string prefix) => [.. rules.Select(rule => new CompiledRule(rule, prefix))];
}
