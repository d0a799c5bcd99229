using System.Text.Json;
using System.Text.Json.Nodes;
using Integration.Mapping.Jsonata;
using Integration.Mapping.Reading;

namespace Integration.Mapping.Flows;

/// <summary>Reads flow documents.</summary>
internal static class FlowDocumentReader
{
    public static FlowDocument Read(string text)
    {
        var errors = new List<string>();
        var document = StrictObject.Parse(text, "flow document", errors);
        document.Any("$schema");
        document.Text("description");
        var result = new FlowDocument
        {
            Id = document.Text("id", required: true) ?? string.Empty,
            Version = document.Number("version", 1, int.MaxValue, required: true) ?? 0,
            Lane = document.Text("lane", required: true) ?? string.Empty,
            Enabled = document.Flag("enabled", otherwise: true),
            Rules = [.. document.Objects("rules", false, Place).Select(Rule)],
            Deadlines = Deadlines(document),
            BackOff = BackOff(document),
            Sweep = Sweep(document.Object("sweep")),
        };
        foreach (var twice in result.Rules.GroupBy(rule => rule.Name, StringComparer.Ordinal).Where(group => group.Key.Length > 0 && group.Count() > 1))
            document.Error($"the rule name '{twice.Key}' stands there twice.");
        document.RefuseUnknown();
        return errors.Count == 0 ? result : throw new DocumentException(errors);
    }

    private static string Place(JsonObject rule, int index) =>
        rule["name"] is JsonValue name && name.GetValueKind() == JsonValueKind.String ? $"rule '{name.GetValue<string>()}'" : $"rule {index + 1}";

    private static FlowRule Rule(StrictObject rule)
    {
        var action = rule.Word("action", true, "hold", "reject", "set", "notify") switch
        {
            "reject" => FlowAction.Reject,
            "set" => FlowAction.Set,
            "notify" => FlowAction.Notify,
            _ => FlowAction.Hold,
        };
        rule.Text("description");
        var result = new FlowRule
        {
            Name = rule.Text("name", required: true) ?? string.Empty,
            When = rule.Expression("when"),
            Action = action,
            Reason = rule.Text("reason", required: action != FlowAction.Set) ?? string.Empty,
            Set = Assignments(rule.Object("set")),
        };
        if (action == FlowAction.Set != result.Set.Count > 0)
            rule.Error("'set' belongs to the action 'set' and to no other, and must name a value.");
        rule.RefuseUnknown();
        return result;
    }

    private static List<FlowAssignment> Assignments(StrictObject? set)
    {
        var result = new List<FlowAssignment>();
        foreach (var path in set?.Names ?? [])
        {
            JsonataExpression? expression = null;
            var value = set!.Any(path);
            if (value is JsonObject && set.Object(path) is { } inner)
            {
                expression = inner.Expression("expr");
                if (!inner.Has("expr"))
                    inner.Error("must be a plain value or { \"expr\": \"…\" }.");
                inner.RefuseUnknown();
            }

            result.Add(new FlowAssignment(path, expression is null ? value?.DeepClone() : null, expression));
        }

        return result;
    }

    private static Dictionary<string, TimeSpan> Deadlines(StrictObject document)
    {
        var result = new Dictionary<string, TimeSpan>(StringComparer.Ordinal);
        if (document.Object("deadlines") is not { } deadlines)
            return result;
        foreach (var name in deadlines.Names)
            result[name] = deadlines.Duration(name) ?? TimeSpan.Zero;
        return result;
    }

    private static List<TimeSpan> BackOff(StrictObject document)
    {
        var result = new List<TimeSpan>();
        foreach (var item in document.Array("backOff"))
        {
            if (item?.GetValueKind() == JsonValueKind.String)
                result.Add(document.DurationOf(item.GetValue<string>(), "backOff") ?? TimeSpan.Zero);
            else
                document.Error("property 'backOff' must hold durations such as PT30S.");
        }

        return result;
    }

    private static SweepSchedule? Sweep(StrictObject? sweep)
    {
        if (sweep is null)
            return null;
        var every = sweep.Duration("every");
        var overlap = sweep.Duration("overlap");
        if (!sweep.Has("every") || !sweep.Has("overlap"))
            sweep.Error("needs 'every' and 'overlap'.");
        sweep.RefuseUnknown();
        return new SweepSchedule(every ?? TimeSpan.Zero, overlap ?? TimeSpan.Zero);
    }
}
