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
            Map(rules, JsonataExpression.Wrapped(_root), target, string.Empty, null);
        return target;
    }

    private void Map(CompiledRule[] rules, object? item, JsonObject target, string place, object? index)
    {
        foreach (var rule in rules)
        {
            var at = place + rule.Rule.To;
            try
            {
                if (rule.Rule.When is null || Truth.IsTrue(Evaluate(rule.Rule.When, item, index)))
                    Apply(rule, item, target, at, index);
            }
            catch (JsonataException failure)
            {
                var kind = failure.Code is "U1001" or "U1002" ? ProblemKind.LimitExceeded : ProblemKind.ExpressionFailed;
                Report(kind, rule.Name, at, $"The expression of '{at}' failed. {failure.Message}");
            }
            catch (UnmappedCodeException unmapped)
            {
                ReportUnmapped(rule, unmapped.Table, unmapped.Code, at);
            }
            catch (ConversionException failure)
            {
                Report(ProblemKind.ConversionFailed, rule.Name, at, $"'{at}' cannot be written: {failure.Message}");
            }
        }
    }

    private void Apply(CompiledRule rule, object? item, JsonObject target, string place, object? index)
    {
        var value = rule.Rule.Source switch
        {
            RuleSource.Constant => null,
            _ when rule.Path is not null => Sequences.Unwrap(rule.Path.Evaluate(rule.IsRooted ? _root : item, _pathFrame)),
            _ => Evaluate(rule.Rule.Expression!, item, index),
        };
        switch (rule.Rule.Source)
        {
            case RuleSource.Constant:
                Write(target, rule.Target, rule.Rule.Value?.DeepClone());
                break;
            case RuleSource.Items:
                ApplyItems(rule, value, target, place);
                break;
            default:
                ApplyValue(rule, value, target, place, item, index);
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
            var at = string.Create(CultureInfo.InvariantCulture, $"{place}[{i}].");
            Map(rule.Items, items[i], written, at, (decimal)i);
            result.Add((JsonNode)written);
        }

        Write(target, rule.Target, result);
    }

    private void ApplyValue(CompiledRule rule, object? value, JsonObject target, string place, object? item, object? index)
    {
        if (value is null or NullValue or "" or Function)
        {
            if (rule.Rule.Default is not null)
                Write(target, rule.Target, rule.Rule.Default.DeepClone());
            else if (rule.Rule.Required)
                Report(ProblemKind.MissingRequired, rule.Name, place, $"'{place}' is required, and the source gives no value for it.");
            return;
        }

        if (rule.Rule.Lookup is { } lookup && !TryLookup(rule, lookup, place, ref value))
            return;
        if (rule.Rule.Convert is { } conversion)
            value = conversion.Convert(value, rule.ConversionReadsRecord ? ContextOf(item, index) : _conversion);

        if (rule.Rule.MaxLength is { } most && value is string text && text.Length > most)
            throw new ConversionException($"the text has {text.Length} characters, and the target takes {most}.");
        if (value is not null and not "")
            Write(target, rule.Target, value is decimal number ? JsonValue.Create(number) : NodeWriter.Write(value, _context.Limits));
        else if (rule.Rule.Required)
            Report(ProblemKind.MissingRequired, rule.Name, place, $"'{place}' is required, and nothing is left of its value after conversion.");
    }

    private ConversionContext ContextOf(object? item, object? index) =>
        _conversion with { ValueOf = expression => Sequences.Unwrap(Evaluate(expression, item, index)) };

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
    /// <param name="place">Where in the target.</param>
    private void ReportUnmapped(CompiledRule rule, string? lookup, string code, string place)
    {
        if (!(_unmapped ??= []).Add((lookup ?? rule.Name, code)))
            return;
        var message = lookup is null
            ? $"The code '{code}' is not in the status list of '{rule.Name}'. Add it to the mapping document."
            : $"The code '{code}' is not in the lookup '{lookup}'. Add it there; the record is then retried.";
        Report(ProblemKind.UnmappedCode, rule.Name, place, message, lookup, code);
    }

    /// <summary>Every expression has limits of its own, so that one rule cannot use up another's.</summary>
    private object? Evaluate(JsonataExpression expression, object? item, object? index)
    {
        var values = (object?[])_values.Clone();
        values[1] = index;
        return expression.EvaluateIn(item, new Frame(new Frame(NewRun()), _names, values));
    }

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
