using System.Text.Json;
using System.Text.RegularExpressions;

namespace Integration.Mapping.Documents;

/// <summary>What can be said of a document before any record: paths, types, targets written twice.</summary>
internal sealed partial class MappingChecks
{
    private const string Root = "$$.";
    private readonly IDocumentSchema? _source;
    private readonly IDocumentSchema? _target;
    private readonly string _where;
    private readonly List<string> _errors = [];

    private MappingChecks(MappingDocument document, IDocumentSchema? source, IDocumentSchema? target)
    {
        _source = source;
        _target = target;
        _where = $"mapping document '{document.Id}' version {document.Version}";
    }

    public static IReadOnlyList<string> Check(MappingDocument document, IDocumentSchema? source, IDocumentSchema? target)
    {
        var checks = new MappingChecks(document, source, target);
        checks.CheckName("source", document.Source, source);
        checks.CheckName("target", document.Target, target);
        checks.CheckRules(document.Rules, string.Empty, string.Empty);
        return checks._errors;
    }

    private void CheckName(string side, string name, IDocumentSchema? schema)
    {
        if (schema is not null && schema.Name != name)
            _errors.Add($"{_where}: its {side} is '{name}' but the schema given is '{schema.Name}'.");
    }

    /// <param name="rules">The rules of the document or of one <c>each</c>.</param>
    /// <param name="sourcePrefix">The path of the array whose items they read, with a dot; null if it is not known.</param>
    /// <param name="targetPrefix">The path of the array whose items they write, with a dot.</param>
    private void CheckRules(IReadOnlyList<MappingRule> rules, string? sourcePrefix, string targetPrefix)
    {
        foreach (var rule in rules)
        {
            CheckTarget(rule, targetPrefix);
            var itemPrefix = CheckSource(rule, sourcePrefix, targetPrefix);
            CheckArguments(rule, sourcePrefix, targetPrefix);
            if (rule.Source == RuleSource.Items)
                CheckRules(rule.Rules, itemPrefix, $"{targetPrefix}{rule.To}.");
        }

        foreach (var group in rules.GroupBy(rule => rule.To, StringComparer.Ordinal).Where(group => group.Count(rule => rule.When is null) > 1))
            Error(targetPrefix + group.Key, "is written by more than one rule without 'when'.");
        foreach (var rule in rules)
        {
            var inner = rules.FirstOrDefault(other => other.To.StartsWith(rule.To + ".", StringComparison.Ordinal));
            if (inner is not null)
                Error(targetPrefix + rule.To, $"is written as a whole, and '{inner.To}' within it as well.");
        }
    }

    private void CheckTarget(MappingRule rule, string prefix)
    {
        if (_target is null)
            return;
        var path = prefix + rule.To;
        if (!_target.Knows(path, out var type))
        {
            Error(path, $"the target '{_target.Name}' has no such path.");
            return;
        }

        var fits = rule.Source switch
        {
            RuleSource.Items => type is SchemaType.Array or SchemaType.Any,
            RuleSource.Constant => Fits(rule.Value?.GetValueKind(), type),
            _ => rule.Convert is null || type is not (SchemaType.Object or SchemaType.Array),
        };
        if (!fits)
            Error(path, $"is of type {type} in the target '{_target.Name}', which this rule does not write.");
        CheckArraysOnTheWay(rule.To, prefix);
    }

    private void CheckArraysOnTheWay(string to, string prefix)
    {
        for (var dot = to.IndexOf('.', StringComparison.Ordinal); dot >= 0; dot = to.IndexOf('.', dot + 1))
        {
            if (_target!.Knows(prefix + to[..dot], out var type) && type == SchemaType.Array)
                Error(prefix + to, $"'{prefix}{to[..dot]}' is an array; write its items with 'each'.");
        }
    }

    private string? CheckSource(MappingRule rule, string? prefix, string targetPrefix)
    {
        if (!rule.IsPath)
            return null;
        var isRooted = rule.SourceText.StartsWith(Root, StringComparison.Ordinal);
        if (_source is null || (prefix is null && !isRooted))
            return null;
        var path = isRooted ? rule.SourceText[Root.Length..] : prefix + rule.SourceText;
        if (!_source.Knows(path, out var type))
        {
            Error(targetPrefix + rule.To, $"the source '{_source.Name}' has no path '{path}'.");
            return null;
        }

        if (rule.Source == RuleSource.Items && type is not (SchemaType.Array or SchemaType.Any))
            Error(targetPrefix + rule.To, $"'each' is '{path}', which is not an array in the source '{_source.Name}'.");
        return $"{path}.";
    }

    private void CheckArguments(MappingRule rule, string? prefix, string targetPrefix)
    {
        foreach (var argument in rule.Convert?.Arguments ?? [])
        {
            if (!PlainPath().IsMatch(argument.Text))
                continue;
            var isRooted = argument.Text.StartsWith(Root, StringComparison.Ordinal);
            if (_source is null || (prefix is null && !isRooted))
                continue;
            var path = isRooted ? argument.Text[Root.Length..] : prefix + argument.Text;
            if (!_source.Knows(path, out _))
                Error(targetPrefix + rule.To, $"the source '{_source.Name}' has no path '{path}', which 'convert' needs.");
        }
    }

    [GeneratedRegex(@"^(\$\$\.)?(?!(null|true|false)\z)[A-Za-z_][A-Za-z0-9_]*(\.[A-Za-z_][A-Za-z0-9_]*)*\z")]
    private static partial Regex PlainPath();

    private static bool Fits(JsonValueKind? kind, SchemaType type) => kind switch
    {
        JsonValueKind.String => type is SchemaType.Text or SchemaType.Any,
        JsonValueKind.Number => type is SchemaType.Number or SchemaType.Any,
        JsonValueKind.True or JsonValueKind.False => type is SchemaType.Flag or SchemaType.Any,
        JsonValueKind.Object => type is SchemaType.Object or SchemaType.Any,
        JsonValueKind.Array => type is SchemaType.Array or SchemaType.Any,
        _ => true,
    };

    private void Error(string path, string text) => _errors.Add($"{_where}, rule to '{path}': {text}");
}
