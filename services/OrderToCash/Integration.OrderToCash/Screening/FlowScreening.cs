using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Integration.Connectors.Flows;
using Integration.Contracts.Operations;
using Integration.Contracts.Orders;
using Integration.Contracts.OrderToCash;
using Integration.Contracts.Serialization;
using Integration.Mapping.Flows;

namespace Integration.OrderToCash.Screening;

/// <summary>Screens by the pair's flow document, or by the shipped one, which lets every order pass.</summary>
internal sealed class FlowScreening(FlowDocuments documents, TimeProvider clock) : IScreening
{
    public ExternalScreening? External(string pair) => documents.Of(pair).Screening;

    public ScreeningResult Screen(Order order)
    {
        var stand = documents.StandOf(order.Key.Pair);
        if (!stand.IsUsable)
        {
            // Rules that cannot be read hold the order: a merchant's stop sign must not vanish with a typing mistake.
            return new ScreeningResult { Verdict = ScreeningVerdict.Hold, Reasons = [new Reason("", $"The flow document cannot be used: {stand.Problem}")], Order = order, Version = "0" };
        }

        var verdict = stand.Document.Evaluate(JsonSerializer.SerializeToNode(order, ContractsJson.Options) ?? new JsonObject(), clock);
        var (changed, changes) = OrderSettings.Apply(order, verdict.Settings);
        return new ScreeningResult
        {
            Verdict = VerdictOf(verdict.Decision),
            Reasons = ReasonsOf(verdict),
            Order = changed,
            Changes = changes,
            Notices = verdict.Notices,
            Suspects = verdict.Suspects,
            Version = stand.Document.Version.ToString(CultureInfo.InvariantCulture),
        };
    }

    public TimeSpan? Deadline(string pair, string name) =>
        documents.Of(pair).Deadlines.TryGetValue(name, out var deadline) ? deadline : null;

    public bool IsOn(string pair) => documents.Of(pair).Enabled;

    public string Stamp(string pair) => documents.StandOf(pair) is { IsUsable: true } stand ? stand.Stamp : "";

    private static IReadOnlyList<Reason> ReasonsOf(FlowVerdict verdict) => [.. (verdict.Decision == FlowDecision.Reject ? verdict.Rejects : verdict.Holds)
        .Select(finding => new Reason("", finding.Reason) { Cause = new ReasonCause { Document = FlowDocuments.Name, Rule = finding.Rule } })];

    private static ScreeningVerdict VerdictOf(FlowDecision decision) => decision switch
    {
        FlowDecision.Hold => ScreeningVerdict.Hold,
        FlowDecision.Reject => ScreeningVerdict.Reject,
        _ => ScreeningVerdict.Pass,
    };
}
