using System.Globalization;
using System.Text.Json.Nodes;
using Integration.Mapping.Conversions;
using Integration.Mapping.Jsonata;
using Integration.Mapping.Jsonata.Execution;
using Integration.Mapping.Jsonata.Values;
using Integration.Mapping.Lookups;

namespace Integration.Mapping.Documents;

/// <summary>One record on its way through the rules.</summary>
internal sealed class RecordMapping
{
    private const string Index = "index";
    private readonly MappingDocument _document;
    private readonly ILookups _lookups;
    private readonly MappingContext _context;
    private readonly CancellationToken _ct;
    private readonly object? _root;
    private readonly string[] _names;
    private readonly object?[] _values;
    private readonly Frame _pathFrame;
    private readonly ConversionContext _conversion;
    private readonly List<MappingProblem> _problems = [];
    private HashSet<(string, string)>? _unmapped;

    public RecordMapping(MappingDocument document, JsonNode source, ILookups lookups, MappingContext context, CancellationToken ct)
    {
        _document = document;
        _lookups = lookups;
        _context = context;
        _ct = ct;
        try
        {
            _root = NodeReader.Read(source);
        }
        catch (JsonataException failure)
        {
            Report(ProblemKind.ConversionFailed, string.Empty, string.Empty, $"The source cannot be read. {failure.Message}");
        }

        _names = ["$", Index, .. context.Bindings.Keys];
        _values = [_root, null, .. context.Bindings.Values.Select(NodeReader.Read)];
        _pathFrame = new Frame(NewRun());
        _conversion = new ConversionContext(context.TimeZone, lookups, _ => throw new InvalidOperationException("The conversion names no arguments."));
    }

    public IReadOnlyList<MappingProblem> Problems => _problems;

    public JsonObject Map(CompiledRule[] rules)
    {
        var target = new JsonObject();
        if (_root is not null)
            Map(rules, JsonataExpression.Wrapped(_root), target, string.Empty, _values);
        return target;
    }

    /// <param name="rules">The rules.</param>
    /// <param name="item">What their paths start at.</param>
    /// <param name="target">What they write to.</param>
    /// <param name="place">Where that is in the whole target, with a dot at its end.</param>
    /// <param name="values">The values of the variables.</param>
    private void Map(CompiledRule[] rules, object? item, JsonObject target, string place, object?[] values)
    {
        foreach (var rule in rules)
        {
            try
            {
                if (rule.Rule.When is null || Truth.IsTrue(Evaluate(rule.Rule.When, item, values)))
                    Apply(rule, item, target, place, values);
            }
            catch (JsonataException failure)
            {
                var at = place + rule.Rule.To;
                var kind = failure.Code is "U1001" or "U1002" ? ProblemKind.LimitExceeded : ProblemKind.ExpressionFailed;
                Report(kind, rule.Name, at, $"The expression of '{at}' failed. {failure.Message}");
            }
            catch (UnmappedCodeException unmapped)
            {
                ReportUnmapped(rule, unmapped.Table, unmapped.Code, place);
            }
            catch (ConversionException failure)
            {
                var at = place + rule.Rule.To;
                Report(ProblemKind.ConversionFailed, rule.Name, at, $"'{at}' cannot be written: {failure.Message}");
            }
        }
    }

    private void Apply(CompiledRule rule, object? item, JsonObject target, string place, object?[] values)
    {
        var value = rule.Rule.Source switch
        {
            RuleSource.Constant => null,
            _ when rule.Path is not null => Sequences.Unwrap(rule.Path.Evaluate(rule.IsRooted ? _root : item, _pathFrame)),
            _ => Evaluate(rule.Rule.Expression!, item, values),
        };
        switch (rule.Rule.Source)
        {
            case RuleSource.Constant:
                Write(target, rule.Target, rule.Rule.Value?.DeepClone());
                break;
            case RuleSource.Items:
                ApplyItems(rule, value, target, place + rule.Rule.To);
                break;
            default:
                ApplyValue(rule, value, target, place, item, values);
                break;
        }
    }

    private void ApplyItems(CompiledRule rule, object? value, JsonObject target, string place)
    {
        var items = value is null or NullValue ? new ArrayValue(0) : Sequences.AsArray(value);
        if (items.Count == 0 && rule.Rule.Required)
            Report(ProblemKind.MissingRequired, rule.Name, place, $"'{place}' needs at least one item, and the source has none.");
        var result = new JsonArray();
        for (var i = 0; i < items.Count; i++)
        {
            var written = new JsonObject();
            object?[] values = [.. _values];
            values[1] = (decimal)i;
            Map(rule.Items, items[i], written, string.Create(CultureInfo.InvariantCulture, $"{place}[{i}]."), values);
            result.Add((JsonNode)written);
        }

        Write(target, rule.Target, result);
    }

    private void ApplyValue(CompiledRule rule, object? value, JsonObject target, string place, object? item, object?[] values)
    {
        if (value is null or NullValue or "" or Function)
        {
            if (rule.Rule.Default is not null)
                Write(target, rule.Target, rule.Rule.Default.DeepClone());
            else if (rule.Rule.Required)
                Report(ProblemKind.MissingRequired, rule.Name, place + rule.Rule.To, $"'{place + rule.Rule.To}' is required, and the source gives no value for it.");
            return;
        }

        if (rule.Rule.Lookup is { } lookup && !TryLookup(rule, lookup, place, ref value))
            return;
        if (rule.Rule.Convert is { } conversion)
            value = conversion.Convert(value, rule.ConversionReadsRecord ? ContextOf(item, values) : _conversion);

        if (rule.Rule.MaxLength is { } most && value is string text && text.Length > most)
            throw new ConversionException($"the text has {text.Length} characters, and the target takes {most}.");
        if (value is not null and not "")
            Write(target, rule.Target, NodeOf(value));
        else if (rule.Rule.Required)
            Report(ProblemKind.MissingRequired, rule.Name, place + rule.Rule.To, $"'{place + rule.Rule.To}' is required, and nothing is left of its value after conversion.");
    }

    private ConversionContext ContextOf(object? item, object?[] values) =>
        _conversion with { ValueOf = expression => Sequences.Unwrap(Evaluate(expression, item, values)) };

    private JsonNode? NodeOf(object value) => value switch
    {
        string text => JsonValue.Create(text),
        decimal number => JsonValue.Create(number),
        _ => NodeWriter.Write(value, _context.Limits),
    };

    private bool TryLookup(CompiledRule rule, string lookup, string place, ref object value)
    {
        if (value is not (string or decimal or bool))
            throw new ConversionException("a lookup needs a single code, not an object or array.");
        var code = JsonText.Of(value, _pathFrame.Run);
        if (_lookups.TryFind(lookup, code, out var found))
        {
            value = NodeReader.Read(found);
            return true;
        }

        ReportUnmapped(rule, lookup, code, place);
        return false;
    }

    /// <param name="rule">The rule.</param>
    /// <param name="lookup">The table, or null for the rule's own status list.</param>
    /// <param name="code">The code.</param>
    /// <param name="place">Where in the target, without the rule's own path.</param>
    private void ReportUnmapped(CompiledRule rule, string? lookup, string code, string place)
    {
        if (!(_unmapped ??= []).Add((lookup ?? rule.Name, code)))
            return;
        place += rule.Rule.To;
        var message = lookup is null
            ? $"The code '{code}' is not in the status list of '{rule.Name}'. Add it to the mapping document."
            : $"The code '{code}' is not in the lookup '{lookup}'. Add it there; the record is then retried.";
        Report(ProblemKind.UnmappedCode, rule.Name, place, message, lookup, code);
    }

    /// <summary>Every expression has limits of its own, so that one rule cannot use up another's.</summary>
    private object? Evaluate(JsonataExpression expression, object? item, object?[] values) =>
        expression.EvaluateIn(item, new Frame(NewRun(), _names, values));

    private Run NewRun() => new(_context.Limits, _context.Clock, _ct);

    private static void Write(JsonObject target, string[] path, JsonNode? value)
    {
        for (var i = 0; i < path.Length - 1; i++)
        {
            if (target[path[i]] is not JsonObject inner)
                target[path[i]] = inner = [];
            target = inner;
        }

        target[path[^1]] = value;
    }

    private void Report(ProblemKind kind, string rule, string place, string message, string? lookup = null, string? code = null) =>
        _problems.Add(new MappingProblem
        {
            Kind = kind,
            Document = _document.Id,
            Version = _document.Version,
            Rule = rule,
            Place = place,
            Message = message,
            Lookup = lookup,
            Code = code,
        });
}
