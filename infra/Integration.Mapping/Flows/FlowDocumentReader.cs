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
            Screening = FlowScheduleReader.Screening(document.Object("screening")),
            Deadlines = FlowScheduleReader.Deadlines(document.Object("deadlines")),
            BackOff = FlowScheduleReader.BackOff(document),
            Sweep = FlowScheduleReader.Sweep(document.Object("sweep")),
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
            Channels = Channels(rule),
            Often = rule.Flag("often"),
        };
        if (action == FlowAction.Set != result.Set.Count > 0)
            rule.Error("'set' belongs to the action 'set' and to no other, and must name a value.");
        if (result.Channels.Count > 0 && action != FlowAction.Notify)
            rule.Error("'channels' belongs to the action 'notify' and to no other.");
        if (result.Often && action is not (FlowAction.Hold or FlowAction.Reject))
            rule.Error("'often' belongs to the actions 'hold' and 'reject' and to no other.");
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
            if (!SettableFields.Contains(path))
                set.Error($"'{path}' cannot be set. A rule may set: {SettableFields.Listed}.");
            if (value is JsonObject && set.Object(path) is { } inner)
            {
                expression = inner.Expression("expr");
                if (!inner.Has("expr"))
                    inner.Error("must be a plain value or { \"expr\": \"…\" }.");
                inner.RefuseUnknown();
            }
            else if (value is JsonArray)
            {
                set.Error($"'{path}' must be a plain value or {{ \"expr\": \"…\" }}.");
            }

            result.Add(new FlowAssignment(path, expression is null ? value?.DeepClone() : null, expression));
        }

        return result;
    }

    private static List<string> Channels(StrictObject rule)
    {
        var result = new List<string>();
        foreach (var item in rule.Array("channels"))
        {
            if (item?.GetValueKind() == JsonValueKind.String && item.GetValue<string>() is { Length: > 0 } name)
                result.Add(name);
            else
                rule.Error("property 'channels' must hold names of channels, such as \"log\".");
        }

        return result;
    }
}
