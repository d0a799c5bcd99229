using System.Text.Json;
using System.Text.Json.Nodes;
using Integration.Mapping.Jsonata;
using Integration.Mapping.Jsonata.Values;

namespace Integration.Mapping.Flows;

/// <summary>One order on its way through the rules.</summary>
internal sealed class FlowEvaluation(JsonNode order, TimeProvider? clock, CancellationToken ct)
{
    private readonly Lazy<object> _order = new(() => NodeReader.Read(order));
    private readonly List<FlowFinding> _holds = [];
    private readonly List<FlowFinding> _rejects = [];
    private readonly List<FlowNotice> _notices = [];
    private readonly List<FlowSetting> _settings = [];
    private readonly List<string> _suspects = [];

    public void Apply(FlowRule rule)
    {
        try
        {
            if (rule.When is null || Truth.IsTrue(rule.When.EvaluateRead(_order.Value, clock, ct)))
                Take(rule);
        }
        catch (JsonataException failure)
        {
            Fail(rule, failure.Message);
        }
    }

    public FlowVerdict Verdict() => new()
    {
        Decision = _rejects.Count > 0 ? FlowDecision.Reject : _holds.Count > 0 ? FlowDecision.Hold : FlowDecision.Pass,
        Holds = _holds,
        Rejects = _rejects,
        Notices = _notices,
        Settings = _settings,
        Suspects = _suspects,
    };

    private void Take(FlowRule rule)
    {
        switch (rule.Action)
        {
            case FlowAction.Hold:
                _holds.Add(new FlowFinding(rule.Name, rule.Reason));
                Suspect(rule);
                break;
            case FlowAction.Reject:
                _rejects.Add(new FlowFinding(rule.Name, rule.Reason));
                Suspect(rule);
                break;
            case FlowAction.Notify:
                _notices.Add(new FlowNotice(rule.Name, rule.Reason, rule.Channels));
                break;
            default:
                Set(rule);
                break;
        }
    }

    // Who writes no condition wants every order; who writes one does not expect it to hold for all.
    private void Suspect(FlowRule rule)
    {
        if (rule.When is not null && !rule.Often) _suspects.Add(rule.Name);
    }

    private void Set(FlowRule rule)
    {
        var settings = new List<FlowSetting>();
        foreach (var assignment in rule.Set)
        {
            var value = assignment.Expression is null ? assignment.Value : Evaluate(assignment.Expression);
            if (value is JsonObject or JsonArray)
            {
                Fail(rule, $"'{assignment.Path}' would be set to an object or array.");
                return;
            }

            settings.Add(new FlowSetting(rule.Name, assignment.Path, TextOf(value), assignment.Expression is not null));
        }

        _settings.RemoveAll(earlier => settings.Exists(setting => setting.Path == earlier.Path));
        _settings.AddRange(settings);
    }

    private void Fail(FlowRule rule, string why)
    {
        _holds.Add(new FlowFinding(rule.Name, $"The rule '{rule.Name}' could not be evaluated. {why}"));
        _suspects.Add(rule.Name);
    }

    private static string? TextOf(JsonNode? value) =>
        value?.GetValueKind() == JsonValueKind.String ? value.GetValue<string>() : value?.ToJsonString();

    private JsonNode? Evaluate(JsonataExpression expression) => NodeWriter.Write(expression.EvaluateRead(_order.Value, clock, ct), JsonataLimits.Default);
}
