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
    private readonly List<FlowFinding> _notifications = [];
    private readonly Dictionary<string, JsonNode?> _sets = new(StringComparer.Ordinal);

    public void Apply(FlowRule rule)
    {
        try
        {
            if (rule.When is null || Truth.IsTrue(rule.When.EvaluateRead(_order.Value, clock, ct)))
                Take(rule);
        }
        catch (JsonataException failure)
        {
            _holds.Add(new FlowFinding(rule.Name, $"The rule '{rule.Name}' could not be evaluated. {failure.Message}"));
        }
    }

    public FlowVerdict Verdict() => new()
    {
        Decision = _rejects.Count > 0 ? FlowDecision.Reject : _holds.Count > 0 ? FlowDecision.Hold : FlowDecision.Pass,
        Holds = _holds,
        Rejects = _rejects,
        Notifications = _notifications,
        Sets = _sets,
    };

    private void Take(FlowRule rule)
    {
        var finding = new FlowFinding(rule.Name, rule.Reason);
        switch (rule.Action)
        {
            case FlowAction.Hold:
                _holds.Add(finding);
                break;
            case FlowAction.Reject:
                _rejects.Add(finding);
                break;
            case FlowAction.Notify:
                _notifications.Add(finding);
                break;
            default:
                foreach (var assignment in rule.Set)
                    _sets[assignment.Path] = assignment.Expression is null ? assignment.Value?.DeepClone() : Evaluate(assignment.Expression);
                break;
        }
    }

    private JsonNode? Evaluate(JsonataExpression expression) => NodeWriter.Write(expression.EvaluateRead(_order.Value, clock, ct), JsonataLimits.Default);
}
