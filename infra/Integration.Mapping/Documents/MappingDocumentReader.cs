using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Integration.Mapping.Conversions;
using Integration.Mapping.Reading;

namespace Integration.Mapping.Documents;

/// <summary>Reads mapping documents.</summary>
internal static partial class MappingDocumentReader
{
    private static readonly string[] Sources = ["from", "expr", "value", "each"];
    private static readonly string[] NotBesideEach = ["default", "lookup", "convert", "maxLength"];
    private static readonly string[] NotBesideValue = ["default", "lookup", "convert", "required", "maxLength"];

    public static MappingDocument Read(string text)
    {
        var errors = new List<string>();
        var document = StrictObject.Parse(text, "mapping document", errors);
        document.Any("$schema");
        document.Text("description");
        var result = new MappingDocument
        {
            Id = document.Text("id", required: true) ?? string.Empty,
            Version = document.Number("version", 1, int.MaxValue, required: true) ?? 0,
            Lane = document.Text("lane", required: true) ?? string.Empty,
            Direction = document.Word("direction", true, "toErp", "toStorefront") == "toStorefront" ? MappingDirection.ToStorefront : MappingDirection.ToErp,
            Source = document.Text("source", required: true) ?? string.Empty,
            Target = document.Text("target", required: true) ?? string.Empty,
            Rules = Rules(document),
        };
        document.RefuseUnknown();
        return errors.Count == 0 ? result : throw new DocumentException(errors);
    }

    private static List<MappingRule> Rules(StrictObject owner) => [.. owner.Objects("rules", true, Place).Select(Rule)];

    private static string Place(JsonObject rule, int index) =>
        rule["to"] is JsonValue to && to.GetValueKind() == System.Text.Json.JsonValueKind.String
            ? $"rule {index + 1} (to '{to.GetValue<string>()}')"
            : $"rule {index + 1}";

    private static MappingRule Rule(StrictObject rule)
    {
        rule.Text("description");
        var to = rule.Text("to", required: true) ?? string.Empty;
        if (to.Length > 0 && !Path().IsMatch(to))
            rule.Error($"'to' is '{to}' but must be names joined by dots.");
        rule.Any("rules");
        var source = SourceOf(rule);
        var result = source with
        {
            To = to,
            When = rule.Expression("when"),
            Default = rule.Any("default")?.DeepClone(),
            Lookup = rule.Text("lookup"),
            Convert = rule.Object("convert") is { } convert ? ConversionReader.Read(convert) : null,
            Required = rule.Flag("required"),
            MaxLength = rule.Number("maxLength", 1, 1_000_000),
            Rules = rule.Has("rules") || source.Source == RuleSource.Items ? Rules(rule) : [],
        };
        CheckCombination(rule, result);
        rule.RefuseUnknown();
        return result;
    }

    private static MappingRule SourceOf(StrictObject rule)
    {
        string[] given = [.. Sources.Where(rule.Has)];
        if (given.Length != 1)
            rule.Error($"must have exactly one of 'from', 'expr', 'value' and 'each', but has {(given.Length == 0 ? "none" : string.Join(", ", given))}.");
        switch (given.FirstOrDefault())
        {
            case "from":
                var from = rule.Text("from") ?? string.Empty;
                if (from.Length > 0 && !SourcePath().IsMatch(from))
                    rule.Error($"'from' is '{from}' but must be names joined by dots ('$$.' before them starts at the whole document); use 'expr' for more.");
                return new MappingRule { To = string.Empty, Source = RuleSource.Path, SourceText = from };
            case "each":
                var each = rule.Text("each") ?? string.Empty;
                var expression = SourcePath().IsMatch(each) ? null : rule.Expression("each");
                return new MappingRule { To = string.Empty, Source = RuleSource.Items, SourceText = each, Expression = expression };
            case "value":
                return new MappingRule { To = string.Empty, Source = RuleSource.Constant, Value = rule.Any("value")?.DeepClone() };
            default:
                return new MappingRule { To = string.Empty, Source = RuleSource.Expression, SourceText = rule.Text("expr") ?? string.Empty, Expression = rule.Expression("expr") };
        }
    }

    private static void CheckCombination(StrictObject rule, MappingRule result)
    {
        if (result.Source == RuleSource.Items)
        {
            if (result.Rules.Count == 0)
                rule.Error("'each' needs 'rules' for its items.");
            foreach (var name in NotBesideEach.Where(rule.Has))
                rule.Error($"'{name}' cannot stand beside 'each'.");
            return;
        }

        if (rule.Has("rules"))
            rule.Error("'rules' needs 'each'.");
        if (result.Source == RuleSource.Constant)
        {
            foreach (var name in NotBesideValue.Where(rule.Has))
                rule.Error($"'{name}' cannot stand beside 'value'.");
        }
    }

    [GeneratedRegex(@"^[A-Za-z_][A-Za-z0-9_-]*(\.[A-Za-z_][A-Za-z0-9_-]*)*\z")]
    private static partial Regex Path();

    [GeneratedRegex(@"^(\$\$\.)?[A-Za-z_][A-Za-z0-9_]*(\.[A-Za-z_][A-Za-z0-9_]*)*\z")]
    private static partial Regex SourcePath();
}
